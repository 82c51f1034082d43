using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Storage;

/// <summary>The profiles. Only values that passed the contract come in.</summary>
internal sealed class ProfileStore
{
    private ImmutableDictionary<string, SandboxProfile> _profiles = ImmutableDictionary.Create<string, SandboxProfile>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SandboxProfile> Snapshot() => Volatile.Read(ref _profiles);

    public void Merge(JsonElement identify)
    {
        string id = identify.GetProperty("id").GetString()!;
        ImmutableInterlocked.AddOrUpdate(
            ref _profiles,
            id,
            _ => Merge(new SandboxProfile(id, null, [], ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal)), identify),
            (_, known) => Merge(known, identify));
    }

    private static SandboxProfile Merge(SandboxProfile known, JsonElement identify)
    {
        string? email = Text(identify, "email") ?? known.Email;

        // Whether a call replaces the devices of earlier ones is not documented. Vero's own browser SDK sends an empty array with every call,
        // which would wipe them all, so they are added up.
        var channels = known.Channels;
        if (identify.TryGetProperty("channels", out JsonElement sent))
            channels = [.. known.Channels.Union(sent.EnumerateArray().Select(Channel))];

        var data = (ImmutableDictionary<string, JsonElement>)known.Data;
        if (identify.TryGetProperty("data", out JsonElement properties))
            data = data.SetItems(properties.EnumerateObject().Select(static p => KeyValuePair.Create(p.Name, p.Value)));

        return new SandboxProfile(known.Id, email, channels, data);
    }

    private static SandboxChannel Channel(JsonElement channel) =>
        new(Text(channel, "type"), Text(channel, "address"), Text(channel, "platform"));

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Storage;

/// <summary>What an operation does to a profile. Only bodies that passed the contract come in.</summary>
internal static class ProfileChange
{
    public static SandboxProfile Identify(SandboxProfile known, JsonElement body)
    {
        // Whether a request replaces the devices of earlier ones is not documented. Vero's own browser SDK sends an empty array with every
        // request, which would remove them all, so they are added up.
        IReadOnlyList<SandboxChannel>? channels = body.TryGetProperty("channels", out JsonElement sent)
            ? [.. known.Channels.Union(sent.EnumerateArray().Select(Channel))]
            : null;
        return known.With(
            Text(body, "email"),
            channels,
            ((ImmutableDictionary<string, JsonElement>)known.Data).SetItems(PropertiesOf(body, "data")));
    }

    public static SandboxProfile EditTags(SandboxProfile known, JsonElement body) =>
        known.With(tags: [.. known.Tags.Union(Texts(body, "add"), StringComparer.Ordinal).Except(Texts(body, "remove"), StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>
    /// The profile after an alias. Vero does not say which of two values it keeps; here it is that of the profile that stays. An unsubscribed
    /// user stays unsubscribed.
    /// </summary>
    public static SandboxProfile Alias(SandboxProfile? old, SandboxProfile? known, string oldId, string newId) => new(newId)
    {
        Email = known?.Email ?? old?.Email,
        Channels = [.. (known?.Channels ?? []).Union(old?.Channels ?? [])],
        Data = Merge(old, known),
        Tags = [.. (known?.Tags ?? []).Union(old?.Tags ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        IsSubscribed = (old?.IsSubscribed ?? true) && (known?.IsSubscribed ?? true),
        FormerIds = [.. (known?.FormerIds ?? []).Union([.. old?.FormerIds ?? [], oldId], StringComparer.Ordinal).Except([newId], StringComparer.Ordinal)],
    };

    /// <summary>The members of an object that a body may have.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> PropertiesOf(JsonElement body, string name) => body.TryGetProperty(name, out JsonElement owner)
        ? owner.EnumerateObject().Select(static property => KeyValuePair.Create(property.Name, property.Value))
        : [];

    /// <summary>A string that an object may have.</summary>
    public static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static ImmutableDictionary<string, JsonElement> Merge(SandboxProfile? old, SandboxProfile? known)
    {
        var data = ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);
        return data.SetItems(old?.Data ?? data).SetItems(known?.Data ?? data);
    }

    private static SandboxChannel Channel(JsonElement channel) =>
        new(Text(channel, "type"), Text(channel, "address"), Text(channel, "platform"));

    private static IEnumerable<string> Texts(JsonElement body, string name) => body.TryGetProperty(name, out JsonElement texts)
        ? texts.EnumerateArray().Select(static text => text.GetString()!)
        : [];
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>A profile.</summary>
internal sealed record ProfileModel(
    string Id,
    string? Email,
    bool IsSubscribed,
    IReadOnlyList<string> Tags,
    IReadOnlyList<SandboxChannel> Channels,
    IReadOnlyDictionary<string, JsonElement> Data,
    IReadOnlyList<string> FormerIds)
{
    public static ProfileModel Of(SandboxProfile profile) => new(
        profile.Id, profile.Email, profile.IsSubscribed, profile.Tags, profile.Channels, profile.Data, profile.FormerIds);

    public SandboxProfile ToProfile() => new(Id)
    {
        Email = Email,
        IsSubscribed = IsSubscribed,
        Tags = Tags,
        Channels = Channels,
        Data = Data.ToImmutableDictionary(StringComparer.Ordinal),
        FormerIds = FormerIds,
    };
}

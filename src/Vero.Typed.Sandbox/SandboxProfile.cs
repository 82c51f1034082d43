using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox;

/// <summary>What the sandbox knows of one user after all requests so far. A snapshot: later requests do not change it.</summary>
public sealed class SandboxProfile
{
    internal SandboxProfile(string id) => Id = id;

    /// <summary>The id, exactly as sent.</summary>
    public string Id { get; }

    /// <summary>The email address that was sent last, or null if none was.</summary>
    public string? Email { get; internal init; }

    /// <summary>Every device that was sent, in the order of arrival, each once.</summary>
    public IReadOnlyList<SandboxChannel> Channels { get; internal init; } = [];

    /// <summary>For each key of <c>data</c> the value that was sent last. Keys are compared by their characters, case included.</summary>
    public IReadOnlyDictionary<string, JsonElement> Data { get; internal init; } = ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The tags that the user has, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; internal init; } = [];

    /// <summary>Whether the user gets messages: false after an unsubscribe, true again after a resubscribe.</summary>
    public bool IsSubscribed { get; internal init; } = true;

    /// <summary>The ids that aliases have replaced by this one, in the order of the aliases.</summary>
    public IReadOnlyList<string> FormerIds { get; internal init; } = [];

    internal SandboxProfile With(
        string? email = null,
        IReadOnlyList<SandboxChannel>? channels = null,
        IReadOnlyDictionary<string, JsonElement>? data = null,
        IReadOnlyList<string>? tags = null,
        bool? isSubscribed = null) => new(Id)
        {
            Email = email ?? Email,
            Channels = channels ?? Channels,
            Data = data ?? Data,
            Tags = tags ?? Tags,
            IsSubscribed = isSubscribed ?? IsSubscribed,
            FormerIds = FormerIds,
        };
}

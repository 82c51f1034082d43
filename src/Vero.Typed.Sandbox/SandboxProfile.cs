using System.Text.Json;

namespace Vero.Typed.Sandbox;

/// <summary>What the sandbox knows of one customer after all calls so far. A snapshot: later calls do not change it.</summary>
public sealed class SandboxProfile
{
    internal SandboxProfile(
        string id, string? email, IReadOnlyList<SandboxChannel> channels, IReadOnlyDictionary<string, JsonElement> data)
    {
        Id = id;
        Email = email;
        Channels = channels;
        Data = data;
    }

    /// <summary>The id, exactly as sent.</summary>
    public string Id { get; }

    /// <summary>The email address that was sent last, or null if none was.</summary>
    public string? Email { get; }

    /// <summary>Every device that was sent, in the order of arrival, each once.</summary>
    public IReadOnlyList<SandboxChannel> Channels { get; }

    /// <summary>For each key of <c>data</c> the value that was sent last. Keys are compared by their characters, case included.</summary>
    public IReadOnlyDictionary<string, JsonElement> Data { get; }
}

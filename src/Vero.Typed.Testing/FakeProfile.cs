using System.Text.Json;

namespace Vero.Typed.Testing;

/// <summary>What the accepted identifies of one user say together.</summary>
public sealed class FakeProfile
{
    private readonly Dictionary<string, JsonElement> _data = new(StringComparer.Ordinal);
    private readonly List<VeroChannel> _channels = [];

    internal FakeProfile(string id, IReadOnlyList<IdentifyRequest> requests)
    {
        Id = id;
        Requests = requests;
        foreach (IdentifyRequest request in requests)
            Add(request);
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The email address that was sent last, or null if none was.</summary>
    public string? Email { get; private set; }

    /// <summary>For each key of <c>data</c> the value that was sent last.</summary>
    public IReadOnlyDictionary<string, JsonElement> Data => _data;

    /// <summary>Every channel that was sent, in order, each once.</summary>
    public IReadOnlyList<VeroChannel> Channels => _channels;

    /// <summary>The accepted identifies, in order.</summary>
    public IReadOnlyList<IdentifyRequest> Requests { get; }

    private void Add(IdentifyRequest request)
    {
        using JsonDocument document = JsonDocument.Parse(request.Utf8Json);
        JsonElement body = document.RootElement;
        Email = request.Email ?? Email;
        if (body.TryGetProperty("data", out JsonElement data))
        {
            foreach (JsonProperty property in data.EnumerateObject())
                _data[property.Name] = property.Value.Clone();
        }

        if (!body.TryGetProperty("channels", out JsonElement channels))
            return;
        foreach (JsonElement channel in channels.EnumerateArray())
        {
            var sent = new VeroChannel(
                channel.GetProperty("type").GetString()!, channel.GetProperty("platform").GetString()!, channel.GetProperty("address").GetString()!);
            if (!_channels.Contains(sent))
                _channels.Add(sent);
        }
    }
}

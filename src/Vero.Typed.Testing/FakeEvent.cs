using System.Text.Json;

namespace Vero.Typed.Testing;

/// <summary>One accepted event.</summary>
public sealed class FakeEvent
{
    private readonly Dictionary<string, JsonElement> _data = new(StringComparer.Ordinal);

    internal FakeEvent(TrackRequest request)
    {
        Request = request;
        using JsonDocument document = JsonDocument.Parse(request.Utf8Json);
        JsonElement body = document.RootElement;
        DataJson = "{}";
        if (body.TryGetProperty("data", out JsonElement data))
        {
            DataJson = data.GetRawText();
            foreach (JsonProperty property in data.EnumerateObject())
                _data[property.Name] = property.Value.Clone();
        }

        if (!body.TryGetProperty("extras", out JsonElement extras))
            return;
        CreatedAt = extras.TryGetProperty("created_at", out JsonElement createdAt) ? createdAt.GetDateTimeOffset() : null;
        Source = extras.TryGetProperty("source", out JsonElement source) ? source.GetString() : null;
    }

    /// <summary>The id of the user.</summary>
    public string UserId => Request.UserId;

    /// <summary>The email address that was sent with the event, or null.</summary>
    public string? Email => Request.Email;

    /// <summary>The name.</summary>
    public string Name => Request.EventName;

    /// <summary>The properties of the event.</summary>
    public IReadOnlyDictionary<string, JsonElement> Data => _data;

    /// <summary>When it happened, or null if that was not sent.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>Where it came from, or null if that was not sent.</summary>
    public string? Source { get; }

    /// <summary>The request.</summary>
    public TrackRequest Request { get; }

    internal string DataJson { get; }
}

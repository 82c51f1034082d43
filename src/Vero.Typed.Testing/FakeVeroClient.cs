using System.Text.Json;

namespace Vero.Typed.Testing;

/// <summary>
/// A client that sends nothing: it records every request, and accepts it unless <see cref="Respond"/> says otherwise. Safe for concurrent use.
/// </summary>
/// <remarks>
/// It responds like the real client after its retries: what fails here fails for good. Everything that is built on <see cref="IVeroClient"/>,
/// such as the methods for many requests and the queue, works on top of it.
/// </remarks>
public sealed class FakeVeroClient : IVeroClient
{
    private readonly object _gate = new();
    private readonly List<VeroRequest> _requests = [];
    private readonly List<VeroRequest> _accepted = [];
    private readonly List<ScriptedResponse> _script = [];

    /// <summary>Every request, in the order in which they were received, rejected ones included. A snapshot.</summary>
    public IReadOnlyList<VeroRequest> Requests => Snapshot(_requests);

    /// <summary>The requests that were accepted, in the order of their responses. A snapshot.</summary>
    public IReadOnlyList<VeroRequest> Accepted => Snapshot(_accepted);

    /// <inheritdoc/>
    public async Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        FakeResponse response;
        lock (_gate)
        {
            _requests.Add(request);
            response = _script.Find(scripted => scripted.Take(request))?.Response ?? FakeResponse.Success;
        }

        await response.CompleteAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
            _accepted.Add(request);
    }

    /// <summary>Scripts a response. Of several that fit a request, the first one that is not used up counts.</summary>
    /// <param name="response">The response.</param>
    /// <param name="operation">The only operation that gets it, or null for all of them.</param>
    /// <param name="userId">The only user whose requests get it, or null for all of them.</param>
    /// <param name="times">How many requests get it, or null for all of them.</param>
    /// <returns>This client, so that calls can be chained.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    public FakeVeroClient Respond(FakeResponse response, VeroOperation? operation = null, string? userId = null, int? times = null)
    {
        if (response is null)
            throw new ArgumentNullException(nameof(response));
        if (times <= 0)
            throw new ArgumentOutOfRangeException(nameof(times), "The number of times must be positive.");
        lock (_gate)
            _script.Add(new ScriptedResponse(response, operation, userId, times));
        return this;
    }

    /// <summary>Forgets all requests and the script.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _requests.Clear();
            _accepted.Clear();
            _script.Clear();
        }
    }

    /// <summary>The accepted requests of one kind, in order.</summary>
    /// <typeparam name="TRequest">The kind, such as <see cref="EditTagsRequest"/>.</typeparam>
    /// <param name="userId">The only user, or null for all of them.</param>
    /// <returns>The requests.</returns>
    public IReadOnlyList<TRequest> Sent<TRequest>(string? userId = null)
        where TRequest : VeroRequest => [.. Accepted.OfType<TRequest>().Where(request => userId is null || request.UserId == userId)];

    /// <summary>What the accepted identifies of a user say together: for each key of <c>data</c> the value that was sent last.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="VeroAssertionException">The user was never identified.</exception>
    public FakeProfile Identified(string userId)
    {
        IReadOnlyList<IdentifyRequest> requests = Sent<IdentifyRequest>(userId);
        return requests.Count > 0
            ? new FakeProfile(userId, requests)
            : throw new VeroAssertionException($"No identify of user '{userId}' was accepted. {Summary()}");
    }

    /// <summary>The accepted events of a user, in order.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <returns>The events; none for a user without events.</returns>
    public IReadOnlyList<FakeEvent> Tracked(string userId) => [.. Sent<TrackRequest>(userId).Select(static request => new FakeEvent(request))];

    /// <summary>The one accepted event of a user with a name.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <param name="eventName">The name, exactly as sent.</param>
    /// <returns>The event.</returns>
    /// <exception cref="VeroAssertionException">There is none, or more than one.</exception>
    public FakeEvent Tracked(string userId, string eventName)
    {
        FakeEvent[] events = [.. Tracked(userId).Where(sent => sent.Name == eventName)];
        return events.Length == 1
            ? events[0]
            : throw new VeroAssertionException($"Expected one event '{eventName}' of user '{userId}', but {events.Length} were accepted. {Summary()}");
    }

    /// <summary>Asserts that a request with this operation and an equal body was accepted. The order of keys makes no difference.</summary>
    /// <param name="expected">The request.</param>
    /// <exception cref="VeroAssertionException">There is none; the message shows the difference to the one that is nearest.</exception>
    public void AssertSent(VeroRequest expected)
    {
        if (expected is null)
            throw new ArgumentNullException(nameof(expected));

        AssertSent(expected.Operation, expected.UserId, expected.ToJson());
    }

    /// <summary>Asserts that an identify of a user with exactly this body was accepted. The order of keys makes no difference.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <param name="expectedJson">The whole body.</param>
    /// <exception cref="VeroAssertionException">There is none; the message shows the difference to the one that is nearest.</exception>
    /// <exception cref="ArgumentException"><paramref name="expectedJson"/> is not JSON.</exception>
    public void AssertIdentified(string userId, string expectedJson) => AssertSent(VeroOperation.Identify, userId, expectedJson);

    /// <summary>Asserts that an event of a user with exactly these data was accepted. The order of keys makes no difference.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <param name="eventName">The name, exactly as sent.</param>
    /// <param name="expectedDataJson">The whole <c>data</c>; <c>{}</c> also stands for an event without.</param>
    /// <exception cref="VeroAssertionException">There is none; the message shows the difference to the one that is nearest.</exception>
    /// <exception cref="ArgumentException"><paramref name="expectedDataJson"/> is not JSON.</exception>
    public void AssertTracked(string userId, string eventName, string expectedDataJson) => AssertNearest(
        $"event '{eventName}' of user '{userId}'",
        [.. Tracked(userId).Where(sent => sent.Name == eventName).Select(static sent => sent.DataJson)],
        expectedDataJson);

    /// <summary>Asserts that no request was received.</summary>
    /// <exception cref="VeroAssertionException">There was one.</exception>
    public void AssertNothingSent()
    {
        if (Requests.Count > 0)
            throw new VeroAssertionException($"Expected no request. {Summary()}");
    }

    private void AssertSent(VeroOperation operation, string userId, string expectedJson) => AssertNearest(
        $"{operation} request of user '{userId}'",
        [.. Accepted.Where(request => request.Operation == operation && request.UserId == userId).Select(static request => request.ToJson())],
        expectedJson);

    private void AssertNearest(string what, IReadOnlyList<string> candidates, string expectedJson)
    {
        using JsonDocument expected = Parse(expectedJson);
        IReadOnlyList<string>? nearest = null;
        string nearestJson = "";
        foreach (string candidate in candidates)
        {
            using JsonDocument actual = JsonDocument.Parse(candidate);
            IReadOnlyList<string> differences = JsonDifference.Between(expected.RootElement, actual.RootElement);
            if (differences.Count == 0)
                return;
            if (nearest is null || differences.Count <= nearest.Count)
                (nearest, nearestJson) = (differences, candidate);
        }

        throw new VeroAssertionException(nearest is null
            ? $"Expected an {what}, but none was accepted. {Summary()}"
            : $"The {what} differs from what was expected:\n{string.Join("\n", nearest.Select(static difference => "  " + difference))}\nIt was: {nearestJson}");
    }

    private static JsonDocument Parse(string json)
    {
        if (json is null)
            throw new ArgumentNullException(nameof(json));
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The expected body is not JSON.", nameof(json), exception);
        }
    }

    private string Summary()
    {
        IReadOnlyList<VeroRequest> requests = Requests;
        const int Shown = 10;
        if (requests.Count == 0)
            return "No request was received.";
        string list = string.Join(", ", requests.Take(Shown).Select(static request => $"{request.Operation} of '{request.UserId}'"));
        return requests.Count > Shown ? $"Received: {list} and {requests.Count - Shown} more." : $"Received: {list}.";
    }

    private IReadOnlyList<VeroRequest> Snapshot(List<VeroRequest> list)
    {
        lock (_gate)
            return [.. list];
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Storage;

/// <summary>Profiles, events and requests. A request is stored together with what it changes, so that all of them are in one order.</summary>
internal sealed class SandboxStore(TimeSpan duplicateWindow)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();
    private int _version;
    private readonly List<SandboxRequest> _requests = [];
    private readonly List<SandboxEvent> _droppedEvents = [];
    private List<SandboxEvent> _events = [];
    private ImmutableDictionary<string, SandboxProfile> _profiles = ImmutableDictionary.Create<string, SandboxProfile>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SandboxProfile> Profiles
    {
        get
        {
            lock (_gate)
                return _profiles;
        }
    }

    public IReadOnlyList<SandboxEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    public IReadOnlyList<SandboxEvent> DroppedEvents => Snapshot(_droppedEvents);

    public IReadOnlyList<SandboxRequest> Requests => Snapshot(_requests);

    /// <summary>Grows with every change.</summary>
    public int Version
    {
        get
        {
            lock (_gate)
                return _version;
        }
    }

    /// <summary>How often everything was removed.</summary>
    public int Clearings { get; private set; }

    /// <summary>The requests behind a number, and how often everything had been removed before them.</summary>
    public (int Clearings, IReadOnlyList<SandboxRequest> Requests) RequestsAfter(int number)
    {
        lock (_gate)
            return (Clearings, number < _requests.Count ? _requests[Math.Max(number, 0)..] : []);
    }

    /// <summary>Completes when the version is another one than this.</summary>
    public Task ChangedAsync(int version)
    {
        lock (_gate)
            return version == _version ? _changed.Task : Task.CompletedTask;
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _droppedEvents.Clear();
            _events = [];
            _profiles = _profiles.Clear();
            Clearings++;
            Signal();
        }
    }

    /// <summary>Puts in what an earlier sandbox has kept.</summary>
    public void Restore(IEnumerable<SandboxProfile> profiles, IEnumerable<SandboxEvent> events)
    {
        lock (_gate)
        {
            _profiles = _profiles.SetItems(profiles.Select(static profile => KeyValuePair.Create(profile.Id, profile)));
            _events = [.. events];
            Signal();
        }
    }

    /// <summary>Stores a request and, if it is accepted, what it says.</summary>
    /// <param name="received">The request.</param>
    /// <param name="verdict">The response.</param>
    /// <param name="isStored">False for a response that was asked for: nothing is stored but the request, even if the status is 200.</param>
    public void Record(ReceivedRequest received, Verdict verdict, bool isStored = true)
    {
        lock (_gate)
        {
            string? user = verdict.UserId;
            SandboxProfile? before = user is null ? null : _profiles.GetValueOrDefault(user);
            bool isAccepted = isStored && verdict is { Status: 200, Operation: not null } && user is not null;
            bool isDuplicate = isAccepted && IsDuplicate(verdict, received.ReceivedAt);
            SandboxProfile? after = isAccepted ? Apply(verdict, user!, before, received.ReceivedAt, isDuplicate) : null;
            _requests.Add(new SandboxRequest
            {
                Number = _requests.Count + 1,
                ReceivedAt = received.ReceivedAt,
                Method = received.Method,
                Path = received.Path,
                Query = received.Query,
                Headers = received.Headers,
                Body = received.Body,
                Operation = verdict.Operation,
                UserId = user,
                EventName = verdict.EventName,
                Status = verdict.Status,
                Violations = verdict.Violations,
                IsDuplicate = isDuplicate,
                ProfileBefore = before,
                ProfileAfter = after,
            });
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _version++;
        _changed.SetResult();
        _changed = NewSignal();
    }

    private SandboxProfile? Apply(Verdict verdict, string user, SandboxProfile? before, DateTimeOffset now, bool isDuplicate)
    {
        // Whether Vero makes a profile of an id that it meets in an unsubscribe or in tags is not documented. Here every operation but delete does,
        // so that what was sent can be read back.
        SandboxProfile known = before ?? new SandboxProfile(user);
        switch (verdict.Operation)
        {
            case VeroOperation.DeleteUser:
                _profiles = _profiles.Remove(user);
                _events.RemoveAll(recorded => recorded.UserId == user);
                return null;
            case VeroOperation.Alias:
                return Alias(user, verdict.Body.GetProperty("new_id").GetString()!, before);
            case VeroOperation.Identify:
                return Set(ProfileChange.Identify(known, verdict.Body));
            case VeroOperation.EditTags:
                return Set(ProfileChange.EditTags(known, verdict.Body));
            case VeroOperation.Unsubscribe:
                return Set(known.With(isSubscribed: false));
            case VeroOperation.Resubscribe:
                return Set(known.With(isSubscribed: true));
            case VeroOperation.Track:
                SandboxEvent recorded = Event(verdict.Body, user, now);
                (isDuplicate ? _droppedEvents : _events).Add(recorded);
                return Set(known.With(known.Email ?? recorded.Email));
            default:
                throw new InvalidOperationException($"The sandbox does not implement {verdict.Operation}.");
        }
    }

    private SandboxProfile Alias(string oldId, string newId, SandboxProfile? old)
    {
        SandboxProfile merged = ProfileChange.Alias(old, _profiles.GetValueOrDefault(newId), oldId, newId);
        _profiles = _profiles.Remove(oldId);
        _events = [.. _events.Select(recorded => recorded.UserId == oldId ? recorded.OfUser(newId) : recorded)];
        return Set(merged);
    }

    private SandboxProfile Set(SandboxProfile profile)
    {
        _profiles = _profiles.SetItem(profile.Id, profile);
        return profile;
    }

    // created_at is not part of what Vero compares.
    private bool IsDuplicate(Verdict verdict, DateTimeOffset now)
    {
        if (verdict.Operation != VeroOperation.Track)
            return false;
        SandboxEvent sent = Event(verdict.Body, verdict.UserId!, now);
        for (int i = _events.Count - 1; i >= 0 && now - _events[i].ReceivedAt < duplicateWindow; i--)
        {
            SandboxEvent earlier = _events[i];
            if (earlier.UserId == sent.UserId && VeroContract.EventKey(earlier.Name) == VeroContract.EventKey(sent.Name) && HasSameData(earlier, sent))
                return true;
        }

        return false;
    }

    private static bool HasSameData(SandboxEvent left, SandboxEvent right) =>
        left.Data.Count == right.Data.Count
        && left.Data.All(property => right.Data.TryGetValue(property.Key, out JsonElement other) && JsonElement.DeepEquals(property.Value, other));

    private static SandboxEvent Event(JsonElement body, string user, DateTimeOffset now)
    {
        bool hasExtras = body.TryGetProperty("extras", out JsonElement extras);
        return new SandboxEvent(
            user,
            ProfileChange.Text(body.GetProperty("identity"), "email"),
            body.GetProperty("event_name").GetString()!,
            ProfileChange.PropertiesOf(body, "data").ToImmutableDictionary(StringComparer.Ordinal),
            hasExtras ? ProfileChange.Text(extras, "created_at") : null,
            hasExtras ? ProfileChange.Text(extras, "source") : null,
            now);
    }

    private IReadOnlyList<T> Snapshot<T>(List<T> list)
    {
        lock (_gate)
            return [.. list];
    }
}

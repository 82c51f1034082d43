namespace Vero.Typed.Sandbox.Http;

/// <summary>The failures that were asked for.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Those that still fail requests.</summary>
    public IReadOnlyList<SandboxFault> All
    {
        get
        {
            lock (_gate)
                return [.. _entries.Where(static entry => !entry.IsUsedUp).Select(static entry => entry.Fault)];
        }
    }

    /// <exception cref="ArgumentException">A value of the fault is out of its range.</exception>
    public void Add(SandboxFault fault)
    {
        if (fault.Status is { } status && status is < 200 or > 599)
            throw new ArgumentException("Status must be from 200 to 599.", nameof(fault));
        if (fault.Rate is not (>= 0 and <= 1))
            throw new ArgumentException("Rate must be from 0 to 1.", nameof(fault));
        if (fault.Times < 0)
            throw new ArgumentException("Times must not be negative.", nameof(fault));
        if (fault.Delay < TimeSpan.Zero || fault.RetryAfter < TimeSpan.Zero)
            throw new ArgumentException("Delay and RetryAfter must not be negative.", nameof(fault));
        lock (_gate)
            _entries.Add(new Entry(fault, isNext: false));
    }

    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }

    public void FailNext(int requests)
    {
        lock (_gate)
        {
            _entries.RemoveAll(static entry => entry.IsNext);
            _entries.Insert(0, new Entry(new SandboxFault { Status = 500, Times = requests }, isNext: true));
        }
    }

    /// <summary>The failure of a request, or null. The first one that fits counts.</summary>
    public SandboxFault? Take(VeroOperation operation, string? userId)
    {
        lock (_gate)
        {
            foreach (Entry entry in _entries)
            {
                if (entry.Take(operation, userId))
                    return entry.Fault;
            }

            return null;
        }
    }

    private sealed class Entry(SandboxFault fault, bool isNext)
    {
        private int _left = fault.Times ?? int.MaxValue;

        public SandboxFault Fault { get; } = fault;

        public bool IsNext { get; } = isNext;

        public bool IsUsedUp => _left == 0;

        public bool Take(VeroOperation operation, string? userId)
        {
            if (_left == 0 || (Fault.Operation ?? operation) != operation || (Fault.UserId is { } user && user != userId))
                return false;
            if (Fault.Rate < 1 && Random.Shared.NextDouble() >= Fault.Rate)
                return false;
            if (Fault.Times is not null)
                _left--;
            return true;
        }
    }
}

using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

/// <summary>
/// What an unreliable Vero does with the requests of a soak, and what it has seen of them: of a hundred attempts thirty end in a fault. Which ones depends on
/// the number of the request and of the attempt, so that the outcome of each request is known before it is sent.
/// </summary>
/// <param name="requests">The number of requests.</param>
internal sealed class PlannedFaults(int requests)
{
    public const int Retries = 2;

    private readonly byte[] _attempts = new byte[requests];
    private readonly bool[] _accepted = new bool[requests];
    private readonly Dictionary<string, int> _latest = [];

    public int Faults { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How often a request came after a later one of its user.</summary>
    public int Overtaken { get; private set; }

    public int Accepted => _accepted.Count(static accepted => accepted);

    /// <summary>The outcome of a request.</summary>
    public static DeliveryStatus Expected(int number)
    {
        for (int attempt = 0; attempt <= Retries; attempt++)
        {
            switch (Of(number, attempt))
            {
                case PlannedFault.None:
                    return DeliveryStatus.Delivered;
                case PlannedFault.BadRequest:
                    return DeliveryStatus.Rejected;
                case PlannedFault.LoginPage:
                    return DeliveryStatus.Failed;
            }
        }

        return DeliveryStatus.Failed;
    }

    public bool HasAccepted(int number) => _accepted[number];

    /// <summary>Records that an attempt has arrived, and returns how it ends.</summary>
    public PlannedFault Receive(IdentifyRequest request)
    {
        int number = Numbered.NumberOf(request);
        lock (_latest)
        {
            if (_latest.TryGetValue(request.UserId, out int latest) && latest > number)
                Overtaken++;
            _latest[request.UserId] = number;
            PlannedFault fault = Of(number, _attempts[number]++);
            Attempts++;
            Faults += fault is PlannedFault.None ? 0 : 1;
            _accepted[number] |= fault is PlannedFault.None;
            return fault;
        }
    }

    private static PlannedFault Of(int number, int attempt)
    {
        // The finalizer of MurmurHash3: numbers that follow each other do not fail together.
        uint mixed = unchecked((uint)((number * 3) + attempt));
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6Bu);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35u);
        return ((mixed ^ (mixed >> 16)) % 100) switch
        {
            < 8 => PlannedFault.OutOfOrder,
            < 13 => PlannedFault.Reset,
            < 16 => PlannedFault.HalfBody,
            < 20 => PlannedFault.TooMany,
            < 26 => PlannedFault.BadRequest,
            < 30 => PlannedFault.LoginPage,
            _ => PlannedFault.None,
        };
    }
}

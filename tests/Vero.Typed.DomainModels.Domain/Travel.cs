using NodaTime;
using Vero.Typed;

namespace Shop.Travel;

public sealed class Traveller
{
    [VeroId]
    public required string Code { get; init; }

    [VeroEmail]
    public Mailbox? Mail { get; init; }

    [VeroTrait]
    public Instant JoinedAt { get; init; }

    [VeroTrait]
    public LocalDate? Birthday { get; init; }

    [VeroTimezone(Id = true)]
    public DateTimeZone? Zone { get; init; }

    [VeroTrait]
    public IReadOnlyList<LocalDate> Departures { get; init; } = [];

    [VeroTrait("nights_by_season")]
    public Dictionary<Season, int> Nights { get; init; } = [];

    [VeroTrait("next_city", From = "Destination.City")]
    public Trip? Next { get; init; }
}

public sealed record Trip(Destination? Destination, Period Length);

public sealed record Destination(string City);

public sealed record Borrower([VeroId] int CardNumber, [VeroEmail] string? Email)
{
    [VeroTrait]
    public Instant LastVisit { get; init; }

    [VeroTrait("due", From = "[].Due")]
    public IReadOnlyList<Loan>? Loans { get; init; }

    [VeroTrait]
    public LocalDate Expires { get; init; }
}

public sealed record Loan(string Title, LocalDate Due);

/// <summary>Its seat is the key of the user.</summary>
public sealed class SeasonTicketHolder
{
    [VeroId(Prefix = "seat-")]
    public SeatNumber Seat { get; init; }

    [VeroTrait]
    public string? Name { get; init; }

    [VeroTrait]
    public Dictionary<Season, decimal> Paid { get; init; } = [];
}

using System.Globalization;
using Vero.Typed;

namespace NativeAot;

/// <summary>
/// A customer with one value of nearly every kind. Because the type is partial, private members may be sent too, and it can be handed over as
/// it is.
/// </summary>
internal sealed partial class Customer(string nickname)
{
    [VeroTrait]
    private string Nickname { get; } = nickname;

    [VeroId]
    public required CustomerId Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait(WriteNull = true)]
    public string? Company { get; init; }

    [VeroTrait]
    public bool IsVip { get; init; }

    [VeroTrait]
    public int Visits { get; init; }

    [VeroTrait]
    public decimal LifetimeValue { get; init; }

    [VeroTrait]
    public double Score { get; init; }

    [VeroTrait]
    public Plan Plan { get; init; }

    [VeroTrait]
    public Interests Interests { get; init; }

    [VeroTrait]
    public DateTimeOffset SignedUpAt { get; init; }

    [VeroTrait]
    public DateOnly? Birthday { get; init; }

    [VeroTrait]
    public TimeSpan LongestVisit { get; init; }

    [VeroTrait]
    public Guid? ReferredBy { get; init; }

    [VeroTrait]
    public Uri? Homepage { get; init; }

    [VeroTrait("campaign")]
    public string? CampaignName { get; init; }

    [VeroTrait]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [VeroTrait]
    public Address? Home { get; init; }

    [VeroTrait]
    public IReadOnlyList<Order> Orders { get; init; } = [];

    [VeroTrait]
    public IReadOnlyDictionary<string, int> PointsByShop { get; init; } = new Dictionary<string, int>();

    [VeroData]
    public IReadOnlyDictionary<string, object?> Answers { get; init; } = new Dictionary<string, object?>();

    [VeroTimezone]
    public TimeZoneInfo? TimeZone { get; init; }

    [VeroLanguage]
    public CultureInfo? Language { get; init; }

    [VeroUserAgent]
    public string? Browser { get; init; }

    [VeroChannel("push", "android")]
    public string? AndroidToken { get; init; }

    [VeroChannel]
    public IReadOnlyList<VeroChannel> OtherDevices { get; init; } = [];

    /// <summary>Has no attribute, so it is never sent.</summary>
    public string? PasswordHash { get; init; }
}

using Framework.Domain;
using NodaTime;
using NodaTime.Text;
using Vero.Typed;

namespace Shop;

/// <summary>How Vero gets types that are not the shop's own.</summary>
public static class ShopConverters
{
    [VeroConverter]
    public static DateTimeOffset ToVero(Instant value) => value.ToDateTimeOffset();

    [VeroConverter]
    public static string ToVero(LocalDate value) => LocalDatePattern.Iso.Format(value);

    [VeroConverter]
    public static string ToVero(DateTimeZone value) => value.Id;

    [VeroConverter]
    public static string ToVero(Currency value) => value.Code;

    [VeroConverter]
    public static decimal ToVero(Money value) => value.Amount;

    [VeroConverter]
    public static string ToVero(Mailbox value) => $"{value.Name}@{value.Domain}";

    [VeroConverter]
    public static string ToVero(MembershipLevel value) => value.Name;

    [VeroConverter]
    public static string ToVero(SeatNumber value) => $"{value.Row}-{value.Column}";

    [VeroConverter]
    public static string ToVero(Season value) => value switch
    {
        Season.Low => "low",
        Season.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}

public sealed class MembershipLevel : SmartEnum<MembershipLevel>
{
    public static readonly MembershipLevel Silver = new(nameof(Silver), 1);

    public static readonly MembershipLevel Gold = new(nameof(Gold), 2);

    private MembershipLevel(string name, int value)
        : base(name, value)
    {
    }
}

public readonly record struct SeatNumber(int Row, int Column);

public sealed record Mailbox(string Name, string Domain);

public enum Season
{
    Low,
    High,
}

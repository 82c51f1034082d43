using System.Runtime.CompilerServices;

namespace Vero.Typed;

// data.timezone: whole hours east of GMT.
public ref partial struct VeroJsonWriter
{
    private const int WesternmostHour = -12;
    private const int EasternmostHour = 14;

    /// <summary>Writes the timezone.</summary>
    /// <param name="value">Hours east of GMT, or null; outside -12 to 14 throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(long? value, string member)
    {
        if (value is not { } hours)
            return;
        if (hours is < WesternmostHour or > EasternmostHour)
            throw OutsideTheWorld(member);

        Append(",\"timezone\":"u8, hours);
    }

    /// <summary>Writes the timezone.</summary>
    /// <param name="value">Hours east of GMT, or null; more than 14 throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(ulong? value, string member)
    {
        if (value is { } hours)
            Timezone(hours > EasternmostHour ? long.MaxValue : (long)hours, member);
    }

    /// <summary>Writes the timezone, a part of an hour rounded down.</summary>
    /// <param name="value">The offset from GMT, or null; outside -12 to +14 hours throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(TimeSpan? value, string member)
    {
        if (value is not { } offset)
            return;
        if (offset < TimeSpan.FromHours(WesternmostHour) || offset > TimeSpan.FromHours(EasternmostHour))
            throw OutsideTheWorld(member);

        // Rounded down, not to zero: -3:30 is -4. Nothing may be sent before the customer's local time.
        long hours = offset.Ticks / TimeSpan.TicksPerHour;
        if (offset.Ticks % TimeSpan.TicksPerHour < 0)
            hours--;
        Timezone(hours, member);
    }

    /// <summary>Writes the timezone as its offset now, daylight saving included, a part of an hour rounded down.</summary>
    /// <param name="value">The timezone, or null.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(TimeZoneInfo? value, string member) => TimezoneAt(DateTime.UtcNow, value, member);

    internal void TimezoneAt(DateTime utcNow, TimeZoneInfo? value, string member)
    {
        if (value is not null)
            Timezone(value.GetUtcOffset(utcNow), member);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException OutsideTheWorld(string member) =>
        Problem(member, "a timezone is the number of hours east of GMT, from -12 to 14");
}

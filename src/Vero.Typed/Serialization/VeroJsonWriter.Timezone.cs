using System.Runtime.CompilerServices;

namespace Vero.Typed;

// Time zones: the offset from GMT in whole hours.
public ref partial struct VeroJsonWriter
{
    /// <summary>Writes the time zone.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">Hours east of GMT, or null; outside -12 to 14 throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(scoped ReadOnlySpan<byte> name, long? value, string member)
    {
        if (value is not { } hours)
            return;
        if (!VeroContract.IsTimezone(hours))
            throw OutOfRange(member);

        Append(name, hours);
    }

    /// <summary>Writes the time zone.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">Hours east of GMT, or null; more than 14 throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(scoped ReadOnlySpan<byte> name, ulong? value, string member)
    {
        if (value is { } hours)
            Timezone(name, hours > VeroContract.MaxTimezone ? long.MaxValue : (long)hours, member);
    }

    /// <summary>Writes the time zone, a part of an hour rounded down.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The offset from GMT, or null; outside -12 to +14 hours throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(scoped ReadOnlySpan<byte> name, TimeSpan? value, string member)
    {
        if (value is not { } offset)
            return;
        if (offset < TimeSpan.FromHours(VeroContract.MinTimezone) || offset > TimeSpan.FromHours(VeroContract.MaxTimezone))
            throw OutOfRange(member);

        // Rounded down, not to zero: -3:30 is -4. Nothing may be sent before the user's local time.
        long hours = offset.Ticks / TimeSpan.TicksPerHour;
        if (offset.Ticks % TimeSpan.TicksPerHour < 0)
            hours--;
        Timezone(name, hours, member);
    }

    /// <summary>Writes the time zone as its current offset, daylight saving included, a part of an hour rounded down.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The time zone, or null.</param>
    /// <param name="member">The member, for the message.</param>
    public void Timezone(scoped ReadOnlySpan<byte> name, TimeZoneInfo? value, string member) => TimezoneAt(name, DateTime.UtcNow, value, member);

    internal void TimezoneAt(scoped ReadOnlySpan<byte> name, DateTime utcNow, TimeZoneInfo? value, string member)
    {
        if (value is not null)
            Timezone(name, value.GetUtcOffset(utcNow), member);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException OutOfRange(string member) =>
        Problem(member, ValueProblems.TimezoneRange);
}

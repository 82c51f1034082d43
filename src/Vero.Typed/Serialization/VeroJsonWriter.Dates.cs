namespace Vero.Typed;

// Dates and times as ISO 8601. .NET's formatting reads its format at run time, and writes all seven digits of a fraction.
public ref partial struct VeroJsonWriter
{
    // yyyy-MM-ddTHH:mm:ss.fffffff, then nothing, Z or an offset.
    private const int IsoLength = 33;
    private const int IsoDateLength = 10;
    private const int IsoFractionStart = 19;
    private const int FractionDigits = 7;
    private const int TicksPerMillisecond = (int)TimeSpan.TicksPerMillisecond;

    /// <summary>Writes a point in time as ISO 8601, with the suffix that its kind asks for.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        if (value.Kind == DateTimeKind.Unspecified && _unspecifiedMeans != DateTimeKind.Unspecified)
            value = DateTime.SpecifyKind(value, _unspecifiedMeans);
        Span<byte> destination = BeginIso(name, value, out int at);
        if (value.Kind == DateTimeKind.Utc)
            destination[at++] = (byte)'Z';
        else if (value.Kind == DateTimeKind.Local)
            PutOffset(destination, ref at, TimeZoneInfo.Local.GetUtcOffset(value));
        EndIso(destination, at);
    }

    /// <summary>Writes a point in time as ISO 8601, with the suffix that its kind asks for.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } time)
            Member(name, time);
    }

    /// <summary>Writes a point in time as ISO 8601, with its offset.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Span<byte> destination = BeginIso(name, value.DateTime, out int at);
        PutOffset(destination, ref at, value.Offset);
        EndIso(destination, at);
    }

    /// <summary>Writes a point in time as ISO 8601, with its offset.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
            Member(name, time);
    }

    // A date that was never set is no date: 44 of 80 classes that were looked at have dates that are not nullable.

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; <c>default</c> writes nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        if (!IsNeverSet(value))
            Member(name, value);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } time)
            Date(name, time);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; <c>default</c> writes nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        if (!VeroContract.IsNeverSet(value))
            Member(name, value);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
            Date(name, time);
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The date, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } date)
            return;
        Span<byte> destination = Reserve(name.Length + IsoDateLength + 1);
        name.CopyTo(destination);
        PutDate(destination.Slice(name.Length), date.Year, date.Month, date.Day);
        destination[name.Length + IsoDateLength] = (byte)'"';
        _length += name.Length + IsoDateLength + 1;
    }

    /// <summary>Writes a date, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The date; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { DayNumber: not 0 })
            Member(name, value);
    }

    /// <summary>Writes a time of day as <c>hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The time of day, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is { } time)
            Member(name, time.ToTimeSpan());
    }
#endif

    // default, also where it was converted to local time or from it.
    private static bool IsNeverSet(DateTime value) => value.Ticks < TimeSpan.TicksPerDay && value.Kind switch
    {
        _ when value.Ticks == 0 => true,
        DateTimeKind.Local => value.ToUniversalTime().Ticks == 0,
        DateTimeKind.Utc => value.ToLocalTime().Ticks == 0,
        _ => false,
    };

    private Span<byte> BeginIso(scoped ReadOnlySpan<byte> name, DateTime value, out int at)
    {
        Span<byte> destination = Reserve(name.Length + IsoLength + 1);
        name.CopyTo(destination);
        _length += name.Length;
        destination = destination.Slice(name.Length);

        long timeOfDay = value.Ticks % TimeSpan.TicksPerDay;
        int seconds = (int)(timeOfDay / TimeSpan.TicksPerSecond);
        PutPair(destination, 17, seconds % 60);
        destination[16] = (byte)':';
        PutPair(destination, 14, seconds / 60 % 60);
        destination[13] = (byte)':';
        PutPair(destination, 11, seconds / 3600);
        destination[10] = (byte)'T';
        PutDate(destination, value.Year, value.Month, value.Day);

        at = IsoFractionStart;
        int fraction = (int)(timeOfDay % TimeSpan.TicksPerSecond);
        if (fraction != 0)
            PutFraction(destination, ref at, fraction);
        return destination;
    }

    private void EndIso(Span<byte> destination, int at)
    {
        destination[at] = (byte)'"';
        _length += at + 1;
    }

    private static void PutDate(Span<byte> destination, int year, int month, int day)
    {
        PutPair(destination, 8, day);
        destination[7] = (byte)'-';
        PutPair(destination, 5, month);
        destination[4] = (byte)'-';
        PutPair(destination, 2, year % 100);
        PutPair(destination, 0, year / 100);
    }

    // Zeros at the end are not written.
    private static void PutFraction(Span<byte> destination, ref int at, int fraction)
    {
        int digits = FractionDigits;
        if (fraction % TicksPerMillisecond == 0)
        {
            fraction /= TicksPerMillisecond;
            digits = 3;
        }

        while (fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        destination[at] = (byte)'.';
        for (int i = at + digits; i > at; i--)
        {
            destination[i] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        at += digits + 1;
    }

    private static void PutOffset(Span<byte> destination, ref int at, TimeSpan offset)
    {
        int minutes = (int)(offset.Ticks / TimeSpan.TicksPerMinute);
        destination[at] = (byte)(minutes < 0 ? '-' : '+');
        minutes = Math.Abs(minutes);
        PutPair(destination, at + 4, minutes % 60);
        destination[at + 3] = (byte)':';
        PutPair(destination, at + 1, minutes / 60);
        at += 6;
    }
}

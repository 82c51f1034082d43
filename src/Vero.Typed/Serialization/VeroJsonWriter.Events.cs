namespace Vero.Typed;

// What only events have.
public ref partial struct VeroJsonWriter
{
    /// <summary>Ends the body.</summary>
    /// <param name="sizeHint">Remembers the size for the next body of the type.</param>
    /// <returns>The request, which owns an exact copy of the bytes.</returns>
    public TrackRequest ToTrackRequest(ref int sizeHint) => new(ToBody(ref sizeHint));

    /// <summary>Closes <c>extras</c>, or takes it back when nothing was written into it.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    public void EndExtras(int start) => End(start, ",\"extras\":"u8.Length, (byte)'{', "}"u8);

    /// <summary>Writes when an event happened.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null; one that was never set throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void CreatedAt(scoped ReadOnlySpan<byte> name, DateTimeOffset? value, string member)
    {
        if (value is not { } time)
            return;
        if (VeroContract.IsNeverSet(time))
            throw Problem(member, ValueProblems.DateNotSet);
        Member(name, time);
    }

    /// <summary>Writes when an event happened.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null; one that was never set throws, and so does one of an unspecified kind.</param>
    /// <param name="unspecified">What an unspecified kind means; <see cref="UnspecifiedDateTime.AsIs"/> means nothing.</param>
    /// <param name="member">The member, for the message.</param>
    public void CreatedAt(scoped ReadOnlySpan<byte> name, DateTime? value, UnspecifiedDateTime unspecified, string member)
    {
        if (value is not { } time)
            return;
        if (IsNeverSet(time))
            throw Problem(member, ValueProblems.DateNotSet);
        if (time.Kind == DateTimeKind.Unspecified)
        {
            time = unspecified switch
            {
                UnspecifiedDateTime.Utc => DateTime.SpecifyKind(time, DateTimeKind.Utc),
                UnspecifiedDateTime.Local => DateTime.SpecifyKind(time, DateTimeKind.Local),
                _ => throw Problem(member, ValueProblems.DateUnspecified),
            };
        }

        Member(name, time);
    }
}

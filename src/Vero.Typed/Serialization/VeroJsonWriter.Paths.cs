using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Vero.Typed;

// What paths, converters, methods and options of attributes need.
public ref partial struct VeroJsonWriter
{
    /// <summary>Says what a date of unspecified kind means, for all dates that follow.</summary>
    /// <param name="kind">Utc or Local.</param>
    public void UnspecifiedDateTimes(DateTimeKind kind) => _unspecifiedMeans = kind;

    /// <summary>The number of items of a collection.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The collection, or null.</param>
    /// <param name="member">The member, for the message.</param>
    /// <returns>Null when there is no collection.</returns>
    public readonly int? Count<T>(IEnumerable<T>? items, string member)
    {
        switch (items)
        {
            case null:
                return null;
            case ICollection<T> collection:
                return collection.Count;
            case IReadOnlyCollection<T> collection:
                return collection.Count;
        }

        int count = 0;
        foreach (T _ in items)
        {
            if (++count > VeroContract.MaxBodyBytes)
                throw Problem(member, ValueProblems.TooManyToCount);
        }

        return count;
    }

    /// <summary>Writes the id behind a prefix. It must be written first.</summary>
    /// <param name="name">The JSON that opens the body, up to and including the prefix.</param>
    /// <param name="prefixLength">The number of characters of the prefix, which count for the length of the id.</param>
    /// <param name="value">The id; throws if it is missing, too long, not valid Unicode, or contains invisible characters.</param>
    /// <param name="allowDefault">Whether a string such as <c>0</c> or <c>null</c> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void PrefixedId(scoped ReadOnlySpan<byte> name, int prefixLength, string? value, bool allowDefault, string member)
    {
        if (value is not null && VeroContract.IsTooLong(value, prefixLength))
            throw Problem(member, ValueProblems.TooLong);
        Id(name, value, allowDefault, member);
    }

    /// <summary>Writes text that holds JSON, as JSON; null, empty and blank text write nothing.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The text, or null; throws if it is not JSON.</param>
    /// <param name="member">The member, for the message.</param>
    public void JsonText(scoped ReadOnlySpan<byte> name, string? value, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(value!);
        }
        catch (JsonException)
        {
            // Its message holds a part of the text.
            throw Problem(member, ValueProblems.NotJson);
        }
        catch (ArgumentException)
        {
            throw Problem(member, ValueProblems.JsonNotUnicode);
        }

        using (document)
            Json(name, document.RootElement, member);
    }

    /// <summary>Writes the time zone that an id names, as its offset now; null, empty and blank ids write nothing.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">An IANA or a Windows id, or null; throws if this machine does not know it.</param>
    /// <param name="member">The member, for the message.</param>
    public void TimezoneId(scoped ReadOnlySpan<byte> name, string? value, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;

        string id = value!.Trim();
        TimeZoneInfo? zone;
#if NET8_0_OR_GREATER
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone))
            throw Problem(member, ValueProblems.UnknownTimeZone);
#else
        try
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            // Its message holds the id.
            throw Problem(member, ValueProblems.UnknownTimeZone);
        }
#endif
        Timezone(name, zone, member);
    }

    /// <summary>A method of the user has thrown.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="member">The member whose value it was to give.</param>
    /// <param name="step">The method, such as <c>ShopConverters.ToVero</c>.</param>
    /// <returns>The exception to throw, with that one inside.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly VeroSerializationException StepFailed(Exception exception, string member, string step) =>
        exception is VeroSerializationException { InnerException: not null } known && known.TypeName == _typeName && known.MemberName == member
            ? known // A converter has enumerated what another method gave, and that one threw.
            : new(_typeName, member, Placed(ValueProblems.StepFailed(step, exception)), exception);

    /// <summary>What a method of the user has given, which may be an iterator: then the method runs, and throws, only when that is enumerated.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The result of the method, or null.</param>
    /// <param name="member">The member whose value it is to give.</param>
    /// <param name="step">The method, such as <c>ShopConverters.ToVero</c>.</param>
    /// <returns>The same items; what the iterator throws is inside of an exception that names the member. Null when there are none.</returns>
    public readonly IEnumerable<T>? Sequence<T>(IEnumerable<T>? items, string member, string step) =>
        items is null or ICollection<T> or IReadOnlyCollection<T> or System.Collections.ICollection or string
            ? items
            : Guarded(items, _typeName, member, step, _within);

    // Not read into a list: a converter may take only the first items of an endless sequence.
    private static IEnumerable<T> Guarded<T>(IEnumerable<T> items, string typeName, string member, string step, string? within)
    {
        IEnumerator<T> enumerator;
        try
        {
            enumerator = items.GetEnumerator();
        }
        catch (Exception exception)
        {
            throw Failed(exception);
        }

        using (enumerator)
        {
            while (true)
            {
                T item;
                try
                {
                    if (!enumerator.MoveNext())
                        break;
                    item = enumerator.Current;
                }
                catch (Exception exception)
                {
                    throw Failed(exception);
                }

                yield return item;
            }
        }

        VeroSerializationException Failed(Exception exception) =>
            new(typeName, member, Placed(ValueProblems.StepFailed(step, exception), within), exception);
    }
}

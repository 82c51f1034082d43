using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Vero.Typed;

// What paths, converters, methods and options of attributes need.
public ref partial struct VeroJsonWriter
{
    private const string NotJson = "the string is not valid JSON";
    private const string UnknownTimeZone = "the value is not the id of a time zone that this machine knows";

    /// <summary>Says what a date of unspecified kind means, for all dates that follow.</summary>
    /// <param name="kind">Utc or Local.</param>
    public void UnspecifiedDateTimes(DateTimeKind kind) => _unspecifiedMeans = kind;

    /// <summary>The number of items of a collection.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The collection, or null.</param>
    /// <returns>Null when there is no collection.</returns>
    public static int? Count<T>(IEnumerable<T>? items) => items switch
    {
        null => null,
        ICollection<T> collection => collection.Count,
        IReadOnlyCollection<T> collection => collection.Count,
        _ => items.Count(),
    };

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
            throw Problem(member, NotJson);
        }

        using (document)
            Json(name, document.RootElement, member);
    }

    /// <summary>Writes the time zone that an id names, as its offset now; null, empty and blank ids write nothing.</summary>
    /// <param name="value">An IANA or a Windows id, or null; throws if this machine does not know it.</param>
    /// <param name="member">The member, for the message.</param>
    public void TimezoneId(string? value, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;

        string id = value!.Trim();
        TimeZoneInfo? zone;
#if NET8_0_OR_GREATER
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone))
            throw Problem(member, UnknownTimeZone);
#else
        try
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            // Its message holds the id.
            throw Problem(member, UnknownTimeZone);
        }
#endif
        Timezone(zone, member);
    }

    /// <summary>A method of the user has thrown.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="member">The member whose value it was to give.</param>
    /// <param name="step">The method, such as <c>ShopConverters.ToVero</c>.</param>
    /// <returns>The exception to throw, with that one inside.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly VeroSerializationException StepFailed(Exception exception, string member, string step) =>
        new(_typeName, member, $"{step} threw {exception.GetType().FullName}; see InnerException", exception);
}

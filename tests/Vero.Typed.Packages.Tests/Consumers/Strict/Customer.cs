using System.Globalization;
using Vero.Typed;

[assembly: CLSCompliant(false)]

namespace Shop.Strict;

/// <summary>A customer with values at the edges of their types.</summary>
public sealed partial class Customer
{
    /// <summary>Identifies the customer.</summary>
    [VeroId]
    public required ulong Id { get; init; }

    /// <summary>Below zero, in an enum of few bits.</summary>
    [VeroTrait]
    public Level Level { get; init; }

    /// <summary>Several at once.</summary>
    [VeroTrait]
    public Rights Rights { get; init; }

    /// <summary>The smallest number that there is.</summary>
    [VeroTrait]
    public long Balance { get; init; }

    /// <summary>A negative duration.</summary>
    [VeroTrait]
    public TimeSpan? Delay { get; init; }

    /// <summary>West of Greenwich, and half an hour.</summary>
    [VeroTimezone]
    public TimeSpan Offset { get; init; }

    /// <summary>Never sent as it is: only its name.</summary>
    [VeroLanguage]
    public CultureInfo? Culture { get; init; }

    /// <summary>Text in a collection.</summary>
    [VeroTrait]
    public IReadOnlyList<string>? Tags { get; init; }

#if PLANTED
    /// <summary>The key is misspelt.</summary>
    [VeroTrait("user_agent")]
    public string? Agent { get; init; }
#endif
}

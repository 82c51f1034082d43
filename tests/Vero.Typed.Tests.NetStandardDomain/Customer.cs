using System.Globalization;
using System.Net.Mail;

namespace Vero.Typed.Tests.NetStandardDomain;

/// <summary>A user's type: one member for each type that can be annotated on netstandard2.0, code made by the generator.</summary>
public partial class Customer
{
    /// <summary>An id.</summary>
    [VeroId] public Guid Id { get; set; }

    /// <summary>An email address.</summary>
    [VeroEmail] public MailAddress? Email { get; set; }

    /// <summary>Device tokens.</summary>
    [VeroChannel("push", "android")] public List<string>? Tokens { get; set; }

    /// <summary>Devices.</summary>
    [VeroChannel] public VeroChannel[]? Devices { get; set; }

    /// <summary>Text.</summary>
    [VeroTrait] public string? FirstName { get; set; }

    /// <summary>A boolean.</summary>
    [VeroTrait] public bool? IsVip { get; set; }

    /// <summary>An enum.</summary>
    [VeroTrait] public DayOfWeek? Day { get; set; }

    /// <summary>A character.</summary>
    [VeroTrait] public char Grade { get; set; }

    /// <summary>Integers of every width.</summary>
    [VeroTrait] public sbyte I8 { get; set; }

    /// <inheritdoc cref="I8"/>
    [VeroTrait] public byte U8 { get; set; }

    /// <inheritdoc cref="I8"/>
    [VeroTrait] public short? I16 { get; set; }

    /// <inheritdoc cref="I8"/>
    [VeroTrait] public uint? U32 { get; set; }

    /// <inheritdoc cref="I8"/>
    [VeroTrait] public ulong U64 { get; set; }

    /// <summary>Other numbers.</summary>
    [VeroTrait] public decimal? Balance { get; set; }

    /// <inheritdoc cref="Balance"/>
    [VeroTrait] public double Score { get; set; }

    /// <inheritdoc cref="Balance"/>
    [VeroTrait] public float? Share { get; set; }

    /// <summary>Times.</summary>
    [VeroTrait] public DateTime SignedUp { get; set; }

    /// <inheritdoc cref="SignedUp"/>
    [VeroTrait] public DateTimeOffset? LastSeen { get; set; }

    /// <inheritdoc cref="SignedUp"/>
    [VeroTrait] public TimeSpan Session { get; set; }

    /// <summary>An address.</summary>
    [VeroTrait] public Uri? Site { get; set; }

    /// <summary>A timezone.</summary>
    [VeroTimezone] public TimeZoneInfo? Zone { get; set; }

    /// <summary>A language.</summary>
    [VeroLanguage] public CultureInfo? Culture { get; set; }

    /// <summary>A user agent.</summary>
    [VeroUserAgent] public string? Agent { get; set; }

    /// <summary>Collections.</summary>
    [VeroTrait] public List<string?>? Tags { get; set; }

    /// <inheritdoc cref="Tags"/>
    [VeroTrait] public IEnumerable<double>? Scores { get; set; }

    /// <inheritdoc cref="Tags"/>
    [VeroTrait] public Dictionary<string, int[]>? ByYear { get; set; }

    /// <summary>A value with members of its own.</summary>
    [VeroTrait] public Address? Home { get; set; }

    /// <summary>Flags.</summary>
    [VeroTrait] public ConsoleModifiers? Keys { get; set; }

    /// <summary>Bytes.</summary>
    [VeroTrait] public byte[]? Photo { get; set; }

    /// <summary>A culture.</summary>
    [VeroTrait(WriteNull = true)] public CultureInfo? Second { get; set; }

    /// <summary>Entries.</summary>
    [VeroData] public IDictionary<string, object?>? Extra { get; set; }
}

using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>Every kind of value that is no container, and its nullable form.</summary>
public abstract partial class ScalarMembers : OracleMembers
{
    [VeroTrait] public string? Text { get; set; }

    [VeroTrait] public char Character { get; set; }

    [VeroTrait] public char? MaybeCharacter { get; set; }

    [VeroTrait] public bool Yes { get; set; }

    [VeroTrait] public bool? Maybe { get; set; }

    [VeroTrait] public sbyte Int8 { get; set; }

    [VeroTrait] public byte? UInt8 { get; set; }

    [VeroTrait] public short Int16 { get; set; }

    [VeroTrait] public ushort? UInt16 { get; set; }

    [VeroTrait] public int Int32 { get; set; }

    [VeroTrait] public uint? UInt32 { get; set; }

    [VeroTrait] public long Int64 { get; set; }

    [VeroTrait] public long? MaybeInt64 { get; set; }

    [VeroTrait] public ulong UInt64 { get; set; }

    [VeroTrait] public float Single { get; set; }

    [VeroTrait] public double Double { get; set; }

    [VeroTrait] public double? MaybeDouble { get; set; }

    [VeroTrait] public decimal Decimal { get; set; }

    [VeroTrait] public decimal? MaybeDecimal { get; set; }

    [VeroTrait] public Guid Guid { get; set; }

    [VeroTrait] public Guid? MaybeGuid { get; set; }

    [VeroTrait] public Uri? Link { get; set; }

    [VeroTrait] public DateTime Time { get; set; }

    [VeroTrait] public DateTime? MaybeTime { get; set; }

    [VeroTrait] public DateTimeOffset Instant { get; set; }

    [VeroTrait] public DateOnly? Date { get; set; }

    [VeroTrait] public TimeOnly? TimeOfDay { get; set; }

    [VeroTrait] public TimeSpan? Duration { get; set; }

    [VeroTrait] public Plan Plan { get; set; }

    [VeroTrait] public Plan? MaybePlan { get; set; }

    [VeroTrait] public Tier Tier { get; set; }

    [VeroTrait] public Rights Rights { get; set; }

    [VeroTrait] public Rights? MaybeRights { get; set; }

    [VeroTrait] public byte[]? Bytes { get; set; }
}

/// <summary>A user with all of them.</summary>
[VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email)), VeroChannel("push", "android", From = nameof(Tokens))]
[VeroTimezone(From = nameof(Zone)), VeroLanguage(From = nameof(Culture)), VeroUserAgent(From = nameof(Agent))]
public partial class Scalars : ScalarMembers;

/// <summary>An event with all of them.</summary>
[VeroEvent("Scalars \"☃\""), VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email))]
public partial class ScalarsEvent : ScalarMembers
{
    [VeroCreatedAt, JsonIgnore] public DateTimeOffset? CreatedAt { get; set; }
}

/// <summary>The same user, to the letter of Vero's schema.</summary>
[VeroSerialization(FreeformValues = FreeformValues.Strings)]
public sealed partial class ScalarsAsStrings : Scalars;

/// <summary>The same event, to the letter of Vero's schema.</summary>
[VeroEvent("Scalars as strings"), VeroSerialization(FreeformValues = FreeformValues.Strings)]
public sealed partial class ScalarsEventAsStrings : ScalarsEvent;

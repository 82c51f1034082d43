using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>An event of every family of values, among them types that are values of users too.</summary>
[VeroEvent("Bought \"it\"", Source = "oracle \"shop\"")]
public partial class Purchase : OracleEvent
{
    [VeroTrait] public string? Text { get; set; }

    [VeroTrait] public char Character { get; set; }

    [VeroTrait] public bool? Maybe { get; set; }

    [VeroTrait] public int Int32 { get; set; }

    [VeroTrait] public ulong? UInt64 { get; set; }

    [VeroTrait] public double Double { get; set; }

    [VeroTrait] public decimal Decimal { get; set; }

    [VeroTrait] public Guid? Guid { get; set; }

    [VeroTrait] public DateTime Time { get; set; }

    [VeroTrait] public TimeSpan? Duration { get; set; }

    [VeroTrait] public Plan Plan { get; set; }

    [VeroTrait] public Level Level { get; set; }

    [VeroTrait] public byte[]? Bytes { get; set; }

    [VeroTrait] public string?[]? Texts { get; set; }

    [VeroTrait] public Dictionary<string, string?>? Words { get; set; }

    [VeroTrait] public Home? Home { get; set; }

    [VeroTrait] public List<Home?>? Homes { get; set; }

    [VeroTrait("timezone"), JsonPropertyName("timezone")] public int? Zone { get; set; }

    [VeroTrait(WriteNull = true), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? NullText { get; set; }

    [VeroData, JsonIgnore] public Dictionary<string, object?>? More { get; set; }

    // System.Text.Json writes the nulls of extension data, Vero.Typed leaves null out of data.
    [JsonExtensionData]
    public Dictionary<string, object>? MoreThatIsSent => More?.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);
}

/// <summary>The same, to the letter of Vero's schema.</summary>
[VeroEvent("Bought as strings", Source = "oracle \"shop\"")]
[VeroSerialization(FreeformValues = FreeformValues.Strings)]
public sealed partial class PurchaseAsStrings : Purchase;

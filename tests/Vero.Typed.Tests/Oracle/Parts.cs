using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>Every kind of value that is made of others, and those whose shape is known only at run time.</summary>
public abstract partial class PartMembers : OracleMembers
{
    [VeroTrait] public string?[]? Texts { get; set; }

    [VeroTrait] public List<int?>? Numbers { get; set; }

    [VeroTrait] public ImmutableArray<double> Doubles { get; set; } = [];

    [VeroTrait] public HashSet<decimal>? Decimals { get; set; }

    [VeroTrait] public IEnumerable<DateTime?>? Times { get; set; }

    [VeroTrait] public IReadOnlyCollection<Guid>? Guids { get; set; }

    [VeroTrait] public LinkedList<bool?>? Answers { get; set; }

    [VeroTrait] public Queue<Plan?>? Plans { get; set; }

    [VeroTrait] public Rights[]? Rights { get; set; }

    [VeroTrait] public long[][]? Table { get; set; }

    [VeroTrait] public List<byte[]?>? Blobs { get; set; }

    [VeroTrait] public Dictionary<string, string?>? Words { get; set; }

    [VeroTrait] public IReadOnlyDictionary<string, Level?>? Levels { get; set; }

    [VeroTrait] public SortedDictionary<string, List<char>>? Letters { get; set; }

    [VeroTrait] public Dictionary<string, Dictionary<string, Place?>>? Places { get; set; }

    [VeroTrait] public Home? Home { get; set; }

    [VeroTrait] public List<Home?>? Homes { get; set; }

    [VeroTrait] public Point Point { get; set; }

    [VeroTrait] public Level Level { get; set; }

    [VeroTrait] public Key? Key { get; set; }

    [VeroTrait] public Nickname? Nickname { get; set; }

    [VeroTrait] public Key[]? Keys { get; set; }

    [VeroTrait] public MailAddress? Mail { get; set; }

    [VeroTrait] public CultureInfo? Second { get; set; }

    [VeroTrait] public CultureInfo?[]? Cultures { get; set; }

    [VeroTrait] public JsonElement? Element { get; set; }

    [VeroTrait] public JsonNode? Node { get; set; }

    [VeroTrait] public JsonNode?[]? Nodes { get; set; }

    [VeroTrait(WriteNull = true), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? NullText { get; set; }

    [VeroTrait(WriteNull = true), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? NullNumber { get; set; }

    [VeroTrait(WriteNull = true), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public List<int>? NullList { get; set; }

    [VeroTrait(WriteNull = true), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public Home? NullHome { get; set; }

    [VeroData, JsonIgnore] public Dictionary<string, object?>? More { get; set; }

    // System.Text.Json writes the nulls of extension data, Vero.Typed leaves null out of data.
    [JsonExtensionData]
    public Dictionary<string, object>? MoreThatIsSent => More?.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);
}

/// <summary>A user with all of them.</summary>
[VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email)), VeroChannel("push", "android", From = nameof(Tokens))]
[VeroTimezone(From = nameof(Zone)), VeroLanguage(From = nameof(Culture)), VeroUserAgent(From = nameof(Agent))]
public partial class Parts : PartMembers;

/// <summary>An event with all of them.</summary>
[VeroEvent("Parts \"☃\""), VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email))]
public partial class PartsEvent : PartMembers
{
    [VeroCreatedAt, JsonIgnore] public DateTimeOffset? CreatedAt { get; set; }
}

/// <summary>The same user, to the letter of Vero's schema.</summary>
[VeroSerialization(FreeformValues = FreeformValues.Strings)]
public sealed partial class PartsAsStrings : Parts;

/// <summary>The same event, to the letter of Vero's schema.</summary>
[VeroEvent("Parts as strings"), VeroSerialization(FreeformValues = FreeformValues.Strings)]
public sealed partial class PartsEventAsStrings : PartsEvent;

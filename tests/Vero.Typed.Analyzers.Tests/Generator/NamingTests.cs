using System.Globalization;
using System.Text;
using System.Text.Json;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class NamingTests
{
    private static readonly string[] Awkward =
    [
        "userID", "URLValue", "Address2", "OAuth2Token", "iPhone", "A1B2", "Is5Star", "SHA256Hash", "_private", "user__x", "İstanbul", "TimeZone", "UserAgent",
        "I", "i", "ID", "id", "Id", "İ", "ı", "ISBN", "IPAddress", "IOException", "DİL", "Ii", "iI", "XMLHttpRequest", "HTML5", "A", "a", "AB", "Ab", "aB", "ab",
        "ABC", "ABc", "AbC", "Abc", "aBC", "aBc", "abC", "A1", "a1", "A1b", "A1B", "1A".Insert(0, "_"), "_", "__", "_A", "__A", "A_", "A__", "A_B", "A__B", "a_b", "a_B",
        "FirstName", "firstName", "FIRST_NAME", "First_Name", "first_name", "Straße", "STRASSE", "Ångström", "ångström", "ÉTÉ", "Été", "Имя", "ИмяПользователя",
        "Ονομα", "ΟΝΟΜΑΣ", "名前", "名前Name", "Name名前", "이름", "ǅungla", "Ǆ", "ﬁrst", "ªb", "X२Y", "Value१", "NameⅣ", "Ⅳ", "A\u0301B", "Cafe\u0301Name", "_1", "Is64Bit", "B2B",
        "Q4Revenue2024", "PH", "pH", "TWhPerYear", "iOSVersion", "IOSVersion", "MaxKB", "kB", "eMail", "EMail", "E_Mail", "_id", "_ID", "__Id__", "PascalCaseName",
        "LastSeenAtUTC", "UTCOffset", "NotNULL", "isVIP", "VIPSince", "IsVIPNow", "ABTest", "ABTestGroup2A", "Größe", "ÜBER", "ÜberName", "naïveName", "Łódź", "ŻÓŁĆ",
    ];

    private static readonly string[] Pieces = ["Id", "ID", "user", "URL", "X", "x", "2", "_", "Iı", "Éa"];

    public static MatrixTheoryData<string, string> CulturesAndPolicies { get; } = new(["", "tr-TR", "fi-FI"], ["SnakeCase", "CamelCase", "AsDeclared"]);

    [Theory]
    [MemberData(nameof(CulturesAndPolicies))]
    public void Keys_are_those_of_the_naming_policy_of_system_text_json(string culture, string policy)
    {
        string[] names = [.. Awkward.Concat(Combinations()).Distinct(StringComparer.Ordinal)];
        Assert.True(names.Length > 500, "hundreds of names");
        Func<string, string> expected = policy switch
        {
            "SnakeCase" => JsonNamingPolicy.SnakeCaseLower.ConvertName,
            "CamelCase" => JsonNamingPolicy.CamelCase.ConvertName,
            _ => static name => name,
        };

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string json in UnderCulture(culture, () => GeneratorHarness.Run(OneClassForEachSetOfKeys(names, expected, policy)).AllJson))
        {
            foreach (JsonProperty trait in JsonDocument.Parse(json).RootElement.GetProperty("data").EnumerateObject())
                found.Add(trait.Value.GetString()!, trait.Name);
        }

        Assert.Equal(
            names.Select(name => KeyValuePair.Create(name, expected(name))).OrderBy(static pair => pair.Key, StringComparer.Ordinal),
            found.OrderBy(static pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "", "first_name")]
    [InlineData("", "VeroSerialization", "first_name")]
    [InlineData("", "VeroSerialization(Naming = Naming.SnakeCase)", "first_name")]
    [InlineData("", "VeroSerialization(Naming = Naming.CamelCase)", "firstName")]
    [InlineData("", "VeroSerialization(Naming = Naming.AsDeclared)", "FirstName")]
    [InlineData("", "VeroSerialization(Naming = (Naming)1)", "firstName")]
    [InlineData("[assembly: VeroSerialization(Naming = Naming.CamelCase)]", "", "firstName")]
    [InlineData("[assembly: VeroSerialization(Naming = Naming.CamelCase)]", "VeroSerialization(Naming = Naming.AsDeclared)", "FirstName")]
    [InlineData("[assembly: VeroSerialization(Naming = Naming.CamelCase)]", "VeroSerialization(Naming = Naming.SnakeCase)", "first_name")]
    public void The_policy_of_a_type_wins_over_that_of_the_assembly(string onAssembly, string onType, string key) => Assert.Equal(
        $$$"""{"id":"1","data":{"{{{key}}}":"Ann"}}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            {{onAssembly}}
            {{(onType.Length == 0 ? "" : $"[{onType}] ")}}public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string FirstName = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void An_edit_of_the_assembly_attribute_is_seen()
    {
        const string Customer = "using Vero.Typed; public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string FirstName = \"Ann\"; }";
        GeneratorRun run = GeneratorHarness.Run([Customer, "[assembly: Vero.Typed.VeroSerialization(Naming = Vero.Typed.Naming.CamelCase)]"]);
        Assert.Contains("firstName", run.Text, StringComparison.Ordinal);
        Assert.Contains("first_name", run.Edited(Customer, "").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_of_a_base_class_is_that_of_its_own_assembly()
    {
        CompiledAssembly domain = GeneratorHarness.Run("""
            using Vero.Typed;
            [assembly: VeroSerialization(Naming = Naming.CamelCase)]
            namespace Domain { public abstract class Person { [VeroTrait] public string FirstName = "Ann"; } }
            """, new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        Assert.Equal(
            """{"id":"1","data":{"firstName":"Ann","LastName":"Lee"}}""",
            GeneratorHarness.Run("""
                using Vero.Typed;
                [assembly: VeroSerialization(Naming = Naming.AsDeclared)]
                public class Customer : Domain.Person { [VeroId] public int Id = 1; [VeroTrait] public string LastName = "Lee"; }
                public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
                """, new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void The_policy_of_a_type_does_not_reach_its_base_or_its_derived_classes() => Assert.Equal(
        """{"id":"1","data":{"first_name":"Ann","LastName":"Lee","nick_name":"An"}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public abstract class A { [VeroTrait] public string FirstName = "Ann"; }
            [VeroSerialization(Naming = Naming.AsDeclared)] public abstract class B : A { [VeroTrait] public string LastName = "Lee"; }
            public class C : B { [VeroId] public int Id = 1; [VeroTrait] public string NickName = "An"; }
            public static class Case { public static IdentifyRequest Make() => new C().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("\"smtp-id\"", "smtp-id")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"FirstName\"", "FirstName")]
    [InlineData("\"q\\\"uote\"", "q\\\"uote")]
    [InlineData("\"back\\\\slash\"", "back\\\\slash")]
    [InlineData("\"new\\nline\\ttab\\0nul\\u001b\"", "new\\nline\\ttab\\u0000nul\\u001B")]
    [InlineData("\"{brace} {{0}}\"", "{brace} {{0}}")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"\\U0001F600\"", "😀")]
    [InlineData("\"é\\u2028x\\u0085y\\ufeff\"", "é\u2028x\u0085y\ufeff")]
    [InlineData("\"lone\\ud800\"", "lone\uFFFD")]
    [InlineData("@\"verbatim\"\"\\\"", "verbatim\\\"\\\\")]
    [InlineData("Keys.Constant", "from_const")]
    [InlineData("Keys.Constant + \"_\" + nameof(Keys)", "from_const_Keys")]
    [InlineData("$\"{Keys.Constant}_{nameof(Customer)}\"", "from_const_Customer")]
    [InlineData("\"\"\"raw \"text\" \"\"\"", "raw \\\"text\\\" ")]
    [InlineData("key: \"named\"", "named")]
    [InlineData("\"id\"", "id")]
    [InlineData("\"email\"", "email")]
    [InlineData("\"*/ // \"", "*/ // ")]
    public void A_key_of_its_own_is_sent_exactly_as_written(string argument, string key) => Assert.Equal(
        $$$"""{"id":"1","data":{"{{{key}}}":true}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers($"[VeroTrait({argument})] public bool Flag = true;", "public static class Keys { public const string Constant = \"from_const\"; }")).Json);

    private static IEnumerable<string> Combinations() =>
        from a in Pieces
        from b in Pieces
        from c in Pieces
        where char.IsLetter(a[0]) || a[0] == '_'
        select a + b + c;

    private static string OneClassForEachSetOfKeys(IEnumerable<string> names, Func<string, string> keyOf, string policy)
    {
        var classes = new List<Dictionary<string, string>>();
        foreach (string name in names)
        {
            Dictionary<string, string>? free = classes.Find(members => !members.ContainsKey(keyOf(name)));
            if (free is null)
                classes.Add(free = new Dictionary<string, string>(StringComparer.Ordinal));
            free.Add(keyOf(name), name);
        }

        var source = new StringBuilder("using Vero.Typed;\n");
        for (int i = 0; i < classes.Count; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"[VeroSerialization(Naming = Naming.{policy})] public class C{i} {{ [VeroId] public int TheNumber = 1;\n");
            foreach (string name in classes[i].Values)
                source.Append(CultureInfo.InvariantCulture, $"[VeroTrait] public string @{name} {{ get; }} = \"{name}\";\n");
            source.Append("}\n");
        }

        string all = string.Join(", ", Enumerable.Range(0, classes.Count).Select(static i => $"new C{i}().ToIdentifyRequest()"));
        return source.Append(CultureInfo.InvariantCulture, $"public static class Case {{ public static IdentifyRequest[] MakeAll() => new[] {{ {all} }}; }}").ToString();
    }

    private static T UnderCulture<T>(string name, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

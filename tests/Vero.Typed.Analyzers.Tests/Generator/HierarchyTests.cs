using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class HierarchyTests
{
    [Theory]
    [InlineData("partial class", true)]
    [InlineData("sealed partial class", false)]
    [InlineData("partial struct", false)]
    [InlineData("partial record", true)]
    [InlineData("sealed partial record", false)]
    [InlineData("partial record struct", false)]
    public void The_method_is_virtual_where_a_type_can_be_derived_from(string kind, bool isVirtual) =>
        AssertMethods(GeneratorHarness.Run($"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id => 1; }}"), "Customer", isVirtual, isOverride: false);

    [Theory]
    [InlineData("public abstract IdentifyRequest ToIdentifyRequest();")]
    [InlineData("public virtual IdentifyRequest ToIdentifyRequest() => null!;")]
    [InlineData("public abstract IdentifyRequest ToIdentifyRequest(); public abstract void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer);")]
    [InlineData("public abstract VeroIdentity ToVeroIdentity(); public abstract IdentifyRequest ToIdentifyRequest();")]
    [InlineData("public virtual void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) { } public abstract IdentifyRequest ToIdentifyRequest();")]
    public void A_contract_that_a_base_writes_by_hand_is_overridden(string contract) => Assert.Equal(
        """{"id":"1"}""",
        Run($$"""
            public abstract class Contract { {{contract}} }
            public abstract class Middle : Contract { }
            public partial class Customer : Middle { [VeroId] public int Id = 1; }
            public static class Case { public static IdentifyRequest Make() => ((Contract)new Customer()).ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("abstract partial class", "", "partial class")]
    [InlineData("abstract class", "", "class")]
    [InlineData("abstract class", "<T>", "class")]
    public void Many_bases_without_an_id_take_no_time(string baseKind, string parameters, string kind)
    {
        var source = new StringBuilder($"public {baseKind} L0{parameters} {{ [VeroTrait] public int M0 => 0; }}\n");
        for (int i = 1; i < 80; i++)
            source.Append(CultureInfo.InvariantCulture, $"public {baseKind} L{i}{parameters} : L{i - 1}{parameters} {{ [VeroTrait] public int M{i} => {i}; }}\n");
        source.Append(CultureInfo.InvariantCulture, $"public {kind} Customer : L79{parameters.Replace("T", "int")} {{ [VeroId] public int Id => 1; }}\n");
        source.Append("public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }");
        Assert.EndsWith("\"m78\":78,\"m79\":79}}", Run(source.ToString()).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_derived_class_overrides_that_of_its_base()
    {
        GeneratorRun run = Run("""
            public partial class Person { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public partial class Customer : Person { [VeroTrait] public int Orders = 2; }
            public sealed partial class Vip : Customer { [VeroTrait] public string Card = "gold"; }
            public static class Case { public static IdentifyRequest[] MakeAll() => new[] { new Person().ToIdentifyRequest(), ((Person)new Customer()).ToIdentifyRequest(), ((IVeroUser)(Person)new Vip()).ToIdentifyRequest() }; }
            """);
        Assert.Equal(
            [
                """{"id":"1","data":{"name":"Ann"}}""",
                """{"id":"1","data":{"name":"Ann","orders":2}}""",
                """{"id":"1","data":{"name":"Ann","orders":2,"card":"gold"}}""",
            ],
            run.AllJson);
        AssertMethods(run, "Person", isVirtual: true, isOverride: false);
        AssertMethods(run, "Customer", isVirtual: false, isOverride: true);
        AssertMethods(run, "Vip", isVirtual: false, isOverride: true);
    }

    [Fact]
    public void A_class_between_that_has_no_traits_needs_no_code() => Assert.Equal(
        """{"id":"1","data":{"orders":2}}""",
        Json("""
            public partial class Person { [VeroId] public int Id = 1; }
            public class Middle : Person { public string? Secret; }
            public partial class Customer : Middle { [VeroTrait] public int Orders = 2; }
            public static class Case { public static IdentifyRequest Make() => ((Person)new Customer()).ToIdentifyRequest(); }
            """));

    [Fact]
    public void A_derived_class_without_traits_uses_the_method_of_its_base()
    {
        GeneratorRun run = Run("""
            public partial class Person { [VeroId] public int Id = 1; }
            public class Customer : Person { public int Orders = 2; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """);
        Assert.Equal("""{"id":"1"}""", run.Json);
        Assert.Single(run.Files);
    }

    [Fact]
    public void The_attribute_on_a_type_asks_for_code_where_members_are_only_inherited()
    {
        GeneratorRun run = Run("""
            public partial class Person { [VeroId] public int Id = 1; }
            [VeroSerialization] public partial class Customer : Person { }
            public static class Case { public static IdentifyRequest Make() => ((Person)new Customer()).ToIdentifyRequest(); }
            """);
        Assert.Equal("""{"id":"1"}""", run.Json);
        AssertMethods(run, "Customer", isVirtual: false, isOverride: true);
    }

    [Theory]
    [InlineData("abstract class", "class")]
    [InlineData("abstract partial class", "class")]
    [InlineData("abstract class", "partial class")]
    [InlineData("abstract partial class", "partial class")]
    [InlineData("abstract record", "record")]
    [InlineData("abstract partial record", "sealed partial record")]
    public void An_abstract_base_without_an_id_gets_no_code(string @base, string derived)
    {
        GeneratorRun run = Run($$"""
            public {{@base}} Person { [VeroTrait] public string Name => "Ann"; }
            public {{derived}} Customer : Person { [VeroId] public int Id => 1; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """);
        Assert.Equal("""{"id":"1","data":{"name":"Ann"}}""", run.Json);
        Assert.Single(run.Files);
        if (derived == "partial class")
            AssertMethods(run, "Customer", isVirtual: true, isOverride: false);
    }

    [Fact]
    public void An_abstract_partial_base_with_an_id_is_overridden()
    {
        GeneratorRun run = Run("""
            public abstract partial class Person { [VeroId] public abstract int Id { get; } }
            public partial class Customer : Person { public override int Id => 1; [VeroTrait] public string Name => "Ann"; }
            public static class Case { public static IdentifyRequest Make() { Person person = new Customer(); return person.ToIdentifyRequest(); } }
            """);
        Assert.Equal("""{"id":"1","data":{"name":"Ann"}}""", run.Json);
        AssertMethods(run, "Person", isVirtual: true, isOverride: false);
        AssertMethods(run, "Customer", isVirtual: false, isOverride: true);
    }

    [Fact]
    public void An_invalid_base_leaves_its_derived_classes_without_code() => Assert.Empty(Run("""
        public partial class Person { [VeroId] public int A = 1; [VeroId] public int B = 2; }
        public partial class Customer : Person { [VeroTrait] public string Name = "Ann"; }
        public class Plain : Person { [VeroTrait] public string Name = "Ann"; }
        """).Files);

    [Fact]
    public void A_plain_derived_class_of_a_partial_base_gets_no_code() => Assert.Single(Run("""
        public partial class Person { [VeroId] public int Id = 1; }
        public class Customer : Person { [VeroTrait] public string Name = "Ann"; }
        """).Files);

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public void A_class_derived_from_a_plain_one_has_its_own_method(string kind) => Assert.Equal(
        ["""{"id":"1"}""", """{"id":"1","data":{"name":"Ann"}}"""],
        Run($$"""
            public class Person { [VeroId] public int Id = 1; }
            public {{kind}} Customer : Person { [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest[] MakeAll() => new[] { new Person().ToIdentifyRequest(), new Customer().ToIdentifyRequest() }; }
            """).AllJson);

    [Fact]
    public void A_private_member_of_a_partial_base_cannot_be_read_by_the_override() => Assert.Single(Run("""
        public partial class Person { [VeroId] public int Id = 1; [VeroTrait] private string Secret => "s"; }
        public partial class Customer : Person { [VeroTrait] public string Name = "Ann"; }
        """).Files);

    [Fact]
    public void A_protected_member_of_a_partial_base_is_sent_by_the_override() => Assert.Equal(
        """{"id":"1","data":{"level":"l","name":"Ann"}}""",
        Json("""
            public partial class Person { [VeroId] protected int Id = 1; [VeroTrait] protected internal string Level = "l"; }
            public partial class Customer : Person { [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => ((Person)new Customer()).ToIdentifyRequest(); }
            """));

    [Theory]
    [InlineData("[VeroTrait] public virtual string Name => \"a\";", "public override string Name => \"b\";", "\"name\":\"b\"")]
    [InlineData("[VeroTrait] public virtual string Name => \"a\";", "[VeroTrait] public override string Name => \"b\";", "\"name\":\"b\"")]
    [InlineData("[VeroTrait] public virtual string Name => \"a\";", "[VeroTrait(\"full_name\")] public override string Name => \"b\";", "\"full_name\":\"b\"")]
    [InlineData("[VeroTrait] public string Name => \"a\";", "public new string Name => \"b\";", "\"name\":\"a\"")]
    [InlineData("[VeroTrait] public string Name => \"a\";", "[VeroTrait] public new string Name => \"b\";", "\"name\":\"b\"")]
    [InlineData("[VeroTrait] public int? Name => 1;", "[VeroTrait] public new string Name => \"b\";", "\"name\":\"b\"")]
    [InlineData("[VeroTrait] public string Name => \"a\";", "[VeroTrait(\"nick\")] public new string Name => \"b\";", "\"name\":\"a\",\"nick\":\"b\"")]
    [InlineData("[VeroTrait(\"nick\")] public string Name => \"a\";", "[VeroTrait(\"nick\")] public new string Name = \"b\";", "\"nick\":\"b\"")]
    [InlineData("[VeroTrait] public string Name => \"a\";", "public new string Name() => \"b\";", "\"name\":\"a\"")]
    public void Overrides_inherit_and_shadows_replace_only_the_same_key(string inBase, string inDerived, string data)
    {
        foreach ((string @base, string derived) in new[] { ("abstract class", "class"), ("partial class", "partial class"), ("class", "class") })
        {
            Assert.Equal(
                "{\"id\":\"1\",\"data\":{" + data + ",\"z\":0}}",
                Json($$"""
                    public {{@base}} Person { [VeroId] public int Id = 1; {{inBase}} }
                    public {{derived}} Customer : Person { {{inDerived}} [VeroTrait] public int Z = 0; }
                    public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
                    """));
        }
    }

    [Theory]
    [InlineData("[VeroId] public virtual int Id => 1;", "public override int Id => 2;", "2")]
    [InlineData("[VeroId] public int Id => 1;", "[VeroId] public new string Id => \"b\";", "b")]
    [InlineData("[VeroId] public int Id => 1;", "public new string Id => \"b\";", "1")]
    public void The_same_holds_for_the_id(string inBase, string inDerived, string id) => Assert.Equal(
        $$$"""{"id":"{{{id}}}","data":{"z":0}}""",
        Json($$"""
            public class Person { {{inBase}} }
            public class Customer : Person { {{inDerived}} [VeroTrait] public int Z = 0; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """));

    [Fact]
    public void Members_of_bases_come_first_in_channels_and_data() => Assert.Equal(
        """{"id":"1","email":"a@b","channels":[{"type":"p","platform":"x","address":"1"},{"type":"p","platform":"x","address":"2"}],"data":{"a":1,"b":2,"timezone":3,"c":4}}""",
        Json("""
            public abstract class A { [VeroTrait("a")] public int X1 = 1; [VeroChannel("p", "x")] public string T1 = "1"; }
            public abstract class B : A { [VeroTrait("b")] public int X2 = 2; [VeroTimezone] public int Zone = 3; [VeroEmail] public string Email = "a@b"; }
            public class C : B { [VeroTrait("c")] public int X3 = 4; [VeroChannel("p", "x")] public string T2 = "2"; [VeroId] public int Id = 1; }
            public static class Case { public static IdentifyRequest Make() => new C().ToIdentifyRequest(); }
            """));

    [Theory]
    [InlineData("public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; [VeroTrait] public T? Extra { get; set; } }", "Entity<int>", "Id = 1; Extra = 7", "\"extra\":7,")]
    [InlineData("public class Entity<T> { [VeroTrait] public T? Extra { get; set; } [VeroId] public int Id { get; set; } }", "Entity<string>", "Id = 1; Extra = \"x\"", "\"extra\":\"x\",")]
    [InlineData("public abstract class Root<T> { [VeroId] public T Id { get; set; } = default!; } public abstract class Entity<U, V> : Root<V> { [VeroTrait] public U Extra { get; set; } = default!; }", "Entity<bool, System.Guid>", "Id = new(\"0f8fad5b-d9cb-469f-a165-70867728950e\"); Extra = true", "\"extra\":true,")]
    public void A_member_of_the_type_of_a_parameter_is_judged_on_the_closed_derived_type(string bases, string @base, string values, string data)
    {
        string json = Json($$"""
            {{bases}}
            public class Customer : {{@base}} { public Customer() { {{values}}; } [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """);
        Assert.EndsWith("\"data\":{" + data + "\"name\":\"Ann\"}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribute_on_a_type_closes_a_generic_base() => Assert.Equal(
        """{"id":"7"}""",
        Json("""
            public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; }
            [VeroSerialization] public class Customer : Entity<int> { }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 7 }.ToIdentifyRequest(); }
            """));

    [Theory]
    [InlineData("record Base([VeroId] int Id)", "record Customer(int Id, [VeroTrait] string Name) : Base(Id)")]
    [InlineData("record Base([VeroId] int Id)", "record Customer([VeroId] int Id, [VeroTrait] string Name) : Base(Id)")]
    [InlineData("record Base(int Id)", "record Customer([VeroId] int Id, [VeroTrait] string Name) : Base(Id)")]
    [InlineData("abstract record Base(int Id)", "sealed record Customer([VeroId] int Id, [VeroTrait] string Name) : Base(Id)")]
    [InlineData("abstract record Base<T>([property: VeroId] T Id)", "record Customer(int Id, [VeroTrait] string Name) : Base<int>(Id)")]
    [InlineData("partial record Base([VeroId] int Id)", "partial record Customer(int Id, [property: VeroTrait] string Name) : Base(Id)")]
    public void A_record_parameter_and_an_inherited_property_are_one_member(string @base, string derived) => Assert.Equal(
        """{"id":"1","data":{"name":"Ann"}}""",
        Json($$"""
            public {{@base}};
            public {{derived}};
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """));

    [Fact]
    public void A_partial_generic_base_is_overridden_by_its_closed_derived_class() => Assert.Equal(
        """{"id":"1","data":{"name":"Ann"}}""",
        Json("""
            public partial class Entity<T> { [VeroId] public int Id = 1; public T? Other; }
            public partial class Customer : Entity<string> { [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => ((Entity<string>)new Customer()).ToIdentifyRequest(); }
            """));

    [Fact]
    public void Below_a_generic_base_that_could_not_be_generated_the_methods_start_anew()
    {
        GeneratorRun run = Run("""
            public abstract partial class Entity<T> { [VeroId] public T Id { get; set; } = default!; }
            public partial class Customer : Entity<int> { [VeroTrait] public string Name = "Ann"; }
            public partial class Vip : Customer { [VeroTrait] public string Card = "gold"; }
            public static class Case { public static IdentifyRequest Make() => ((Customer)new Vip { Id = 1 }).ToIdentifyRequest(); }
            """);
        Assert.Equal("""{"id":"1","data":{"name":"Ann","card":"gold"}}""", run.Json);
        AssertMethods(run, "Customer", isVirtual: true, isOverride: false);
        AssertMethods(run, "Vip", isVirtual: false, isOverride: true);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(80)]
    public void Deep_hierarchies_work(int levels)
    {
        StringBuilder source = new("public partial class L0 { [VeroId] public int Id = 1; }\n"), json = new();
        for (int i = 1; i < levels; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"public partial class L{i} : L{i - 1} {{ [VeroTrait] public int T{i} = {i}; }}\n");
            json.Append(CultureInfo.InvariantCulture, $",\"t{i}\":{i}");
        }

        source.Append(CultureInfo.InvariantCulture, $"public static class Case {{ public static IdentifyRequest Make() => ((L0)new L{levels - 1}()).ToIdentifyRequest(); }}");
        Assert.Equal("{\"id\":\"1\",\"data\":{" + json.ToString(1, json.Length - 1) + "}}", Json(source.ToString()));
    }

    [Fact]
    public void Nested_types_may_derive_from_each_other() => Assert.Equal(
        """{"id":"1","data":{"name":"Ann"}}""",
        Json("""
            public partial class Outer<T> { [VeroId] public int Id = 1; public partial class Inner : Outer<string> { [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => ((Outer<string>)new Outer<int>.Inner()).ToIdentifyRequest(); }
            """));

    [Fact]
    public void An_edit_of_the_base_is_seen_in_the_derived_class()
    {
        const string Base = "using Vero.Typed; public abstract class Person { [VeroTrait] public string? Name; }";
        const string Derived = "using Vero.Typed; public class Customer : Person { [VeroId] public int Id; }";
        GeneratorRun run = GeneratorHarness.Run([Base, Derived]);
        Assert.Contains("\\\"name\\\"", run.Text, StringComparison.Ordinal);
        Assert.Contains("\\\"surname\\\"", run.Edited(Base.Replace("Name", "Surname", StringComparison.Ordinal), Derived).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public enum Plan { Free, Pro }", "Free", "Basic")]
    [InlineData("public readonly record struct Plan(int Value);", "int Value", "string Value")]
    public void An_edit_of_a_members_type_in_another_file_is_seen(string type, string before, string after)
    {
        const string source = "using Vero.Typed; public record Customer([VeroId] int Id, [VeroTrait] Plan Plan);";
        GeneratorRun run = GeneratorHarness.Run([type, source]);
        Assert.NotEqual(run.Text, run.Edited(type.Replace(before, after, StringComparison.Ordinal), source).Text);
    }

    private static GeneratorRun Run(string source) => GeneratorHarness.Run("using Vero.Typed;\n" + source);

    private static string Json(string source) => Run(source).Json;

    private static void AssertMethods(GeneratorRun run, string type, bool isVirtual, bool isOverride)
    {
        INamedTypeSymbol symbol = run.Output.GetTypeByMetadataName(type)!;
        foreach (string name in new[] { "ToIdentifyRequest", "WriteIdentifyRequest", "ToVeroIdentity" })
        {
            var method = Assert.IsAssignableFrom<IMethodSymbol>(Assert.Single(symbol.GetMembers(name)));
            Assert.Equal((Accessibility.Public, isVirtual, isOverride), (method.DeclaredAccessibility, method.IsVirtual, method.IsOverride));
        }

        Assert.Contains(symbol.AllInterfaces, static i => i.Name == nameof(IVeroUser));
    }
}

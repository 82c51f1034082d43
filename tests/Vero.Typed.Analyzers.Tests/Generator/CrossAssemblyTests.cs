using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class CrossAssemblyTests
{
    private static readonly HarnessOptions Domain = new() { AssemblyName = "Domain" };

    private const string Customer = """
        using Vero.Typed;
        public KIND Customer : Domain.Person { [VeroTrait] public string Name => "Ann"; }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """;

    [Theory]
    [InlineData("public abstract class Person { [VeroTrait] internal string Secret => \"s\"; }", "Domain.Person { [VeroId] public int Id => 1; }", true)]
    [InlineData("public abstract class Person<T> { [VeroId] public T? Id { get; set; } [VeroTrait] internal string Secret => \"s\"; }", "Domain.Person<int> { [VeroTrait] public int A => 1; }", true)]
    [InlineData("public abstract partial class Person { [VeroTrait] private protected string Secret => \"s\"; } public class Middle : Person { }", "Domain.Middle { [VeroId] public int Id => 1; }", true)]
    [InlineData("public abstract class Person { [VeroTrait] public string Open => \"s\"; } public abstract class Other { [VeroTrait] internal string Secret => \"s\"; }", "Domain.Person { [VeroId] public int Id => 1; }", false)]
    [InlineData("public abstract class Person { internal string Secret => \"s\"; [VeroTrait] public string Open => \"s\"; }", "Domain.Person { [VeroId] public int Id => 1; }", false)]
    public async Task What_a_base_without_code_hides_is_reported_on_the_derived_type(string @base, string derived, bool isReported)
    {
        CompiledAssembly domain = GeneratorHarness.Run($"using Vero.Typed; namespace Domain {{ {@base} }}", Domain).ToAssembly();
        foreach (string kind in new[] { "class", "partial class" })
        {
            string name = isReported ? "{|VERO008:Customer|}" : "Customer";
            await Verify.AnalyzerAsync($"using Vero.Typed; public {kind} {name} : {derived}", new HarnessOptions { References = [domain] });
        }
    }

    [Fact]
    public async Task A_friend_assembly_sees_what_others_do_not()
    {
        CompiledAssembly domain = GeneratorHarness.Run("""
            using Vero.Typed;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Tested"), System.Runtime.CompilerServices.InternalsVisibleTo("TestProject")]
            namespace Domain { public abstract class Person { [VeroTrait] internal string Level => "l"; } }
            """, Domain).ToAssembly();
        const string Source = """
            using Vero.Typed;
            public class Customer : Domain.Person { [VeroId] public int Id => 1; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        var options = new HarnessOptions { References = [domain] };
        await Verify.AnalyzerAsync(Source, options);
        Assert.Equal("""{"id":"1","data":{"level":"l"}}""", GeneratorHarness.Run(Source, options).Json);
    }

    [Fact]
    public void An_enum_known_only_by_an_extern_alias_is_sent_by_name()
    {
        CompiledAssembly plans = GeneratorHarness.CompileWithoutGenerator(
            "namespace Plans { public enum Plan : ulong { Free, Pro = ulong.MaxValue } }", new HarnessOptions { AssemblyName = "Plans" });
        GeneratorRun run = GeneratorHarness.Run(
            """
            extern alias plans;
            using Vero.Typed;
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public plans::Plans.Plan Plan = plans::Plans.Plan.Pro; [VeroTrait] public plans::Plans.Plan? Last = plans::Plans.Plan.Free; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """,
            new HarnessOptions { References = [plans with { ExternAlias = "plans" }] });
        Assert.Equal("""{"id":"1","data":{"plan":"Pro","last":"Free"}}""", run.Json);
    }

    [Theory]
    [InlineData("class", "class", false)]
    [InlineData("class", "partial class", true)]
    [InlineData("abstract class", "class", false)]
    [InlineData("abstract class", "partial class", true)]
    public void A_plain_base_in_another_assembly_is_sent_first(string @base, string derived, bool isVirtual)
    {
        GeneratorRun run = Run(GeneratorHarness.Run(Person(@base), Domain).ToAssembly(), derived);
        Assert.Equal("""{"id":"1","data":{"level":"l","name":"Ann"}}""", run.Json);
        if (isVirtual)
            Assert.True(Method(run).IsVirtual);
    }

    [Theory]
    [InlineData("partial class")]
    [InlineData("abstract partial class")]
    public void A_partial_base_in_another_assembly_is_overridden(string @base)
    {
        GeneratorRun run = Run(GeneratorHarness.Run(Person(@base), Domain).ToAssembly(), "partial class");
        Assert.Equal("""{"id":"1","data":{"level":"l","name":"Ann"}}""", run.Json);
        Assert.True(Method(run).IsOverride);
    }

    [Fact]
    public void A_base_from_before_the_generator_is_sent_without_an_override()
    {
        GeneratorRun run = Run(GeneratorHarness.CompileWithoutGenerator(Person("partial class"), Domain), "partial class");
        Assert.Equal("""{"id":"1","data":{"level":"l","name":"Ann"}}""", run.Json);
        Assert.True(Method(run).IsVirtual);
    }

    [Fact]
    public void A_plain_class_derived_from_a_partial_one_in_another_assembly_gets_no_code() =>
        Assert.Empty(GeneratorHarness.Run(
            "using Vero.Typed; public class Customer : Domain.Person { [VeroTrait] public string Name => \"Ann\"; }",
            new HarnessOptions { References = [GeneratorHarness.Run(Person("partial class"), Domain).ToAssembly()] }).Files);

    [Fact]
    public void A_member_of_another_assembly_that_cannot_be_read_leaves_no_code()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using Vero.Typed; namespace Domain { public class Person { [VeroId] public int Id => 1; [VeroTrait] public string Level { internal get => \"l\"; set { } } } }", Domain);
        Assert.Empty(GeneratorHarness.Run(
            "using Vero.Typed; public partial class Customer : Domain.Person { [VeroTrait] public string Name => \"Ann\"; }",
            new HarnessOptions { References = [domain] }).Files);
    }

    [Theory]
    [InlineData("partial class", "private")]
    [InlineData("partial class", "internal")]
    [InlineData("partial class", "private protected")]
    [InlineData("class", "internal")]
    public async Task A_member_that_another_assembly_cannot_even_see_is_not_lost_in_silence(string kind, string accessibility)
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            $"using Vero.Typed; namespace Domain {{ public {kind} Person {{ [VeroId] public int Id => 1; [VeroTrait] {accessibility} string Level => \"l\"; }} }}", Domain).ToAssembly();
        HarnessOptions options = new() { References = [domain] };
        Assert.Empty(GeneratorHarness.Run("using Vero.Typed; public partial class Customer : Domain.Person { [VeroTrait] public string Name => \"Ann\"; }", options).Files);
        await Verify.AnalyzerAsync("using Vero.Typed; public partial class {|VERO008:Customer|} : Domain.Person { [VeroTrait] public string Name => \"Ann\"; }", options);
        await Verify.AnalyzerAsync("public class Customer : Domain.Person { public string Name => \"Ann\"; }", options);
    }

    [Fact]
    public void A_friend_overrides_a_method_that_sends_internal_members()
    {
        CompiledAssembly domain = GeneratorHarness.Run("""
            using Vero.Typed;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Tested")]
            namespace Domain { public partial class Person { [VeroId] public int Id => 1; [VeroTrait] internal string Level => "l"; } }
            """, Domain).ToAssembly();
        GeneratorRun run = Run(domain, "partial class");
        Assert.Equal("""{"id":"1","data":{"level":"l","name":"Ann"}}""", run.Json);
        Assert.True(Method(run).IsOverride);
    }

    [Fact]
    public void An_internal_member_of_a_friend_is_read()
    {
        CompiledAssembly domain = GeneratorHarness.Run("""
            using Vero.Typed;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Tested")]
            namespace Domain { public abstract class Person { [VeroTrait] internal string Level => "l"; } internal class Other { [VeroId] public int Id => 1; } }
            """, Domain).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"level":"l"}}""", GeneratorHarness.Run("""
            using Vero.Typed;
            public class Customer : Domain.Person { [VeroId] public int Id => 1; }
            internal class Other { [VeroId] public int Id => 1; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void Records_derive_across_assemblies()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            "using Vero.Typed; namespace Domain { public partial record Person<T>([VeroId] int Id, [property: VeroTrait] string Level, T Tag); }", Domain).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"level":"l","name":"Ann"}}""", GeneratorHarness.Run("""
            using Vero.Typed;
            public sealed partial record Customer(int Id, string Level, [VeroTrait] string Name) : Domain.Person<bool>(Id, Level, true);
            public static class Case { public static IdentifyRequest Make() => ((IVeroUser)new Customer(1, "l", "Ann")).ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void Attributes_on_record_parameters_survive_in_metadata()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            "using Vero.Typed; namespace Domain { public abstract record Person([VeroTrait] string Level); }", Domain).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"level":"l"}}""", GeneratorHarness.Run("""
            using Vero.Typed;
            public record Customer([VeroId] int Id) : Domain.Person("l");
            public static class Case { public static IdentifyRequest Make() => new Customer(1).ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    [Theory]
    [InlineData("record struct Geo([VeroTrait] double Latitude, [property: VeroTrait] double Longitude)")]
    [InlineData("readonly record struct Geo([VeroTrait] double Latitude, [VeroTrait] double Longitude)")]
    [InlineData("record Geo([VeroTrait] double Latitude, [property: VeroTrait] double Longitude)")]
    public async Task A_positional_record_of_another_assembly_is_an_object(string geo)
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            $"using Vero.Typed; namespace Domain {{ [VeroSerialization(ValueOnly = true)] public {geo}; }}", Domain).ToAssembly();
        HarnessOptions options = new() { References = [domain] };
        const string Source = """
            using Vero.Typed;
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Domain.Geo Place = new(1.5, -2); [VeroTrait] public Domain.Geo? Last = null; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        Assert.Equal("""{"id":"1","data":{"place":{"latitude":1.5,"longitude":-2}}}""", GeneratorHarness.Run(Source, options).Json);
        await Verify.AnalyzerAsync(Source, options);
    }

    [Fact]
    public void A_value_object_of_another_assembly_is_its_value()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator("namespace Domain { public readonly record struct CustomerId(System.Guid Value); }", Domain);
        Assert.Equal("""{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", GeneratorHarness.Run("""
            using Vero.Typed;
            public record Customer([VeroId] Domain.CustomerId Id);
            public static class Case { public static IdentifyRequest Make() => new Customer(new(new("0f8fad5b-d9cb-469f-a165-70867728950e"))).ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void An_enum_of_another_assembly_is_its_name()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator("namespace Domain { public enum Plan { Free, Pro, First = Free } }", Domain);
        Assert.Equal("""{"id":"1","data":{"plan":"Free"}}""", GeneratorHarness.Run("""
            using Vero.Typed;
            public record Customer([VeroId] int Id, [VeroTrait] Domain.Plan Plan);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, Domain.Plan.First).ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    private static string Person(string kind) =>
        $"using Vero.Typed; namespace Domain {{ public {kind} Person {{ [VeroId] public int Id => 1; [VeroTrait] public string Level => \"l\"; }} }}";

    private static GeneratorRun Run(CompiledAssembly domain, string kind) =>
        GeneratorHarness.Run(Customer.Replace("KIND", kind, StringComparison.Ordinal), new HarnessOptions { References = [domain] });

    private static IMethodSymbol Method(GeneratorRun run) =>
        Assert.IsAssignableFrom<IMethodSymbol>(Assert.Single(run.Output.GetTypeByMetadataName("Customer")!.GetMembers("ToIdentifyRequest")));
}

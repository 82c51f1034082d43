using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO015, VERO032 and VERO033.</summary>
public sealed class TraitsLostTests
{
    private const string Plain = "using Vero.Typed; public class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; } ";

    [Theory]
    [InlineData("public partial class Person { [VeroId] public int Id; } public class {|VERO015:Customer|} : Person { [VeroTrait] public int A; }")]
    [InlineData("public partial record Person([VeroId] int Id); public record {|VERO015:Customer|}(int Id, [VeroTrait] int A) : Person(Id);")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public class Middle : Person { } public class {|VERO015:Customer|} : Middle { [VeroEmail] public string? A; }")]
    [InlineData("public abstract partial class Person { [VeroId] public int Id; } public class {|VERO015:Customer|} : Person { [VeroChannel(\"a\", \"b\")] public string? A; }")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public class Outer { public partial class {|VERO015:Customer|} : Person { [VeroTrait] public int A; } }")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; } public class {|VERO015:Vip|} : Customer { [VeroTrait] public int B; }")]
    public Task A_derived_type_whose_traits_the_bases_method_would_lose_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public partial class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public class Customer : Person { public int A; }")]
    [InlineData("public class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public abstract partial class Person { [VeroTrait] public int B; } public class Customer : Person { [VeroId] public int Id; [VeroTrait] public int A; }")]
    public Task A_hierarchy_that_loses_nothing_is_silent_at_its_declarations(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public Task An_invalid_base_stands_alone() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public partial class Person { [VeroId] public int A; [{|VERO002:VeroId|}] public int B; }
        public partial class Customer : Person { [VeroTrait] public int C; }
        public class Other : Person { [VeroTrait] public int C; }
        """);

    [Fact]
    public async Task A_partial_base_in_another_assembly_counts()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            "using Vero.Typed; namespace Domain { public partial class Person { [VeroId] public int Id; } }", new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        HarnessOptions options = new() { References = [domain] };
        await Verify.AnalyzerAsync("using Vero.Typed; public class {|VERO015:Customer|} : Domain.Person { [VeroTrait] public int A; }", options);
        await Verify.AnalyzerAsync("using Vero.Typed; public partial class Customer : Domain.Person { [VeroTrait] public int A; }", options);
        await Verify.AnalyzerAsync("using Vero.Typed; public class Customer : Domain.Person { public int A; }", options);
    }

    [Theory]
    [InlineData("Person p = new Customer(); _ = p.{|VERO032-Warning:ToIdentifyRequest|}();")]
    [InlineData("_ = ((Person)new Customer()).{|VERO032-Warning:ToIdentifyRequest|}();")]
    [InlineData("Person? p = null; _ = p?.{|VERO032-Warning:ToIdentifyRequest|}();")]
    [InlineData("_ = PersonVeroExtensions.{|VERO032-Warning:ToIdentifyRequest|}(person);")]
    [InlineData("PersonVeroExtensions.{|VERO032-Warning:WriteIdentifyRequest|}(writer: null!, user: person);")]
    [InlineData("System.Func<IdentifyRequest> f = person.{|VERO032-Warning:ToIdentifyRequest|};")]
    [InlineData("_ = System.Linq.Enumerable.Select(new Person[0], p => p.{|VERO032-Warning:ToIdentifyRequest|}());")]
    [InlineData("_ = System.Linq.Enumerable.Select(new Person[0], PersonVeroExtensions.{|VERO032-Warning:ToIdentifyRequest|});")]
    [InlineData("IdentifyRequest Local<T>(T p) where T : Person => p.{|VERO032-Warning:ToIdentifyRequest|}(); Local(person);")]
    [InlineData("_ = (person ?? new Customer()).{|VERO032-Warning:ToIdentifyRequest|}();")]
    [InlineData("foreach (Person p in new Person[0]) _ = p.{|VERO032-Warning:ToIdentifyRequest|}().UserId;")]
    public Task A_call_through_a_plain_base_is_reported(string body) => Verify.AnalyzerAsync($"{Plain} public class Calls {{ public void Call(Person person) {{ {body} }} }}");

    [Theory]
    [InlineData("_ = new Person().ToIdentifyRequest();")]
    [InlineData("_ = new Customer().ToIdentifyRequest();")]
    [InlineData("Customer c = new(); _ = c.ToIdentifyRequest();")]
    [InlineData("Person p = new Customer(); if (p is Customer c) _ = c.ToIdentifyRequest();")]
    [InlineData("string s = nameof(PersonVeroExtensions.ToIdentifyRequest);")]
    [InlineData("_ = new Other().ToIdentifyRequest();")]
    public Task A_call_that_loses_nothing_is_silent(string body) => Verify.AnalyzerAsync(
        $"{Plain} public class Other {{ public IdentifyRequest ToIdentifyRequest() => null!; }} public class Calls {{ public void Call() {{ {body} }} }}");

    [Theory]
    [InlineData("public class Person { [VeroId] public int Id; } public class Customer : Person { public int A; }")]
    [InlineData("public class Person { [VeroId] public int Id; }")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public sealed record Person([VeroId] int Id) { public Person() : this(1) { } }")]
    public Task A_call_through_a_type_whose_derived_types_add_nothing_is_silent(string types) =>
        Verify.AnalyzerAsync($"using Vero.Typed; {types} public class Calls {{ public void Call(Person person) {{ _ = person.ToIdentifyRequest(); }} }}");

    [Fact]
    public Task A_call_through_a_plain_base_of_a_partial_type_is_reported() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Person { [VeroId] public int Id; }
        public class Middle : Person { }
        public partial class Customer : Middle { [VeroTrait] public int A; }
        public class Calls { public void Call(Person p, Middle m) { _ = p.{|VERO032-Warning:ToIdentifyRequest|}(); _ = m.{|VERO032-Warning:ToIdentifyRequest|}(); } }
        """);

    [Fact]
    public Task A_call_of_the_base_on_itself_and_calls_outside_of_methods_are_reported() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Person { [VeroId] public int Id; public IdentifyRequest Send() => this.{|VERO032-Warning:ToIdentifyRequest|}(); }
        public class Customer : Person { [VeroTrait] public int A; public IdentifyRequest SendAll() => this.ToIdentifyRequest(); }
        public class Calls
        {
            private static readonly Person One = new Customer();
            public static readonly IdentifyRequest Field = One.{|VERO032-Warning:ToIdentifyRequest|}();
            public IdentifyRequest Property { get; } = One.{|VERO032-Warning:ToIdentifyRequest|}();
        }
        """);

    [Fact]
    public Task A_call_that_writes_is_reported_as_well() => Verify.AnalyzerAsync(
        Plain + "public class Calls { public void Call(Person p, System.Buffers.IBufferWriter<byte> w) { p.{|VERO032-Warning:WriteIdentifyRequest|}(w); } }");

    [Fact]
    public async Task It_names_the_derived_types_whose_traits_are_lost()
    {
        var found = await AnalyzerHarness.RunAsync(Plain + """
            public class Vip : Customer { [VeroTrait] public int B; }
            public class Silent : Person { }
            public class Calls { public void Call(Person p, Customer c) { _ = p.ToIdentifyRequest(); _ = c.ToIdentifyRequest(); } }
            """);
        string[] messages = [.. found.OrderBy(static d => d.Location.SourceSpan.Start).Select(static d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2, messages.Length);
        Assert.Contains("Customer", messages[0], StringComparison.Ordinal);
        Assert.Contains("Vip", messages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Silent", messages[0], StringComparison.Ordinal);
        Assert.Contains("Vip", messages[1], StringComparison.Ordinal);
    }

    // The identity of a base is that of the derived type, unless that adds to it.
    [Fact]
    public Task The_identity_is_lost_where_a_derived_type_adds_to_it() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Person { [VeroId] public int Id; }
        public class Customer : Person { [VeroTrait] public int A; }
        public class Supplier { [VeroId] public int Id; }
        public class Reachable : Supplier { [VeroEmail] public string? Email; }
        public class Calls { public void Call(Person p, Supplier s) { _ = p.ToVeroIdentity(); _ = s.{|VERO032-Warning:ToVeroIdentity|}(); _ = s.{|VERO032-Warning:ToIdentifyRequest|}(); } }
        """);

    [Fact]
    public Task The_call_is_reported_where_only_the_bases_method_is_in_scope() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        namespace A { public class Person { [VeroId] public int Id; } }
        namespace B { public class Customer : A.Person { [VeroTrait] public int Age; public static Customer Make() => new(); } }
        namespace C { using A; public class Calls { public void Call() { _ = B.Customer.Make().{|VERO032-Warning:ToIdentifyRequest|}(); } } }
        """);

    private const string Swiss = "public class Swiss : Address { [VeroTrait] public string? Canton; } ";
    private const string SwissForOthers = "[VeroSerialization(ValueOnly = true)] " + Swiss;
    private const string HiddenSwiss = "[VeroSerialization(ValueOnly = true)] internal class Swiss : Address { [VeroTrait] public string? Canton; } ";

    [Theory]
    [InlineData("public abstract class Address { [VeroTrait] public string? City; } " + Swiss, "[{|VERO033-Warning:VeroTrait|}] public Address? A; [VeroTrait] public Swiss? B;")]
    [InlineData("public abstract class Address { [VeroTrait] public string? City; } " + SwissForOthers, "[{|VERO033-Warning:VeroTrait(\"a\")|}] public List<Address?>? A;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + HiddenSwiss, "[{|VERO033-Warning:VeroTrait|}] public Address A { get; set; } = new();")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + HiddenSwiss, "[{|VERO033-Warning:VeroTrait|}] public Address[]? A; [{|VERO033-Warning:VeroTrait|}] public Dictionary<string, List<Address>>? B;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + HiddenSwiss, "[{|VERO033-Warning:VeroData|}] public Dictionary<string, Address>? A;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + HiddenSwiss, "[{|VERO033-Warning:VeroTrait|}] public Home A; [{|VERO033-Warning:VeroTrait|}] public Addresses? B;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } public class Middle : Address { } " + "[VeroSerialization(ValueOnly = true)] internal class Bern : Middle { [VeroData] public Dictionary<string, int>? More; }", "[{|VERO033-Warning:VeroTrait|}] public Address? A;")]
    [InlineData("public record Address([VeroTrait] string? City); [VeroSerialization(ValueOnly = true)] internal record Bern(string? City, [VeroTrait] string? Quarter) : Address(City);", "[{|VERO033-Warning:VeroTrait|}] public Address? A;")]
    public Task A_member_whose_values_may_have_more_traits_than_its_type_is_reported(string types, string members) => Verify.AnalyzerAsync(
        $"using System.Collections.Generic; using Vero.Typed; public readonly record struct Home(Address Value); public class Addresses : List<Address> {{ }} {types} public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + Swiss, "[VeroTrait] public Address? A; [VeroTrait] public Swiss? B;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } public class Swiss : Address { public string? Canton; }", "[VeroTrait] public Address? A;")]
    [InlineData("public abstract class Address { [VeroTrait] public virtual string? City => null; } [VeroSerialization(ValueOnly = true)] public class Swiss : Address { [VeroTrait] public override string? City => null; }", "[VeroTrait] public Address? A;")]
    [InlineData("public abstract class Address { [VeroTrait] public string? City; } public class Person : Address { [VeroId] public int Id; [VeroTrait] public string? Name; }", "[VeroTrait] public Address? A;")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTrait] public string? Name; } public class Lead : Person { [VeroTrait] public int Score; }", "[VeroTrait] public Person? A;")]
    [InlineData("public abstract class Address { [VeroTrait] public string? City; } public class Swiss : Address { [VeroEmail] public string? Email; [VeroId] public int Id; }", "[VeroTrait] public Address? A;")]
    [InlineData("public abstract class Address { [VeroTrait] public string? City; } " + Swiss, "public Address? A; [VeroTrait] public Swiss? B;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + SwissForOthers, "[VeroTrait] public Swiss? A; [VeroTrait] public string? B;")]
    [InlineData("public abstract class Address { } " + Swiss, "[VeroTrait] public Swiss? A;")]
    [InlineData("public class Address { [VeroTrait] public string? City; } " + SwissForOthers, "[VeroTrait] public Address? A;")]
    [InlineData("public sealed class Address { [VeroTrait] public string? City; } public abstract class Shape { }", "[VeroTrait] public Address? A;")]
    public Task A_member_whose_values_have_what_its_type_has_is_silent(string types, string members) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {types} public class Customer {{ [VeroId] public int Id; {members} }}");

    [Fact]
    public async Task A_value_whose_base_is_in_another_assembly_is_reported()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            "using Vero.Typed; [VeroSerialization(ValueOnly = true)] public class Address { [VeroTrait] public string? City; }", new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        await Verify.AnalyzerAsync(
            $"using Vero.Typed; {HiddenSwiss} public class Customer {{ [VeroId] public int Id; [{{|VERO033-Warning:VeroTrait|}}] public Address? A; }}",
            new HarnessOptions { References = [domain] });
    }

    [Fact]
    public async Task It_says_what_is_lost_of_a_value_once_for_each_member()
    {
        var found = await AnalyzerHarness.RunAsync($$"""
            using Vero.Typed;
            public class Address { [VeroTrait] public string? City; }
            {{HiddenSwiss}}
            [VeroSerialization(ValueOnly = true)] internal class French : Address { [VeroTrait] public string? Department; }
            public class Customer { [VeroId] public int Id; [VeroTrait] public Address? Home; }
            """);
        Assert.Equal(
            ShapeRules.TraitsLostInValue.MessageWith("Home", "Address", "'French', 'Swiss'", "declare it with the derived type"), Assert.Single(found).Message());
    }

    [Fact]
    public Task The_call_is_reported_in_a_project_that_names_nothing_of_ours() => Verify.AnalyzerAsync(
        "using Domain; public class Calls { public object Call(Person p) => p.{|VERO032-Warning:ToIdentifyRequest|}(); }",
        new HarnessOptions
        {
            References =
            [
                GeneratorHarness.Run(
                    "using Vero.Typed; namespace Domain { public class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; } }",
                    new HarnessOptions { AssemblyName = "Domain" }).ToAssembly(),
            ],
        });
}

using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO001 and VERO030.</summary>
public sealed class IdRequiredTests
{
    [Theory]
    [InlineData("public class {|VERO030:Customer|} { [VeroTrait] public string? Name { get; set; } }")]
    [InlineData("public partial struct {|VERO001:Customer|} { [VeroEmail] public string? Email; }")]
    [InlineData("public record {|VERO030:Customer|}([VeroTrait] string Name, [VeroTrait] int Age);")]
    [InlineData("public record {|VERO030:Customer|}([property: VeroTrait] string Name);")]
    [InlineData("public class {|VERO001:@class|} { [VeroTimezone] public int Zone; }")]
    [InlineData("public partial class Customer { } public partial class {|VERO030:Customer|} { [VeroTrait] public int A; } public partial class Customer { [VeroTrait] public int B; }")]
    [InlineData("public class Outer { public class {|VERO030:Customer|}<T> { [VeroTrait] public int A; } [VeroId] public int Id; }")]
    [InlineData("[VeroSerialization] public class {|VERO001:Customer|} { public int Id; }")]
    [InlineData("public class Person { public int Id; } public class {|VERO001:Customer|} : Person { [VeroTrait] public int A; }")]
    [InlineData("public abstract class Person { [VeroTrait] public int A; } public class {|VERO030:Customer|} : Person { [VeroTrait] public int B; }")]
    [InlineData("public class Customer { [VeroId] public int Id; public class {|VERO001:Inner|} { [VeroChannel(\"a\", \"b\")] public string? A; } }")]
    public Task A_type_with_attributes_and_without_an_id_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public Task A_type_in_two_files_is_reported_where_its_first_annotated_member_is() => Verify.AnalyzerAsync([
        "public partial class Customer { public int Id; }",
        "using Vero.Typed; public partial class {|VERO001:Customer|} { [VeroTrait] public int A; }"]);

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public string? Name; }")]
    [InlineData("public abstract class Person { [VeroTrait] public string? Name; }")]
    [InlineData("public abstract record Person([VeroTrait] string Name);")]
    [InlineData("public abstract class Person { [VeroTrait] public string? Name; } public abstract class Customer : Person { [VeroTrait] public int Age; }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; }")]
    [InlineData("public partial class Person { [VeroId] public int Id; } public class Customer : Person { }")]
    [InlineData("public abstract class Person { [VeroTrait] public int A; [VeroId] public int Id; } public class Customer : Person { }")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] string Name);")]
    [InlineData("public class Customer { public int Id; public string? Name; }")]
    [InlineData("[VeroSerialization] public abstract class Person { }")]
    [InlineData("public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; } public class Customer : Entity<int> { [VeroTrait] public int A; }")]
    [InlineData("public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; } [VeroSerialization] public class Customer : Entity<int> { }")]
    [InlineData("public abstract class Person { [VeroTrait] public int A; public abstract int Id { get; } } public class Customer : Person { public override int Id => 1; }")]
    public Task A_type_with_an_id_or_without_attributes_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    // Only the part that a path leads to is sent, or what a converter makes.
    [Theory]
    [InlineData("[VeroTrait(From = \"Home.Owner\")] class Customer { [VeroId] public int Id { get; set; } public Place? Home { get; set; } }")]
    [InlineData("[VeroTrait(From = \"Home.Owner\")] class Customer : Base { [VeroId] public int Id { get; set; } } class Base { public Place? Home { get; set; } }")]
    [InlineData("class Customer { [VeroId] public int Id { get; set; } [VeroTrait(From = \"Owner\")] public Place? Home { get; set; } }")]
    [InlineData("record Customer([VeroId] int Id, [VeroTrait(From = \"Owner\")] Place? Home);")]
    [InlineData("[VeroTrait(\"owners\", From = \"Homes[].Owner\")] class Customer { [VeroId] public int Id { get; set; } public Place[]? Homes { get; set; } }")]
    [InlineData("[VeroTrait(\"owners\", From = \"Homes[][].GetOwner()\")] class Customer { [VeroId] public int Id { get; set; } public System.Collections.Generic.List<Place[]>? Homes { get; set; } }")]
    [InlineData("class Customer { [VeroId] public int Id { get; set; } [VeroTrait(Converter = nameof(OwnerOf))] public Place? Home { get; set; } internal static Owner? OwnerOf(Place home) => home.Owner; }")]
    [InlineData("class Customer { [VeroId] public int Id { get; set; } [VeroTrait] public Place? Home { get; set; } } static class Converters { [VeroConverter] internal static Owner? ToVero(Place home) => home.Owner; }")]
    [InlineData("class Visitor { public int Id { get; set; } public Place? Home { get; set; } } [VeroMap(typeof(Visitor)), VeroId(From = \"Id\"), VeroTrait(From = \"Home.Owner\")] static partial class VisitorMap;")]
    [InlineData("[VeroEvent(\"Visited\"), VeroTrait(From = \"Home.Owner\")] class Visit { [VeroId] public int Id { get; set; } public Place? Home { get; set; } }")]
    public async Task A_value_at_the_end_of_a_path_or_of_a_converter_needs_no_id(string source)
    {
        const string Values = "class Place { public Owner? Owner { get; set; } public Owner? GetOwner() => Owner; } class Owner { [VeroTrait] public string? Name { get; set; } }";
        await Verify.AnalyzerAsync($"using Vero.Typed; {source} {Values}");
        GeneratorHarness.Run($"using Vero.Typed; {source} {Values}");
    }

    [Theory]
    [InlineData("[VeroTrait(\"name\", From = \"Home.Owner.Name\")] class Customer { [VeroId] public int Id; public Place? Home; } class Place { public Owner? Owner; } class {|VERO001:Owner|} { [VeroTrait] public string? Name; }")]
    [InlineData("class Customer { [VeroId] public int Id; [VeroTrait(\"name\", From = \"Name\")] public Owner? Owner; } class {|VERO001:Owner|} { [VeroTrait] public string? Name; }")]
    [InlineData("[VeroTrait(\"kind\", Value = 1)] class {|VERO001:Customer|} { public int Id; }")]
    [InlineData("[VeroTrait(From = \"Home.Owner\")] class {|VERO001:Customer|} { public Place? Home; } class Place { public Owner? Owner; } class Owner { [VeroTrait] public string? Name; }")]
    public Task A_type_that_a_path_only_goes_through_does(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public async Task The_message_names_the_type_and_a_path_is_named_with_its_own_type()
    {
        var found = await AnalyzerHarness.RunAsync("using Vero.Typed; [VeroTrait(From = \"Address.Owner\")] class Customer { public Place? Address; } class Place { public System.Action? Owner; }");
        Assert.Equal(
            [ShapeRules.IdRequired.MessageWith("Customer", ""), ShapeRules.TraitType.MessageWith("Address.Owner", "System.Action?", "it is code and has no value: remove the attribute")],
            found.Select(static diagnostic => diagnostic.Message()).Order(StringComparer.Ordinal).Reverse());
    }

    // What has nothing but traits may be a value of customers in other assemblies, unless something is there to be the id.
    [Theory]
    [InlineData("public class Address { [VeroTrait] public string? City; }", true)]
    [InlineData("public record Address([VeroTrait] string City, int Rank);", true)]
    [InlineData("public struct Address { [VeroTrait] public string? City; public bool Paid; public string? Grid; }", true)]
    [InlineData("public class Outer { public class Address { [VeroTrait] public string? City; } }", true)]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Other\")] class Address { [VeroTrait] public string? City; }", true)]
    [InlineData("class Address : Place { [VeroTrait] public string? City; } abstract class Place { [VeroTrait] public int Rank; } class Customer { [VeroId] public int Id = 1; [VeroTrait] public Place? Home; }", true)]
    [InlineData("[VeroSerialization(ValueOnly = false)] public class Address { [VeroTrait] public string? City; }", false)]
    [InlineData("class Address { [VeroTrait] public string? City; }", false)]
    [InlineData("public class Outer { internal class Address { [VeroTrait] public string? City; } }", false)]
    [InlineData("public class Address { public int Id; [VeroTrait] public string? City; }", false)]
    [InlineData("public class Address { private int _id = 1; public int Rank => _id; [VeroTrait] public string? City; }", false)]
    [InlineData("public class Address { [VeroTrait] public int AddressID; }", false)]
    [InlineData("public record Address(System.Guid PersonId, [VeroTrait] string City);", false)]
    [InlineData("public class Address { [System.ComponentModel.DataAnnotations.Key] public string? Number; [VeroTrait] public string? City; }", false)]
    [InlineData("public class Entity { public int Id; } public class Address : Entity { [VeroTrait] public string? City; }", false)]
    [InlineData("public class Address { [VeroTrait] public string? City; [VeroTimezone] public int Zone; }", false)]
    [InlineData("public class Address { [VeroEmail] public string? Email; }", false)]
    [InlineData("[VeroSerialization] public class Address { }", false)]
    public async Task It_says_how_to_mark_what_is_a_value(string source, bool canBeValue)
    {
        string name = source.Contains("Outer", StringComparison.Ordinal) ? "Outer.Address" : "Address";
        var found = await AnalyzerHarness.RunAsync("using Vero.Typed; " + source);
        Assert.Equal((canBeValue ? ShapeRules.IdOrValueRequired : ShapeRules.IdRequired).MessageWith(name, ""), Assert.Single(found).Message());
    }

    // An attribute cannot be written in a base that one does not own.
    [Theory]
    [InlineData("public class Customer : Domain.User<System.Guid> { [VeroEmail] public string? Mail; }", ", or [VeroId(From = nameof(Id))] on the type")]
    [InlineData("public class Customer : Domain.Plain { [VeroEmail] public string? Mail; }", ", or [VeroId(From = nameof(Id))] on the type")]
    [InlineData("public class Middle : Domain.Plain { } public class Customer : Middle { [VeroEmail] public string? Mail; }", ", or [VeroId(From = nameof(Id))] on the type")]
    [InlineData("public class Customer : Domain.Hidden { [VeroEmail] public string? Mail; }", "")]
    [InlineData("public class Own { public int Id { get; set; } } public class Customer : Own { [VeroEmail] public string? Mail; }", "")]
    public async Task It_says_what_to_do_about_an_id_in_a_base_of_others(string source, string way)
    {
        var found = await AnalyzerHarness.RunAsync("using Vero.Typed; " + source, new HarnessOptions { References = [Bases] });
        Assert.Equal(ShapeRules.IdRequired.MessageWith("Customer", way), Assert.Single(found).Message());
    }

    internal static CompiledAssembly Bases { get; } = GeneratorHarness.CompileWithoutGenerator(
        """
        namespace Domain;
        public class User<TKey> { public virtual TKey Id { get; set; } = default!; public virtual string? Email { get; set; } }
        public class Plain { public int Id { get; set; } }
        public class Hidden { internal int Id { get; set; } }
        """,
        new HarnessOptions { AssemblyName = "Domain" });
}

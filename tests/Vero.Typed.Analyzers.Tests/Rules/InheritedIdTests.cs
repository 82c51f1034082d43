using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO018 and VERO019: calls on types that have nothing but an inherited id.</summary>
public sealed class InheritedIdTests
{
    private const string Shared = """
        using System;
        using Vero.Typed;
        public abstract class BaseEntity { [VeroId] public int Id { get; set; } }
        public class Customer : BaseEntity { [VeroTrait] public string? Name { get; set; } }
        public class Invoice : BaseEntity { public decimal Total { get; set; } }

        """;

    private const string Generic = """
        using Vero.Typed;
        public abstract class EntityBase<TId> { [VeroId] public virtual TId Id { get; set; } = default!; }
        public class Country : EntityBase<string> { public string? Name { get; set; } }

        """;

    [Theory]
    [InlineData("_ = new Invoice { Id = 42 }.{|VERO018-Warning:ToIdentifyRequest|}();")]
    [InlineData("Invoice? i = null; _ = i?.{|VERO018-Warning:ToIdentifyRequest|}();")]
    [InlineData("Invoice i = new(); _ = i.{|VERO018-Warning:ToVeroIdentity|}();")]
    [InlineData("Func<Invoice, object> f = i => i.{|VERO018-Warning:ToIdentifyRequest|}();")]
    [InlineData("_ = BaseEntityVeroExtensions.{|VERO018-Warning:ToIdentifyRequest|}(new Invoice());")]
    [InlineData("Func<object> f = new Invoice().{|VERO018-Warning:ToIdentifyRequest|};")]
    public Task A_call_on_a_type_without_annotations_is_reported_where_siblings_have_some(string body) =>
        Verify.AnalyzerAsync($"{Shared}public class Calls {{ public void Call() {{ {body} }} }}");

    [Theory]
    [InlineData("public abstract partial class BaseEntity { [VeroId] public int Id { get; set; } }")]
    [InlineData("public abstract class BaseEntity { [VeroId] public int Id { get; set; } [VeroTrait] public System.DateTimeOffset CreatedAt { get; set; } [VeroTrait] public bool? IsDeleted { get; set; } }")]
    [InlineData("public class BaseEntity { [VeroId] public int Id { get; set; } }")]
    [InlineData("public abstract class Root { [VeroId] public int Id { get; set; } } public abstract class BaseEntity : Root { }")]
    public Task Whatever_the_base_is_and_also_has(string entity) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {entity} public partial class Customer : BaseEntity {{ [VeroTrait] public string? Name {{ get; set; }} }} public class Invoice : BaseEntity {{ }}" +
        " public class Calls { public object Call(Invoice i) => i.{|VERO018-Warning:ToIdentifyRequest|}(); }");

    [Theory]
    [InlineData("public class Person { [VeroId] public int Id; [VeroEmail] public string? Email; } public class Customer : Person { [VeroTrait] public int A; } public class Guest : Person { }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; [VeroTrait] public string? Name; } public class Customer : Person { [VeroTrait] public int A; } public class Guest : Person { }")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTrait] public int Age; } public class Customer : Person { [VeroTrait] public int A; } public class Guest : Person { }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Guest : Person { }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Other : Person { public int A; } public class Guest : Person { }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; } [VeroSerialization] public class Guest : Person { }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; } public class Guest : Customer { }")]
    [InlineData("public class Guest { [VeroId] public int Id; } public class Customer : Guest { }")]
    public Task A_call_on_what_is_a_user_is_silent(string types) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {types} public class Calls {{ public object Call(Guest g) => g.ToIdentifyRequest(); }}");

    [Fact]
    public async Task It_names_the_type_and_the_base()
    {
        var found = await AnalyzerHarness.RunAsync(Shared + "public class Calls { public object Call(Invoice i) => i.ToIdentifyRequest(); }");
        Assert.Equal(ShapeRules.OnlyIdAtCall.MessageWith("Invoice", "BaseEntity"), Assert.Single(found).Message());
    }

    // 75 entities of one public repository have such a base, and none of them is a user.
    [Fact]
    public Task A_type_that_only_inherits_an_id_is_silent_until_it_is_called() => Verify.AnalyzerAsync(Generic);

    [Theory]
    [InlineData("country.ToIdentifyRequest()")]
    [InlineData("country?.ToIdentifyRequest()")]
    [InlineData("new Country().ToVeroIdentity()")]
    public async Task A_call_of_a_type_that_only_inherits_an_id_says_what_is_missing(string call)
    {
        var found = await AnalyzerHarness.RunAsync(
            $"{Generic}public class Calls {{ public object? Call(Country country) => {call}; }}", new HarnessOptions { IsBroken = true });
        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal(ShapeRules.SerializationRequired.MessageWith("Country"), diagnostic.Message());
        Assert.Equal(call.Contains("Identity", StringComparison.Ordinal) ? "ToVeroIdentity" : "ToIdentifyRequest", diagnostic.Location.SourceTree!.ToString()[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]);
    }

    [Theory]
    [InlineData("public class Other { } public class Calls { public object Call(Other o) => o.ToIdentifyRequest(); }")]
    [InlineData("public abstract class Country2 : EntityBase<string> { } public class Calls { public object Call(Country2 o) => o.ToIdentifyRequest(); }")]
    public async Task A_call_that_cannot_be_repaired_so_is_left_to_the_compiler(string source) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(Generic + source, new HarnessOptions { IsBroken = true }));

    [Fact]
    public Task With_the_attribute_it_is_silent() => Verify.AnalyzerAsync(
        Generic.Replace("public class Country", "[VeroSerialization] public class Country", StringComparison.Ordinal)
        + "public class Calls { public object Call(Country country) => country.ToIdentifyRequest(); }");
}

using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO017: a property of the user's own in the place of what another generator makes.</summary>
public sealed class ExposeValueTests
{
    private static readonly CodeFixCase MadeValue = new() { Options = new HarnessOptions { OtherGenerators = [typeof(MakesTheValueOfAValueObject)] } };

    [Fact]
    public Task The_value_becomes_a_property_behind_the_member() => Verify.CodeFixAsync(
        """
        using Vero.Typed;

        public partial struct CustomerId { }

        public class Customer
        {
            /// <summary>From the database.</summary>
            [{|VERO017:VeroId(AllowDefault = true)|}] // never changes
            public CustomerId Id { get; set; } // typed

            [VeroTrait]
            public string? Name { get; set; }
        }
        """,
        """
        using Vero.Typed;

        public partial struct CustomerId { }

        public class Customer
        {
            /// <summary>From the database.</summary>
            // never changes
            public CustomerId Id { get; set; } // typed

            [VeroId(AllowDefault = true)]
            public int VeroId => Id.Value;

            [VeroTrait]
            public string? Name { get; set; }
        }
        """,
        MadeValue with { Titles = ["Expose 'Id.Value' as 'VeroId'"], Iterations = 1 });

    [Theory]
    [InlineData(
        "public class Customer { [{|VERO017:VeroId|}] public CustomerId? Id; [VeroTrait] public int A; }",
        "public class Customer { public CustomerId? Id; [VeroId] public int? VeroId => Id?.Value; [VeroTrait] public int A; }")]
    [InlineData(
        "public class Customer\n{\n    [VeroId] public int Id;\n    [System.Obsolete, {|VERO017:VeroTrait|}] public CustomerId ReferrerId { get; }\n}",
        "public class Customer\n{\n    [VeroId] public int Id;\n    [System.Obsolete] public CustomerId ReferrerId { get; }\n    [VeroTrait(\"referrer_id\")] public int VeroReferrerId => ReferrerId.Value;\n}")]
    [InlineData(
        "public class Customer { [VeroId] public int Id; [{|VERO017:VeroTrait(WriteNull = true)|}] public CustomerId? @event; }",
        "public class Customer { [VeroId] public int Id; public CustomerId? @event; [VeroTrait(\"event\", WriteNull = true)] public int? VeroEvent => @event?.Value; }")]
    [InlineData(
        "public partial class Customer { [VeroId] public int Id; [{|VERO017:VeroTrait(\"by\")|}] private readonly CustomerId _referrer; }",
        "public partial class Customer { [VeroId] public int Id; private readonly CustomerId _referrer; [VeroTrait(\"by\")] private int VeroReferrer => _referrer.Value; }")]
    [InlineData(
        "class Outer\n{\n    public record Customer([{|VERO017:VeroId|}] CustomerId Id, [VeroTrait] string Name);\n}",
        "class Outer\n{\n    public record Customer(CustomerId Id, [VeroTrait] string Name)\n    {\n        [VeroId] public int VeroId => Id.Value;\n    }\n}")]
    [InlineData(
        "public record Customer([property: {|VERO017:VeroId|}] CustomerId Id)\n{\n    public int A { get; }\n}",
        "public record Customer(CustomerId Id)\n{\n    [VeroId] public int VeroId => Id.Value;\n    public int A { get; }\n}")]
    [InlineData(
        "public readonly record struct Customer([{|VERO017:VeroId|}] CustomerId? Id) { } public class Other { }",
        "public readonly record struct Customer(CustomerId? Id) { [VeroId] public int? VeroId => Id?.Value; } public class Other { }")]
    public Task It_is_written_as_the_member_is(string before, string after) => Verify.CodeFixAsync(
        "using Vero.Typed; public partial struct CustomerId { }\n" + before, "using Vero.Typed; public partial struct CustomerId { }\n" + after, MadeValue);

    [Fact]
    public Task A_type_that_is_made_as_a_whole_has_a_value_too() => Verify.CodeFixAsync(
        "using Vero.Typed; public class Customer { [{|VERO017:VeroId|}] public CustomerId Id; }",
        "using Vero.Typed; public class Customer { public CustomerId Id; [VeroId] public int VeroId => Id.Value; }",
        new CodeFixCase { Options = new HarnessOptions { OtherGenerators = [typeof(MakesAType)] } });

    [Fact]
    public Task Several_at_once() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public partial struct CustomerId { }
        public class Customer
        {
            [{|VERO017:VeroId|}] public CustomerId Id;
            [{|VERO017:VeroTrait|}] public CustomerId Referrer;
        }
        public class Lead { [{|VERO017:VeroId|}] public CustomerId LeadId; }
        """,
        """
        using Vero.Typed;
        public partial struct CustomerId { }
        public class Customer
        {
            public CustomerId Id;
            [VeroId] public int VeroId => Id.Value;
            public CustomerId Referrer;
            [VeroTrait("referrer")] public int VeroReferrer => Referrer.Value;
        }
        public class Lead { public CustomerId LeadId; [VeroId] public int VeroLeadId => LeadId.Value; }
        """,
        MadeValue with { Iterations = 3 });

    [Theory]
    [InlineData("public class Customer { [{|VERO017:VeroId|}] public CustomerId Id; public int VeroId; }")]
    [InlineData("public class VeroId { [{|VERO017:VeroId|}] public CustomerId Id; }")]
    [InlineData("public class Customer { [{|VERO017:{|VERO017:VeroId|}|}] public CustomerId Id, Other; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO017:VeroTrait|}] public System.Collections.Generic.List<CustomerId>? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO017:VeroTrait|}] public CustomerId A; [VeroTrait(\"a\")] public int B; }")]
    public Task Where_it_does_not_fit_nothing_is_offered(string source) =>
        Verify.NoCodeFixAsync("using Vero.Typed; public partial struct CustomerId { } " + source, MadeValue);

    [Fact]
    public Task A_member_that_a_generator_makes_is_not_touched() => Verify.NoCodeFixAsync(
        "using Vero.Typed; public partial class {|VERO017:Customer|} { [VeroId] public int Id; }",
        new CodeFixCase { Options = new HarnessOptions { OtherGenerators = [typeof(MakesAnAnnotatedMember)] } });
}

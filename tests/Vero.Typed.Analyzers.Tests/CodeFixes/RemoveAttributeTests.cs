using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO002, VERO003 and VERO010: an attribute too many, and everything around it that must stay.</summary>
public sealed class RemoveAttributeTests
{
    [Fact]
    public Task Of_several_ids_the_first_stays() => Verify.CodeFixAsync(
        """
        using Vero.Typed;

        public class Customer
        {
            [VeroId]
            public int Id { get; set; }

            // The number on the card.
            [{|VERO002:VeroId(AllowDefault = true)|}]
            // Not the row.
            public string? Number { get; set; }

            [{|VERO002:VeroId|}] public int A;
            [System.Obsolete, {|VERO002:VeroId|}] public int B;
        }
        """,
        """
        using Vero.Typed;

        public class Customer
        {
            [VeroId]
            public int Id { get; set; }

            // The number on the card.
            // Not the row.
            public string? Number { get; set; }

            public int A;
            [System.Obsolete] public int B;
        }
        """,
        new CodeFixCase
        {
            Titles = ["Remove [VeroId] from 'Number'", "Send 'Number' as \"number\"", "Keep only [VeroId] of 'Number'"],
            Iterations = 3,
        });

    [Fact]
    public Task The_id_that_is_too_many_can_be_sent_as_a_trait() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [{|VERO002:VeroId(AllowDefault = true)|}] string? CardNumber, [property: {|VERO002:VeroId|}] int Row);
        """,
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroTrait] string? CardNumber, [property: VeroTrait] int Row);
        """,
        new CodeFixCase { EquivalenceKey = "Vero.SendAsTrait", Iterations = 2 });

    [Fact]
    public Task The_id_that_is_too_many_can_be_the_one() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [{|VERO002:VeroId|}] public string? Number { get; set; }
            [{|VERO002:VeroId|}] public string? Code { get; set; }
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            public int Id { get; set; }
            [VeroId] public string? Number { get; set; }
            public string? Code { get; set; }
        }
        """,
        new CodeFixCase { EquivalenceKey = "Vero.KeepOnlyThis", Iterations = 1 });

    [Fact]
    public Task Of_several_email_addresses_the_first_stays() => Verify.CodeFixAsync(
        [
            "using Vero.Typed; public partial class Customer { [VeroId] public int Id; [VeroEmail] public string? Email; }",
            "using Vero.Typed;\npublic partial class Customer\n{\n    [{|VERO003:VeroEmail|}]\n    public string? WorkEmail { get; set; }\n}",
        ],
        [
            "using Vero.Typed; public partial class Customer { [VeroId] public int Id; [VeroEmail] public string? Email; }",
            "using Vero.Typed;\npublic partial class Customer\n{\n    public string? WorkEmail { get; set; }\n}",
        ],
        new CodeFixCase { Titles = ["Remove [VeroEmail] from 'WorkEmail'", "Send 'WorkEmail' as \"work_email\"", "Keep only [VeroEmail] of 'WorkEmail'"] });

    [Fact]
    public Task What_a_base_has_is_not_removed_there() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Person { [VeroId] public int Id; }
        public class Customer : Person { [{|VERO002:VeroId|}] public int Number; }
        """,
        """
        using Vero.Typed;
        public class Person { [VeroId] public int Id; }
        public class Customer : Person { public int Number; }
        """,
        new CodeFixCase { Titles = ["Remove [VeroId] from 'Number'", "Send 'Number' as \"number\""] });

    [Fact]
    public Task Nothing_can_be_done_where_both_are_inherited() => Verify.NoCodeFixAsync(
        """
        using Vero.Typed;
        public abstract class A<T> { [VeroId] public T Id = default!; [VeroTrait] public int N; }
        public abstract class B<T> : A<T> { [VeroEmail] public T E = default!; [VeroEmail] public T F = default!; }
        [VeroSerialization] public class {|VERO003:C|} : B<string>;
        """);

    [Theory]
    [InlineData("[VeroEmail, {|VERO010:VeroTrait|}] public string? A;", "[VeroEmail] public string? A;")]
    [InlineData("[VeroEmail, {|VERO010:VeroTrait|}, System.Obsolete] public string? A;", "[VeroEmail, System.Obsolete] public string? A;")]
    [InlineData("[VeroEmail , {|VERO010:VeroTrait(\"a\")|} , {|VERO010:VeroLanguage|}] public string? A;", "[VeroEmail] public string? A;")]
    [InlineData("[System.Obsolete, VeroEmail, {|VERO010:VeroTrait|}, {|VERO010:VeroLanguage|}, System.NonSerialized] public string? A;", "[System.Obsolete, VeroEmail, System.NonSerialized] public string? A;")]
    [InlineData("[VeroEmail] [{|VERO010:VeroTrait|}] public string? A;", "[VeroEmail] public string? A;")]
    [InlineData("[VeroEmail][{|VERO010:VeroTrait|}]public string? A;", "[VeroEmail]public string? A;")]
    [InlineData("[VeroEmail]\n    [{|VERO010:VeroTrait|}] // and the list\n    public string? A;", "[VeroEmail]\n    // and the list\n    public string? A;")]
    [InlineData("[VeroEmail] [{|VERO010:VeroTrait|}] [{|VERO010:VeroLanguage|}]\n    public string? A;", "[VeroEmail]\n    public string? A;")]
    [InlineData("[VeroEmail] // one\n    [{|VERO010:VeroTrait|}] [{|VERO010:VeroLanguage|}]\n    // two\n    public string? A;", "[VeroEmail] // one\n    // two\n    public string? A;")]
    [InlineData("[VeroEmail]\n    [\n        {|VERO010:VeroTrait(\n            \"a\")|}\n    ]\n    public string? A;", "[VeroEmail]\n    public string? A;")]
    [InlineData("[\n        VeroEmail, // the address\n        {|VERO010:VeroTrait|} // and the list\n    ]\n    public string? A;", "[\n        VeroEmail // the address\n         // and the list\n    ]\n    public string? A;")]
    [InlineData("[VeroEmail, /* why */ {|VERO010:VeroTrait|}] public string? A;", "[VeroEmail /* why */ ] public string? A;")]
    [InlineData("[VeroEmail]\n#if !NOTHING\n    [{|VERO010:VeroTrait|}]\n#endif\n    public string? A;", "[VeroEmail]\n#if !NOTHING\n#endif\n    public string? A;")]
    [InlineData("[VeroEmail]\n    /* 1 */ [/* 2 */ {|VERO010:VeroTrait|} /* 3 */] /* 4 */ public string? A;", "[VeroEmail]\n    /* 1 */ /* 2 */  /* 3 */ /* 4 */ public string? A;")]
    public Task Everything_else_on_the_member_stays(string before, string after) => Verify.CodeFixAsync(
        $$"""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            {{before}}
        }
        """,
        $$"""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            {{after}}
        }
        """);

    [Fact]
    public Task The_second_can_be_kept() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroTrait("a"), {|VERO010:VeroEmail|}] string? A, [VeroTrait("b")] [{|VERO010:VeroLanguage|}, {|VERO010:VeroUserAgent|}] string? B);
        """,
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroEmail] string? A, [VeroLanguage] string? B);
        """,
        new CodeFixCase { EquivalenceKey = "Vero.KeepOnlyThis", Iterations = 2, Titles = ["Remove [VeroEmail] from 'A'", "Keep only [VeroEmail] of 'A'"] });

    [Theory]
    [InlineData("[VeroTimezone, {|VERO010:VeroLanguage|}] public string? A;", "[VeroLanguage] public string? A;", "Keep only [VeroLanguage] of 'A'")]
    [InlineData("[VeroEmail, {|VERO010:VeroTrait|}] public int A;", "[VeroTrait] public int A;", "Keep only [VeroTrait] of 'A'")]
    [InlineData("[VeroTrait, {|VERO010:VeroTimezone|}] public System.TimeZoneInfo? A;", "[VeroTimezone] public System.TimeZoneInfo? A;", "Keep only [VeroTimezone] of 'A'")]
    [InlineData("[VeroChannel] [{|VERO010:VeroUserAgent|}] public string? A;", "[VeroUserAgent] public string? A;", "Keep only [VeroUserAgent] of 'A'")]
    [InlineData("[VeroLanguage, {|VERO010:VeroTimezone|}] public string? A;", "[VeroLanguage] public string? A;", "Remove [VeroTimezone] from 'A'")]
    public Task The_one_that_suits_the_type_stays(string before, string after, string title) => Verify.CodeFixAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {MarkWrongType(before)} }}",
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {after} }}",
        new CodeFixCase { Titles = [title] });

    // The attribute that comes first is the one whose type is judged.
    private static string MarkWrongType(string member) => member
        .Replace("[VeroTimezone,", "[{|VERO101:VeroTimezone|},", StringComparison.Ordinal)
        .Replace("[VeroEmail,", "[{|VERO006:VeroEmail|},", StringComparison.Ordinal)
        .Replace("[VeroTrait,", "[{|VERO007:VeroTrait|},", StringComparison.Ordinal)
        .Replace("[VeroChannel]", "[{|VERO016:VeroChannel|}]", StringComparison.Ordinal);

    [Fact]
    public Task The_only_id_of_a_type_is_not_removed() => Verify.CodeFixAsync(
        "using Vero.Typed; public class Customer { [VeroTrait, {|VERO010:VeroId|}] public int Id; [VeroEmail] public string? E; }",
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroEmail] public string? E; }",
        new CodeFixCase { Titles = ["Keep only [VeroId] of 'Id'"] });

    [Fact]
    public Task What_a_parameter_of_a_record_and_its_property_say_differently() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroTrait("a")] string? Name)
        {
            [{|VERO010:VeroUserAgent|}]
            public string? Name { get; init; } = Name;
        }
        """,
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroTrait("a")] string? Name)
        {
            public string? Name { get; init; } = Name;
        }
        """);
}

using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO004 and VERO011: a key of the member's own.</summary>
public sealed class TraitKeyTests
{
    [Fact]
    public Task A_copied_key_becomes_the_members_own() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait("first_name")] public string? FirstName { get; set; }
            [VeroTrait({|VERO004:"first_name"|})] public string? LastName { get; set; }
            [System.Obsolete, VeroTrait(key: {|VERO004:"first_" + "name"|})] public string? NickName { get; set; }
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait("first_name")] public string? FirstName { get; set; }
            [VeroTrait] public string? LastName { get; set; }
            [System.Obsolete, VeroTrait] public string? NickName { get; set; }
        }
        """,
        new CodeFixCase { Titles = ["Send 'LastName' as \"last_name\"", "Remove [VeroTrait] from 'LastName'"], Iterations = 2 });

    [Fact]
    public Task The_naming_policy_of_the_type_makes_the_key() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        [VeroSerialization(Naming = Naming.CamelCase)]
        public record Customer([VeroId] int Id, [VeroTrait("a")] string? A, [VeroTrait({|VERO004:"a"|})] string? LastName);
        """,
        """
        using Vero.Typed;
        [VeroSerialization(Naming = Naming.CamelCase)]
        public record Customer([VeroId] int Id, [VeroTrait("a")] string? A, [VeroTrait] string? LastName);
        """,
        new CodeFixCase { Titles = ["Send 'LastName' as \"lastName\"", "Remove [VeroTrait] from 'LastName'"] });

    [Fact]
    public Task The_member_that_borrows_anothers_name_gets_its_own() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait("plan")] public string? Tier;
            [{|VERO004:VeroTrait|}] public string? Plan;
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait] public string? Tier;
            [VeroTrait] public string? Plan;
        }
        """,
        new CodeFixCase { Titles = ["Send 'Tier' as \"tier\"", "Remove [VeroTrait] from 'Plan'"] });

    [Fact]
    public Task A_key_that_is_taken_is_not_given() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Person { [VeroId] public int Id; [VeroTrait("last_name")] public string? Surname; }
        public class Customer : Person { [VeroTrait("a")] public string? A; [VeroTrait({|VERO004:"a"|})] public string? LastName; }
        """,
        """
        using Vero.Typed;
        public class Person { [VeroId] public int Id; [VeroTrait("last_name")] public string? Surname; }
        public class Customer : Person { [VeroTrait("a")] public string? A; public string? LastName; }
        """,
        new CodeFixCase { Titles = ["Remove [VeroTrait] from 'LastName'"] });

    [Fact]
    public Task A_key_that_Vero_would_misunderstand_is_not_given() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait("a")] public string? A;
            [VeroTrait({|VERO004:"a"|})] public string? TimeZone;
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait("a")] public string? A;
            public string? TimeZone;
        }
        """,
        new CodeFixCase { Titles = ["Remove [VeroTrait] from 'TimeZone'"] });

    [Fact]
    public Task Two_members_do_not_get_the_same_key() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait("a")] public string? A;
            [VeroTrait({|VERO004:"a"|})] public string? URL;
            [VeroTrait({|VERO004:"a"|})] public string? Url;
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait("a")] public string? A;
            [VeroTrait] public string? URL;
            [VeroTrait({|VERO004:"a"|})] public string? Url;
        }
        """,
        new CodeFixCase { EquivalenceKey = "Vero.OwnKey", Iterations = 1 });

    [Fact]
    public Task Of_two_attributes_for_one_reserved_key_one_goes() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTimezone] public int Offset;
            [{|VERO004:VeroTimezone|}] public System.TimeZoneInfo? Zone;
        }
        """,
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTimezone] public int Offset;
            public System.TimeZoneInfo? Zone;
        }
        """,
        new CodeFixCase { Titles = ["Remove [VeroTimezone] from 'Zone'"] });

    [Fact]
    public Task Nothing_is_done_to_what_is_inherited() => Verify.NoCodeFixAsync(
        """
        using Vero.Typed;
        public abstract class A<T> { [VeroId] public T Id = default!; [VeroTrait("a")] public T B = default!; }
        public abstract class B<T> : A<T> { [VeroTrait("a")] public T C = default!; }
        [VeroSerialization] public class {|VERO004:C|} : B<string>;
        """);

    [Theory]
    [InlineData("[VeroTrait({|VERO011:\"\"|})]", "[VeroTrait]")]
    [InlineData("[VeroTrait({|VERO011:null!|})]", "[VeroTrait]")]
    [InlineData("[System.Obsolete, VeroTrait( key: {|VERO011:Blank|} )]", "[System.Obsolete, VeroTrait]")]
    [InlineData("[VeroTrait(/* to do */ {|VERO011:\"  \"|})]", "[VeroTrait(/* to do */ )]")]
    [InlineData("[VeroTrait(\n        {|VERO011:\"\"|})]\n   ", "[VeroTrait]\n   ")]
    public Task A_blank_key_is_left_out(string before, string after) => Verify.CodeFixAsync(
        $$"""
        using Vero.Typed;
        public class Customer
        {
            private const string Blank = " ";
            [VeroId] public int Id;
            {{before}} public string? LastName;
        }
        """,
        $$"""
        using Vero.Typed;
        public class Customer
        {
            private const string Blank = " ";
            [VeroId] public int Id;
            {{after}} public string? LastName;
        }
        """,
        new CodeFixCase { Titles = ["Send 'LastName' as \"last_name\""] });

    [Fact]
    public Task A_blank_key_stays_where_the_members_own_is_taken() => Verify.NoCodeFixAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTrait(\"name\")] public int A; [VeroTrait({|VERO011:\"\"|})] public int Name; }");
}

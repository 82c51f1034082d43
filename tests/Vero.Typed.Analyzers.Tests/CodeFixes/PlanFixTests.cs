using System.Diagnostics.CodeAnalysis;
using Vero.Typed.CodeFixes;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>The fixes of VERO301 to VERO303 at the code: what they do to the plan and to the key.</summary>
public sealed class PlanFixTests
{
    private const string Usings = "using System;\nusing Vero.Typed;\nnamespace Shop;\n";

    [Fact]
    public Task An_empty_plan_is_filled() => FixAsync(
        "",
        """
        public class Customer
        {
            [{|VERO301-Warning:VeroId|}] public int Id { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public string? FirstName { get; set; }
            [VeroTrait({|VERO301-Warning:"plan"|})] public Plan? Plan { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public Address[] Homes { get; set; } = { };
        }
        public enum Plan { Pro, Free }
        public class Address { [VeroTrait] public string City { get; set; } = ""; }
        """,
        $$"""
        {{PlanFile.Title}}
        Shop.Customer id string
        Shop.Customer data.first_name string?
        Shop.Customer data.homes object[]
        Shop.Customer data.homes.city string
        Shop.Customer data.plan ("Free" | "Pro")?

        """);

    [Fact]
    public Task A_renamed_member_keeps_its_key() => Verify.CodeFixAsync(
        Usings + """
        public class {|VERO302-Warning:Customer|}
        {
            [VeroId] public int Id { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public string? GivenName { get; set; }
        }
        """,
        Usings + """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait("first_name")] public string? GivenName { get; set; }
        }
        """,
        new CodeFixCase
        {
            EquivalenceKey = EquivalenceKeys.FollowPlan,
            Options = new HarnessOptions { Plan = "Shop.Customer id string\nShop.Customer data.first_name string?\n" },
        });

    [Fact]
    public Task Several_renamed_members_keep_their_keys_and_their_options() => Verify.CodeFixAsync(
        Usings + """
        public record {|VERO302-Warning:{|VERO302-Warning:{|VERO302-Warning:Customer|}|}|}(
            [VeroId] int Id, [{|VERO301-Warning:VeroTrait()|}] decimal Sum, [{|VERO301-Warning:VeroTrait(WriteNull = true)|}] string? GivenName, [{|VERO301-Warning:VeroTrait|}] Address? Home);
        public record Address([VeroTrait] string City);
        """,
        Usings + """
        public record Customer(
            [VeroId] int Id, [VeroTrait("total")] decimal Sum, [VeroTrait("first name", WriteNull = true)] string? GivenName, [VeroTrait("address")] Address? Home);
        public record Address([VeroTrait] string City);
        """,
        new CodeFixCase
        {
            EquivalenceKey = EquivalenceKeys.FollowPlan,
            Options = new HarnessOptions
            {
                Plan = "Shop.Customer id string\nShop.Customer data.total number\nShop.Customer data.\"first name\" string\nShop.Customer data.address object\nShop.Customer data.address.city string\n",
            },
        });

    [Fact]
    public Task A_renamed_member_of_an_object_keeps_its_key() => Verify.CodeFixAsync(
        [
            Usings + "public class {|VERO302-Warning:Customer|} { [VeroId] public int Id { get; set; } [{|VERO301-Warning:VeroTrait|}] public Address? Home { get; set; } }",
            Usings + "public class Address { [VeroTrait] public string? Town { get; set; } }",
        ],
        [
            Usings + "public class Customer { [VeroId] public int Id { get; set; } [VeroTrait] public Address? Home { get; set; } }",
            Usings + "public class Address { [VeroTrait(\"city\")] public string? Town { get; set; } }",
        ],
        new CodeFixCase
        {
            EquivalenceKey = EquivalenceKeys.FollowPlan,
            Options = new HarnessOptions { Plan = "Shop.Customer id string\nShop.Customer data.home object\nShop.Customer data.home.city string\n" },
        });

    [Fact]
    public Task A_new_key_is_accepted() => FixAsync(
        "Shop.Customer id string\n# Of the segment \"Friends\".\nShop.Customer data.first_name string?\n",
        """
        public class {|VERO302-Warning:Customer|}
        {
            [VeroId] public int Id { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public string? GivenName { get; set; }
        }
        """,
        "Shop.Customer id string\n# Of the segment \"Friends\".\nShop.Customer data.given_name string?\n",
        EquivalenceKeys.RenameInPlan);

    // Who has written the key has changed it on purpose.
    [Fact]
    public Task A_key_that_is_written_out_is_new() => FixAsync(
        "Shop.Customer id string\n",
        "public class Customer { [VeroId] public int Id { get; set; } [VeroTrait({|VERO301-Warning:\"b\"|})] public string? A { get; set; } }",
        "Shop.Customer id string\nShop.Customer data.b string?\n",
        EquivalenceKeys.FollowPlan,
        ["List data.b in VeroPlan.txt"]);

    [Fact]
    public Task Where_there_is_a_choice_the_keys_are_new() => FixAsync(
        "Shop.Customer id string\nShop.Customer data.a number\nShop.Customer data.c number\n",
        "public class {|VERO302-Warning:{|VERO302-Warning:Customer|}|} { [VeroId] public int Id; [{|VERO301-Warning:VeroTrait|}] public int B; }",
        "Shop.Customer id string\nShop.Customer data.a number\nShop.Customer data.b number\nShop.Customer data.c number\n",
        EquivalenceKeys.FollowPlan,
        left: "public class {|VERO302-Warning:{|VERO302-Warning:Customer|}|} { [VeroId] public int Id; [VeroTrait] public int B; }");

    [Fact]
    public Task What_is_no_longer_sent_is_removed_with_all_below_it() => FixAsync(
        "Shop.Customer id string\nShop.Customer data.home object\nShop.Customer data.home.city string\n# Once.\nShop.Customer data.old string\nShop.Customer data.z string\n",
        "public class {|VERO302-Warning:{|VERO302-Warning:Customer|}|} { [VeroId] public int Id { get; set; } [VeroTrait] public string? Z { get; set; } }",
        "Shop.Customer id string\n# Once.\nShop.Customer data.z string\n",
        EquivalenceKeys.RemoveFromPlan);

    [Fact]
    public Task What_changed_is_updated_with_all_below_it() => FixAsync(
        """
        Shop.Customer id string
        Shop.Customer data.home string
        # Prices.
        Shop.Customer data.plan "Free"
        Shop.Customer data.plan "Pro"
        Shop.Customer data.score object
        Shop.Customer data.score.x number

        """,
        """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [{|VERO303-Warning:VeroTrait|}] public Plan Plan { get; set; }
            [{|VERO303-Warning:VeroTrait|}] public Address? Home { get; set; }
            [{|VERO303-Warning:VeroTrait|}] public double? Score { get; set; }
        }
        public enum Plan { Free, Pro, Team }
        public class Address { [VeroTrait] public string City { get; set; } = ""; }
        """,
        """
        Shop.Customer id string
        Shop.Customer data.home object?
        Shop.Customer data.home.city string
        # Prices.
        Shop.Customer data.plan "Free" | "Pro" | "Team"
        Shop.Customer data.score number?

        """,
        EquivalenceKeys.UpdatePlan);

    private static Task FixAsync(
        string plan, [StringSyntax("c#-test")] string code, string planAfter, string? key = null, string[]? titles = null, string? left = null)
    {
        string after = left ?? System.Text.RegularExpressions.Regex.Replace(code, @"\{\|[\w-]+:|\|\}", "");
        return Verify.CodeFixAsync(
            Usings + code,
            Usings + after,
            new CodeFixCase { EquivalenceKey = key, Titles = titles, PlanAfter = planAfter.ReplaceLineEndings("\n"), Options = new HarnessOptions { Plan = plan.ReplaceLineEndings("\n") } });
    }
}

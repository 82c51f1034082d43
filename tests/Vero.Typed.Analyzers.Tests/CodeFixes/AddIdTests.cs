using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO001, VERO019 and VERO030: which member becomes the id, and how the attribute is written there.</summary>
public sealed class AddIdTests
{
    [Fact]
    public Task A_property_named_Id_gets_it_on_a_line_of_its_own_as_its_neighbours_have_theirs() => Verify.CodeFixAsync(
        """
        using System;
        using Vero.Typed;

        public class {|VERO001:Customer|}
        {
            /// <summary>From the database.</summary>
            public int Id { get; set; } // never changes

            [VeroEmail]
            public string? Email { get; set; }
        }
        """,
        """
        using System;
        using Vero.Typed;

        public class Customer
        {
            /// <summary>From the database.</summary>
            [VeroId]
            public int Id { get; set; } // never changes

            [VeroEmail]
            public string? Email { get; set; }
        }
        """,
        new CodeFixCase { Titles = ["Put [VeroId] on 'Id'"], Iterations = 1 });

    [Fact]
    public Task Where_attributes_stand_before_the_member_so_does_this_one() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class {|VERO001:Customer|} { [VeroEmail] public string? Email { get; set; } public long CustomerId { get; set; } }
        public struct {|VERO001:Lead|}
        {
            public string? ID;
            [VeroEmail] public string? Email { get; set; }
        }
        """,
        """
        using Vero.Typed;
        public class Customer { [VeroEmail] public string? Email { get; set; } [VeroId] public long CustomerId { get; set; } }
        public struct Lead
        {
            [VeroId] public string? ID;
            [VeroEmail] public string? Email { get; set; }
        }
        """,
        new CodeFixCase { Iterations = 2 });

    [Fact]
    public Task Attributes_that_the_member_has_already_stay() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;

        public class {|VERO001:Customer|}
        {
            // The number on the card.
            [Key, DisplayName("No.")] // not the row
            [Browsable(false)] public string Number { get; set; } = "";
            public int Id { get; set; }
            [VeroEmail] public string? Email { get; set; }
        }
        """,
        """
        using Vero.Typed;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;

        public class Customer
        {
            // The number on the card.
            [VeroId] [Key, DisplayName("No.")] // not the row
            [Browsable(false)] public string Number { get; set; } = "";
            public int Id { get; set; }
            [VeroEmail] public string? Email { get; set; }
        }
        """,
        new CodeFixCase { Titles = ["Put [VeroId] on 'Number'"] });

    [Theory]
    [InlineData(
        "public record {|VERO001:Customer|}(int Id, [VeroEmail] string? Email);",
        "public record Customer([VeroId] int Id, [VeroEmail] string? Email);")]
    [InlineData(
        "public readonly record struct {|VERO001:Customer|}([property: VeroEmail] string? Email, System.Guid Id);",
        "public readonly record struct Customer([property: VeroEmail] string? Email, [VeroId] System.Guid Id);")]
    [InlineData(
        "public record {|VERO001:Customer|}(\n    int? Id, // from the database\n    [VeroEmail] string? Email);",
        "public record Customer(\n    [VeroId] int? Id, // from the database\n    [VeroEmail] string? Email);")]
    [InlineData(
        "public record {|VERO001:Customer|}<T>(T? Value, Key Id, [VeroEmail] string? Email); public readonly record struct Key(System.Guid Value);",
        "public record Customer<T>(T? Value, [VeroId] Key Id, [VeroEmail] string? Email); public readonly record struct Key(System.Guid Value);")]
    public Task A_parameter_of_a_record(string before, string after) => Verify.CodeFixAsync("using Vero.Typed;\n" + before, "using Vero.Typed;\n" + after);

    [Theory]
    [InlineData("", "[Vero.Typed.VeroEmail]", "[Vero.Typed.VeroId]")]
    [InlineData("", "[global::Vero.Typed.VeroEmailAttribute]", "[global::Vero.Typed.VeroId]")]
    [InlineData("using V = Vero.Typed;", "[V.VeroEmail]", "[V.VeroId]")]
    [InlineData("using V = Vero.Typed;", "[V::VeroEmail]", "[V::VeroId]")]
    [InlineData("using Vero.Typed; using Email = Vero.Typed.VeroEmailAttribute;", "[Email]", "[VeroId]")]
    [InlineData("using Vero.Typed; using Other; namespace Other { class VeroIdAttribute : System.Attribute { } }", "[VeroEmail]", "[global::Vero.Typed.VeroId]")]
    public Task The_attribute_is_written_as_the_file_writes_the_others(string usings, string written, string expected) => Verify.CodeFixAsync(
        $$"""
        {{usings}}
        public class {|VERO001:Customer|} { public int Id; {{written}} public string? Email; }
        """,
        $$"""
        {{usings}}
        public class Customer { {{expected}} public int Id; {{written}} public string? Email; }
        """);

    private const string Annotated = """
        namespace Shop
        {
            public partial class {|VERO001:Customer|} { [Vero.Typed.VeroEmail] public string? Email; }
        }
        """;

    [Theory]
    [InlineData(
        "namespace Shop\n{\n    public partial class Customer { public int Id; }\n}",
        "using Vero.Typed;\n\nnamespace Shop\n{\n    public partial class Customer { [VeroId] public int Id; }\n}")]
    [InlineData(
        "// Copyright.\n\nusing System; // for all\nusing Xyz;\n\nnamespace Shop;\n\npublic partial class Customer { public int Id; }",
        "// Copyright.\n\nusing System; // for all\nusing Vero.Typed;\nusing Xyz;\n\nnamespace Shop;\n\npublic partial class Customer { [VeroId] public int Id; }")]
    [InlineData(
        "using System;\n#if DEBUG\nusing System.Diagnostics;\n#endif\nnamespace Shop;\npublic partial class Customer { public int Id; }",
        "using System;\nusing Vero.Typed;\n#if DEBUG\nusing System.Diagnostics;\n#endif\nnamespace Shop;\npublic partial class Customer { [VeroId] public int Id; }")]
    [InlineData(
        "namespace Shop\n{\n    using System;\n    using static System.Math;\n\n    public partial class Customer { public int Id; }\n}",
        "namespace Shop\n{\n    using System;\n    using Vero.Typed;\n    using static System.Math;\n\n    public partial class Customer { [VeroId] public int Id; }\n}")]
    [InlineData(
        "// Copyright.\n\n#nullable enable\nnamespace Shop;\n/// <summary>Buys.</summary>\npublic partial class Customer { public int Id; }",
        "// Copyright.\n\n#nullable enable\nusing Vero.Typed;\n\nnamespace Shop;\n/// <summary>Buys.</summary>\npublic partial class Customer { [VeroId] public int Id; }")]
    [InlineData(
        "using Xyz; namespace Shop { public partial class Customer { public int Id; } }\n",
        "using Vero.Typed;\nusing Xyz; namespace Shop { public partial class Customer { [VeroId] public int Id; } }\n")]
    [InlineData(
        "using Math = System.Math;\nnamespace Shop { public partial class Customer { public int Id; } }",
        "using Vero.Typed;\nusing Math = System.Math;\nnamespace Shop { public partial class Customer { [VeroId] public int Id; } }")]
    [InlineData(
        "using Other;\nnamespace Shop { public partial class Customer { public int Id; Naming naming; } } namespace Other { struct Naming { } }",
        "using Other;\nnamespace Shop { public partial class Customer { [global::Vero.Typed.VeroId] public int Id; Naming naming; } } namespace Other { struct Naming { } }")]
    public Task In_a_part_in_another_file_a_using_directive_is_added_where_it_is_needed(string before, string after) => Verify.CodeFixAsync(
        [Annotated, before, "namespace Xyz { }"], [Annotated.Replace("{|VERO001:Customer|}", "Customer", StringComparison.Ordinal), after, "namespace Xyz { }"]);

    [Fact]
    public Task A_global_using_directive_is_enough() => Verify.CodeFixAsync(
        [Annotated, "namespace Shop { public partial class Customer { public int Id; } }", "global using Vero.Typed;"],
        [
            Annotated.Replace("{|VERO001:Customer|}", "Customer", StringComparison.Ordinal),
            "namespace Shop { public partial class Customer { [VeroId] public int Id; } }",
            "global using Vero.Typed;",
        ]);

    [Theory]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public static int Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; private int Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public int Id { set { } } }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public double Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public int Id() => 1; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; [VeroTrait] public int Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public int Id, Other; }")]
    [InlineData("namespace @event.@class { public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public double Id; } }")]
    [InlineData("public class {|VERO001:Customer|}<T> { [VeroEmail] public string? Email; public T? Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; public int Id; } public class Vip : Customer { [VeroId] public int Number; }")]
    public Task No_other_member_is_taken_for_the_id(string source) => Verify.NoCodeFixAsync("using Vero.Typed; " + source);

    [Fact]
    public Task What_only_other_assemblies_can_use_as_a_value_is_marked_as_one() => Verify.CodeFixAsync(
        """
        using Vero.Typed;

        // Where somebody lives.
        public record {|VERO030:Address|}([VeroTrait] string? City);

        [VeroSerialization(Naming = Naming.CamelCase)] // as in the app
        public struct {|VERO030:Money|}
        {
            [VeroTrait] public decimal Amount { get; set; }
        }

        [VeroSerialization()]
        public class {|VERO030:Size|} { [VeroTrait] public int Width; }

        [VeroSerialization]
        public class {|VERO030:Weight|} { [VeroTrait] public int Grams; }
        """,
        """
        using Vero.Typed;

        // Where somebody lives.
        [VeroSerialization(ValueOnly = true)]
        public record Address([VeroTrait] string? City);

        [VeroSerialization(Naming = Naming.CamelCase, ValueOnly = true)] // as in the app
        public struct Money
        {
            [VeroTrait] public decimal Amount { get; set; }
        }

        [VeroSerialization(ValueOnly = true)]
        public class Size { [VeroTrait] public int Width; }

        [VeroSerialization(ValueOnly = true)]
        public class Weight { [VeroTrait] public int Grams; }
        """,
        new CodeFixCase { Titles = ["Mark 'Address' as a value"], Iterations = 4 });

    // dotnet format makes one kind of repair at a time: that of values must not touch what has an id.
    [Fact]
    public Task What_has_an_id_is_never_marked_as_a_value() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class {|VERO030:Address|} { [VeroTrait] public string? City; }
        public class {|VERO001:Customer|} { public int Id; [VeroTrait] public string? Name; }
        public class {|VERO001:Lead|} { private int LeadId => 1; [VeroTrait] public string? Name; }
        """,
        """
        using Vero.Typed;
        [VeroSerialization(ValueOnly = true)]
        public class Address { [VeroTrait] public string? City; }
        public class {|VERO001:Customer|} { public int Id; [VeroTrait] public string? Name; }
        public class {|VERO001:Lead|} { private int LeadId => 1; [VeroTrait] public string? Name; }
        """,
        new CodeFixCase { EquivalenceKey = "Vero.MarkAsValue" });

    [Fact]
    public Task Only_the_base_gets_it() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public partial class {|VERO001:Person|} { public int Id; [VeroEmail] public string? Email; }
        public partial class Customer : Person { public int CustomerId; [VeroTrait] public string? Name; }
        """,
        """
        using Vero.Typed;
        public partial class Person { [VeroId] public int Id; [VeroEmail] public string? Email; }
        public partial class Customer : Person { public int CustomerId; [VeroTrait] public string? Name; }
        """);

    [Fact]
    public Task An_id_of_a_base_of_others_is_overridden_where_that_can_be() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class {|VERO001:Customer|} : Domain.User<System.Guid>
        {
            [VeroEmail]
            public string? Mail { get; set; }
        }
        public class {|VERO001:Lead|} : Domain.Plain
        {
            [VeroEmail] public string? Mail { get; set; }
        }
        public class {|VERO001:Guest|} : Domain.Plain { [VeroEmail] public string? Mail; }
        """,
        """
        using Vero.Typed;
        public class Customer : Domain.User<System.Guid>
        {
            [VeroId]
            public override System.Guid Id { get => base.Id; set => base.Id = value; }

            [VeroEmail]
            public string? Mail { get; set; }
        }
        public class Lead : Domain.Plain
        {
            [VeroId] public int UserId => Id;
            [VeroEmail] public string? Mail { get; set; }
        }
        public class Guest : Domain.Plain { [VeroId] public int UserId => Id; [VeroEmail] public string? Mail; }
        """,
        new CodeFixCase
        {
            EquivalenceKey = "Vero.ReturnInherited",
            Iterations = 3,
            Options = new HarnessOptions { References = [Rules.IdRequiredTests.Bases] },
        });

    [Theory]
    [InlineData("Domain.Plain", "Put [VeroId] on 'UserId', which returns 'Plain.Id'")]
    [InlineData("Domain.User<System.Guid>", "Put [VeroId] on 'Id', which overrides 'User.Id'")]
    public Task An_inherited_id_is_named_before_a_member_is_added_for_it(string @base, string second) => Verify.CodeFixAsync(
        $"using Vero.Typed; public class {{|VERO001:Lead|}} : {@base} {{ [VeroEmail] public string? Mail; }}",
        $"using Vero.Typed; [VeroId(From = nameof(Id))] public class Lead : {@base} {{ [VeroEmail] public string? Mail; }}",
        new CodeFixCase
        {
            Titles = ["Use the inherited 'Id' as the id", second],
            Options = new HarnessOptions { References = [Rules.IdRequiredTests.Bases] },
        });

    // dotnet format applies the kind of the first repair, so all of one file are of one kind.
    [Fact]
    public Task An_inherited_id_is_named_first_whoever_owns_the_base() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class {|VERO001:Lead|} : Domain.Plain { [VeroEmail] public string? Mail; }
        public class Base { public int Id; }
        public class {|VERO001:Customer|} : Base { [VeroEmail] public string? Mail; }
        """,
        """
        using Vero.Typed;
        [VeroId(From = nameof(Id))]
        public class Lead : Domain.Plain { [VeroEmail] public string? Mail; }
        public class Base { public int Id; }
        [VeroId(From = nameof(Id))]
        public class Customer : Base { [VeroEmail] public string? Mail; }
        """,
        new CodeFixCase
        {
            Iterations = 2,
            Options = new HarnessOptions { References = [Rules.IdRequiredTests.Bases] },
        });

    [Fact]
    public Task An_id_of_a_base_that_cannot_be_read_is_left() => Verify.NoCodeFixAsync(
        "using Vero.Typed; public class {|VERO001:Customer|} : Domain.Hidden { [VeroEmail] public string? Mail; }",
        new CodeFixCase { Options = new HarnessOptions { References = [Rules.IdRequiredTests.Bases] } });

    [Fact]
    public Task An_id_of_a_base_is_named_by_a_path_where_no_property_can_return_it() => Verify.CodeFixAsync(
        "using Vero.Typed; public class {|VERO001:Customer|} : Domain.Plain { [VeroEmail] public string? UserId; }",
        "using Vero.Typed; [VeroId(From = nameof(Id))] public class Customer : Domain.Plain { [VeroEmail] public string? UserId; }",
        new CodeFixCase { Titles = ["Use the inherited 'Id' as the id"], Options = new HarnessOptions { References = [Rules.IdRequiredTests.Bases] } });

    // The call does not compile in this harness before nor after: generators run once, on the text before.
    [Fact]
    public async Task A_type_that_only_inherits_asks_for_code_where_it_is_called()
    {
        using var harness = new CodeFixHarness(TestHarness.CodeFixes.All, new HarnessOptions { IsBroken = true });
        IReadOnlyList<(string Key, string Text)> applied = await harness.ApplyAllAsync("""
            using Vero.Typed;
            public abstract class Entity<T> { [VeroId] public T? Id; }
            public class Customer : Entity<int> { }
            public class Calls { object A(Customer c) => c.ToIdentifyRequest(); object B(Customer c) => c.ToIdentifyRequest(); }
            """);
        Assert.All(applied, static fix => Assert.Equal(
            ("Vero.AddAttribute", """
            using Vero.Typed;
            public abstract class Entity<T> { [VeroId] public T? Id; }
            [VeroSerialization]
            public class Customer : Entity<int> { }
            public class Calls { object A(Customer c) => c.ToIdentifyRequest(); object B(Customer c) => c.ToIdentifyRequest(); }
            """), fix));
        Assert.Equal(3, applied.Count);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>
/// After an edit the generator reads again what the edit can have changed, and makes what it would make of the edited project had it never seen the other.
/// </summary>
public sealed class EditTests
{
    private static readonly string[] Shop =
    [
        /* 0 */
        """
        using System;
        using System.Collections.Generic;
        using Vero.Typed;
        using static Shop.Defaults;
        namespace Shop;
        public partial class Customer : Party
        {
            [VeroTrait(Keys.Name)] public string? FirstName { get; set; }
            [VeroTrait] public Address? Home { get; set; }
            [VeroTrait] public List<Order> Orders { get; } = new();
            [VeroTrait] public Level Level { get; set; }
            [VeroTrait] public Money Spent { get; set; }
            [VeroChannel(Kind, Platform)] public string? Token { get; set; }
            [VeroTrait("work_city", From = "City")] public Address? Work { get; set; }
            public int Count() { return Orders.Count + 1; }
            public int Twice => Count() * 2;
        }
        """,
        /* 1 */
        """
        using Vero.Typed;
        namespace Shop;
        public abstract class Party
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait] public virtual Pet? Pet { get; }
        }
        """,
        /* 2 */
        """
        namespace Shop;
        internal static class Keys { public const string Name = Prefix + "name"; public const string Prefix = "first_"; public const int Other = 1; }
        """,
        /* 3 */
        """
        using Vero.Typed;
        namespace Shop;
        public sealed class Address { [VeroTrait] public string? City { get; set; } [VeroTrait] public string? Street { get; set; } }
        public class Pet { [VeroTrait] public string? Name { get; set; } }
        public class Dog : Pet { [VeroTrait] public int Age { get; set; } }
        """,
        /* 4 */
        """
        using Vero.Typed;
        namespace Shop;
        public sealed record Order([VeroTrait] string Number, [VeroTrait] decimal Total) { public int Lines { get; set; } }
        public enum Level { Free, Pro }
        """,
        /* 5 */
        """
        using Vero.Typed;
        namespace Shop;
        public readonly record struct Money([VeroTrait] decimal Amount);
        public static class Defaults { public const string Kind = "push"; public const string Platform = "ios"; }
        """,
        /* 6 */
        """
        using Vero.Typed;
        namespace Shop;
        public class Vendor : Entity<Site> { [VeroId] public string? Code { get; set; } }
        public abstract class Entity<T> { [VeroTrait] public T? Value { get; set; } }
        public class Site { [VeroTrait] public string? Host { get; set; } }
        public class Outer { public class Inner { [VeroId] public int Id { get; set; } } }
        """,
        /* 7 */
        """
        using Vero.Typed;
        namespace Shop;
        [VeroEvent("Placed order")] public sealed partial record OrderPlaced([VeroId] int CustomerId, [VeroTrait] string Number);
        public class Breeder : Party { public override Dog? Pet { get; } [VeroTrait] public int Since { get; set; } }
        public class Visitor { [VeroId] public int Id { get; set; } [VeroTrait] public string? Page { get; set; } }
        """,
        /* 8 */
        """
        namespace Shop;
        public class Service
        {
            private int _calls;
            public int Call(Customer customer) { _calls++; return customer.Id + 1; }
        }
        """,
    ];

    /// <summary>What an edit replaces: the file, what is there, and what then is. Each is also taken back.</summary>
    public static TheoryData<int, string, string> Edits { get; } = new()
    {
        // Names, types and attributes of members, of the type, its base and its values.
        { 0, "FirstName", "GivenName" },
        { 0, "Keys.Name", "Keys.Prefix" },
        { 0, "[VeroTrait] public Level Level", "public Level Level" },
        { 0, "From = \"City\"", "From = \"Street\"" },
        { 0, ": Party", "" },
        { 0, "partial class", "class" },
        { 0, "using static Shop.Defaults;", "using static Shop.Defaults; using Level = System.Int32;" },
        { 0, "using System;", "#nullable disable\nusing System;" },
        { 0, "return Orders.Count + 1;", "return Orders.Count +;" },
        { 0, "[VeroTrait] public Address? Home", "[VeroTrait] public Address" },
        { 1, "int Id", "string? Id" },
        { 1, "[VeroId] ", "" },
        { 1, "virtual Pet? Pet", "virtual string? Pet" },
        { 1, "Pet? Pet", "Pet? Animal" },
        { 1, "[VeroTrait] public virtual", "public virtual" },
        { 1, "public abstract class", "public class" },
        { 2, "first_", "given_" },
        { 2, "Prefix + \"name\"", "\"name\"" },
        { 3, "string? City", "int City" },
        { 3, "[VeroTrait] public string? City", "[VeroId] public string? City" },
        { 3, "? Street", "? Road" },
        { 3, "[VeroTrait] public string? Name", "public string? Name" },
        { 3, ": Pet", "" },
        { 3, "public sealed class Address", "internal sealed class Address" },
        { 4, "decimal Total", "double Total" },
        { 4, "[VeroTrait] string Number, [VeroTrait] decimal Total", "string Number, decimal Total" },
        { 4, "Free, Pro", "Free, Basic, Pro" },
        { 4, "public enum Level", "[System.Flags] public enum Level" },
        { 5, "decimal Amount", "long Amount" },
        { 5, "\"ios\"", "\"android\"" },
        { 6, "Entity<Site>", "Entity<string>" },
        { 6, "[VeroTrait] public T? Value", "public T? Value" },
        { 6, "class Inner { [VeroId]", "class Inner {" },
        { 7, "[VeroEvent(\"Placed order\")]", "[VeroEvent(\"Ordered\", Source = \"web\")]" },
        { 7, "Dog? Pet", "Pet? Pet" },
        { 7, "[VeroTrait] public int Since", "public int Since" },
        { 7, "namespace Shop;", "namespace Shop.Events;" },
        { 7, "[VeroEvent", "[VeroSerialization(Naming = VeroNaming.CamelCase), VeroEvent" },
    };

    /// <summary>Files that are added, and taken away again.</summary>
    public static TheoryData<string> Files { get; } =
    [
        "using Vero.Typed; namespace Shop; public partial class Customer { [VeroTrait] public int Age { get; set; } }",
        "using Vero.Typed; namespace Shop; public static class Converters { [VeroConverter] public static string ToVero(Money value) => \"EUR\"; }",
        "using Vero.Typed; namespace Shop; public class Guest { [VeroId] public int Id { get; set; } [VeroTrait] public Visitor? Host { get; set; } }",
        "namespace Shop; public class Special : Vendor { }",
        "using Vero.Typed; namespace Shop; public class Outer_Inner { [VeroId] public int Id { get; set; } }",
        "namespace Shop; public class OuterVeroExtensions { }",
        "namespace Shop; public static class Outer_InnerVeroExtensions { }",
        "[assembly: Vero.Typed.VeroSerialization(Naming = Vero.Typed.VeroNaming.CamelCase)]",
        "[assembly: Vero.Typed.VeroEvent]",
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Other\")]",
        "global using Level = System.String;",
        "global using VeroTrait = Vero.Typed.VeroDataAttribute;",
        "namespace Shop; public sealed class VeroTraitAttribute : System.Attribute { public VeroTraitAttribute(string? key = null) { } public string? From { get; set; } }",
        "namespace Shop.Events; public enum Level { A }",
        "namespace Shop.Keys; public static class Name { }",
        "using Vero.Typed; using Shop; namespace Crm; [VeroMap(typeof(Service))] [VeroId(From = \"Number\")] public static partial class Served { }",
        "using Vero.Typed; using Shop; namespace Crm; [VeroMap(typeof(Visitor))] [VeroId(From = \"Id\")] public static partial class Second { }",
        "using Vero.Typed; namespace Shop; [VeroSerialization(ValueOnly = true)] public class Size { [VeroTrait] public int Width { get; set; } }",
        "class",
    ];

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_makes_what_a_fresh_run_makes(int file, string from, string to)
    {
        var project = new EditedProject(Shop);
        project.Replace($"Source{file}.cs", from, to);
        project.Edit($"Source{file}.cs", Shop[file]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_comes_or_goes_makes_what_a_fresh_run_makes(string source)
    {
        var project = new EditedProject(Shop);
        project.Edit("Added.cs", source);
        project.Edit("Added.cs", null);
        Assert.All(Enumerable.Range(0, Shop.Length), file =>
        {
            project.Edit($"Source{file}.cs", null);
            project.Edit($"Source{file}.cs", Shop[file]);
        });
    }

    /// <summary>Edits on edits, most of which leave a project that does not compile.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Many_edits_make_what_a_fresh_run_makes(int seed)
    {
        var random = new Random(seed);
        var project = new EditedProject(Shop);
        string[] now = [.. Shop];
        for (int step = 0; step < 60; step++)
        {
            if (random.Next(4) == 0)
            {
                project.Edit($"Added{random.Next(3)}.cs", random.Next(3) == 0 ? null : Files.ElementAt(random.Next(Files.Count)).Data);
                continue;
            }

            (int file, string from, string to) = Edits.ElementAt(random.Next(Edits.Count)).Data;
            now[file] = random.Next(3) == 0 ? Shop[file] : now[file].Replace(from, to, StringComparison.Ordinal);
            project.Edit($"Source{file}.cs", now[file]);
        }
    }

    // The controls of the tests above: the project as it is has something of everything, and a memory that never forgets would fail.
    [Fact]
    public void The_edits_change_what_is_generated()
    {
        var project = new EditedProject(Shop);
        Assert.Equal(["Breeder", "Customer", "OrderPlaced", "Outer_Inner", "Party", "Vendor", "Visitor"], project.Generated.Keys.Select(static name => name.Split('.')[1]).Where(static name => name != "Typed").Order(StringComparer.Ordinal));
        string before = All(project);
        List<string> without = [];
        foreach ((int file, string from, string to) in Edits.Select(static edit => edit.Data))
        {
            project.Replace($"Source{file}.cs", from, to);
            if (All(project) == before)
                without.Add($"{file}: {from} -> {to}");
            project.Edit($"Source{file}.cs", Shop[file]);
        }

        Assert.True(without.Count < Edits.Count / 3, string.Join('\n', without));

        static string All(EditedProject project) => string.Concat(project.Generated.OrderBy(static file => file.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, "return Orders.Count + 1;", "return Orders.Count + 2;", 0)] // in a body of an annotated type
    [InlineData(0, "Count() * 2", "Count() * 3", 0)]
    [InlineData(0, "return Orders.Count + 1;", "return Orders.Count +", 0)] // half-typed
    [InlineData(0, "namespace Shop;", "// about the shop\nnamespace Shop;", 0)]
    [InlineData(8, "_calls++;", "_calls += 2;", 0)]
    [InlineData(8, "private int _calls;", "private int _calls; private int _more;", 0)] // a declaration that nothing annotated mentions
    [InlineData(8, "public class Service", "public class Renamed", 0)]
    [InlineData(2, "Other = 1", "Other = 2", 1)] // of a class whose constants a type uses
    [InlineData(7, "string? Page", "string? Url", 1)] // a member of a type that no other mentions
    [InlineData(3, "? Street", "? Road", 2)] // of a value: it and the type that holds it
    public void Only_what_an_edit_can_change_is_read_again(int file, string from, string to, int read)
    {
        var project = new EditedProject(Shop);
        int all = project.TypesRead;
        Assert.InRange(all, 10, 30);

        project.Replace($"Source{file}.cs", from, to);
        if (read == 0)
            Assert.All(project.Reasons, static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.InRange(project.TypesRead, read, read + 4);
        Assert.True(project.TypesRead < all);
    }

    [Fact]
    public void A_new_file_that_nobody_mentions_makes_nothing_be_read()
    {
        var project = new EditedProject(Shop);
        project.Edit("Added.cs", "namespace Shop; internal static class Unrelated { internal const int One = 1; }");
        Assert.Equal(0, project.TypesRead);
    }

    [Fact]
    public void Options_and_references_count_as_much_as_declarations()
    {
        CompiledAssembly Library(string member) => GeneratorHarness.CompileWithoutGenerator(
            $"namespace Library; public class Base {{ {member} }}", new HarnessOptions { AssemblyName = "Library", ReferencesLibrary = false });

        CompiledAssembly first = Library("public virtual int Number { get; set; }");
        var project = new EditedProject(
            ["using Vero.Typed; public class Customer : Library.Base { [VeroId] public int Id { get; set; } }",
                "using Vero.Typed; [VeroTrait(\"number\", From = \"Number\")] public class Owned : Library.Base { [VeroId] public int Id { get; set; } }"],
            new HarnessOptions { References = [first] });
        project.Change(compilation => compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Assert.Equal(2, project.TypesRead);

        string before = string.Concat(project.Generated.Values);
        project.Change(compilation => compilation.ReplaceReference(compilation.ExternalReferences[^1], Library("public System.Collections.Generic.List<int> Number { get; } = new();").Reference));
        Assert.Equal(2, project.TypesRead);
        Assert.NotEqual(before, string.Concat(project.Generated.Values));

        project.Change(compilation => compilation.WithAssemblyName("Renamed"));
        Assert.Equal(2, project.TypesRead);
        project.Change(static compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(static tree =>
            CSharpSyntaxTree.ParseText(tree.GetText(), ((CSharpParseOptions)tree.Options).WithPreprocessorSymbols("OTHER"), tree.FilePath))));
        Assert.Equal(2, project.TypesRead);
    }

    // Whether a type needs an id depends on a path that is written elsewhere, through types that may be anywhere.
    [Fact]
    public void What_a_path_or_a_converter_leads_to_follows_all_that_it_goes_through()
    {
        string[] sources =
        [
            "using Vero.Typed; [VeroTrait(From = \"Home.Owner\")] class Customer { [VeroId] public int Id { get; set; } public Place? Home { get; set; } [VeroTrait] public Money? Balance { get; set; } }",
            "class Place : Spot { }",
            "class Spot { public Owner? Owner { get; set; } }",
            "using Vero.Typed; class Owner { [VeroTrait] public string? Name { get; set; } }",
            "using Vero.Typed; class Keeper { [VeroTrait] public string? Name { get; set; } }",
            "using Vero.Typed; class Money { } class Amount { [VeroTrait] public decimal Value { get; set; } } class Total { [VeroTrait] public decimal Sum { get; set; } }",
            "using Vero.Typed; static class Converters { [VeroConverter] internal static Amount ToVero(Money value) => null!; }",
        ];
        var project = new EditedProject(sources);
        Assert.Equal(["Keeper", "Total"], Stubs(project));
        project.Replace("Source2.cs", "Owner? Owner", "Keeper? Owner");
        Assert.Equal(["Owner", "Total"], Stubs(project));
        project.Replace("Source6.cs", "Amount", "Total");
        Assert.Equal(["Amount", "Owner"], Stubs(project));
        project.Replace("Source0.cs", "Home.Owner", "Home.Owner.Name");
        Assert.Equal(["Amount", "Keeper", "Owner"], Stubs(project));

        static IEnumerable<string> Stubs(EditedProject project) => project.Generated
            .Where(static file => file.Value.Contains("[global::System.Obsolete(", StringComparison.Ordinal)).Select(static file => file.Key.Split('.')[0]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Files_in_another_order_make_what_a_fresh_run_makes()
    {
        var project = new EditedProject(
            ["using Vero.Typed; public partial class Customer { [VeroId] public int Id { get; set; } [VeroTrait] public int B { get; set; } }",
                "using Vero.Typed; public partial class Customer { [VeroTrait] public int A { get; set; } }"]);
        string before = string.Concat(project.Generated.Values);
        project.Change(static compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()));
        Assert.NotEqual(before, string.Concat(project.Generated.Values));
    }
}

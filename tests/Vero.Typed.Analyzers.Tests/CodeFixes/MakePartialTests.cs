using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO008, VERO009 and VERO015: what generated code inside the type can do and beside it cannot.</summary>
public sealed class MakePartialTests
{
    [Fact]
    public Task A_private_nested_type_and_all_types_around_it() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        namespace Shop;

        // The outermost.
        public sealed class Outer<T>
            where T : class
        {
            internal readonly record struct Middle
            {
                /// <summary>Who buys.</summary>
                private /* not public */ class {|VERO009:Customer|}
                {
                    [VeroId] public int Id { get; set; }
                }
            }
        }
        """,
        """
        using Vero.Typed;
        namespace Shop;

        // The outermost.
        public sealed partial class Outer<T>
            where T : class
        {
            internal readonly partial record struct Middle
            {
                /// <summary>Who buys.</summary>
                private /* not public */ partial class Customer
                {
                    [VeroId] public int Id { get; set; }
                }
            }
        }
        """,
        new CodeFixCase { Titles = ["Make 'Customer' partial"], Iterations = 1 });

    [Fact]
    public Task A_type_whose_private_member_is_annotated() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [{|VERO008:VeroTrait|}] private string? Name { get; set; }
            [{|VERO008:VeroTrait|}] private int _visits;
        }
        """,
        """
        using Vero.Typed;
        public partial class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait] private string? Name { get; set; }
            [VeroTrait] private int _visits;
        }
        """,
        new CodeFixCase { Titles = ["Make 'Customer' partial"], Iterations = 1 });

    [Fact]
    public Task All_parts_of_all_files() => Verify.CodeFixAsync(
        [
            "using Vero.Typed; partial class Outer { private class {|VERO009:Customer|} { [VeroId] public int Id; } }",
            "partial class Outer { }",
        ],
        [
            "using Vero.Typed; partial class Outer { private partial class Customer { [VeroId] public int Id; } }",
            "partial class Outer { }",
        ]);

    [Fact]
    public Task Two_types_in_one_outer_type() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        interface IOuter
        {
            protected struct {|VERO009:A|} { [VeroId] public int Id; }
            protected record {|VERO009:B|}([VeroId] int Id);
        }
        """,
        """
        using Vero.Typed;
        partial interface IOuter
        {
            protected partial struct A { [VeroId] public int Id; }
            protected partial record B([VeroId] int Id);
        }
        """,
        new CodeFixCase { Iterations = 2 });

    [Fact]
    public Task A_type_whose_extension_class_would_have_a_name_that_is_taken() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class {|VERO009:Customer|} { [VeroId] public int Id; }
        public static class CustomerVeroExtensions { }
        """,
        """
        using Vero.Typed;
        public partial class Customer { [VeroId] public int Id; }
        public static class CustomerVeroExtensions { }
        """);

    [Fact]
    public Task Derived_types_that_add_something_become_partial_with_their_base() => Verify.CodeFixAsync(
        [
            """
            using Vero.Typed;
            public class Person { [VeroId] public int Id; [{|VERO008:VeroTrait|}] protected int _visits; }
            public class Silent : Person { public int A; }
            """,
            """
            using Vero.Typed;
            public class Customer : Silent { [VeroTrait] public int B; }
            public partial class Vip : Customer { [VeroTrait] public int C; }
            """,
        ],
        [
            """
            using Vero.Typed;
            public partial class Person { [VeroId] public int Id; [VeroTrait] protected int _visits; }
            public class Silent : Person { public int A; }
            """,
            """
            using Vero.Typed;
            public partial class Customer : Silent { [VeroTrait] public int B; }
            public partial class Vip : Customer { [VeroTrait] public int C; }
            """,
        ],
        new CodeFixCase { Titles = ["Make 'Person' and the types that derive from it partial"], Iterations = 1 });

    [Fact]
    public Task Derived_types_in_another_project_follow_as_well() => Verify.CodeFixAsync(
        "using Vero.Typed; public class {|VERO009:Person|} { [VeroId] public int Id; } public static class PersonVeroExtensions { }",
        "using Vero.Typed; public partial class Person { [VeroId] public int Id; } public static class PersonVeroExtensions { }",
        new CodeFixCase
        {
            Titles = ["Make 'Person' and the types that derive from it partial"],
            Iterations = 1,
            FixAllIterations = 1,
            OtherProject = (
                "using Vero.Typed; public class Customer : Person { [VeroTrait] public int A; }",
                "using Vero.Typed; public partial class Customer : Person { [VeroTrait] public int A; }"),
        });

    [Fact]
    public Task A_derived_type_whose_traits_would_be_lost() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public partial class Person { [VeroId] public int Id; }
        public static class Shop { public class {|VERO015:Customer|} : Person { [VeroTrait] public int A; } }
        """,
        """
        using Vero.Typed;
        public partial class Person { [VeroId] public int Id; }
        public static partial class Shop { public partial class Customer : Person { [VeroTrait] public int A; } }
        """,
        new CodeFixCase { Titles = ["Make 'Customer' partial"] });

    [Fact]
    public Task A_base_through_which_traits_are_lost_at_calls() => Verify.CodeFixAsync(
        [
            """
            using Vero.Typed;
            public class Person { [VeroId] public int Id; }
            public class Customer : Person { [VeroTrait] public int A; }
            """,
            """
            using System;
            class Calls
            {
                object One(Person person) => person.{|VERO032-Warning:ToIdentifyRequest|}();
                object? Two(Person? person) => person?.{|VERO032-Warning:ToIdentifyRequest|}();
                Func<object> Three(Person person) => person.{|VERO032-Warning:ToIdentifyRequest|};
            }
            """,
        ],
        [
            """
            using Vero.Typed;
            public partial class Person { [VeroId] public int Id; }
            public partial class Customer : Person { [VeroTrait] public int A; }
            """,
            """
            using System;
            class Calls
            {
                object One(Person person) => person.ToIdentifyRequest();
                object? Two(Person? person) => person?.ToIdentifyRequest();
                Func<object> Three(Person person) => person.ToIdentifyRequest;
            }
            """,
        ],
        new CodeFixCase { Titles = ["Make 'Person' and the types that derive from it partial"], Iterations = 1 });

    [Fact]
    public Task A_call_by_the_name_of_the_extension_class_would_no_longer_compile() => Verify.NoCodeFixAsync(
        """
        using Vero.Typed;
        public class Person { [VeroId] public int Id; }
        public class Customer : Person { [VeroTrait] public int A; }
        class Calls { object Call(Person person) => PersonVeroExtensions.{|VERO032-Warning:ToIdentifyRequest|}(person); }
        """);

    [Fact]
    public async Task A_base_in_another_assembly_is_out_of_reach()
    {
        CompiledAssembly shop = GeneratorHarness.Run(
            "using Vero.Typed; public class Person { [VeroId] public int Id; }", new HarnessOptions { AssemblyName = "Shop" }).ToAssembly();
        await Verify.NoCodeFixAsync(
            """
            using Vero.Typed;
            public class Customer : Person { [VeroTrait] public int A; }
            class Calls { object Call(Person person) => person.{|VERO032-Warning:ToIdentifyRequest|}(); }
            """,
            new CodeFixCase { Options = new HarnessOptions { References = [shop] } });
    }

    [Theory]
    [InlineData("public class Person { [VeroId] public int Id; [{|VERO008:VeroTrait|}] private int A; } public class Customer : Person { [VeroTrait] public int B; }")]
    [InlineData("public interface {|VERO009:Customer|} { [VeroId] int Id { get; } }")]
    [InlineData("public static class {|VERO009:Customer|} { [VeroId] public static int Id; }")]
    [InlineData("public ref struct {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("file class {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO008:VeroTrait|}] public static int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO008:VeroTrait|}] public int A { set { } } }")]
    [InlineData("public partial class Customer { [VeroId] public int Id; [{|VERO008:VeroTrait|}] public const int A = 1; }")]
    public Task Where_partial_does_not_help(string source) => Verify.NoCodeFixAsync("using Vero.Typed; " + source);

    [Fact]
    public Task A_member_that_nobody_can_read_is_not_repaired_by_it() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [{|VERO008:VeroTrait|}] public int A { set { } }
            [{|VERO008:VeroTrait|}] private int B => 1;
        }
        """,
        """
        using Vero.Typed;
        public partial class Customer
        {
            [VeroId] public int Id;
            [{|VERO008:VeroTrait|}] public int A { set { } }
            [VeroTrait] private int B => 1;
        }
        """,
        new CodeFixCase { Iterations = 1 });
}

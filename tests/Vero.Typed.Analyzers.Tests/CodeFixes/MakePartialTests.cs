using Vero.Typed.Testing;

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
}

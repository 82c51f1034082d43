using System.Diagnostics.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Harness;

/// <summary>What the harness of the code fixes requires, each requirement with something that breaks it.</summary>
public sealed class CodeFixHarnessTests
{
    [StringSyntax("c#-test")]
    private const string Before = "using Vero.Typed; class Outer { private class {|VERO009:Customer|} { [VeroId] public int Id; } }";

    [StringSyntax("c#-test")]
    private const string After = "using Vero.Typed; partial class Outer { private partial class Customer { [VeroId] public int Id; } }";

    [Fact]
    public Task The_right_text_is_accepted() => Verify.CodeFixAsync(Before, After, new CodeFixCase { Titles = ["Make 'Customer' partial"], Iterations = 1 });

    [Theory]
    [InlineData(Before, "using Vero.Typed; partial class Outer { private partial  class Customer { [VeroId] public int Id; } }")]
    [InlineData(Before, "using Vero.Typed; partial class Outer { private partial class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("using Vero.Typed; class Outer { private class Customer { [VeroId] public int Id; } }", After)]
    [InlineData("using Vero.Typed; class Outer { private class {|VERO001:Customer|} { [VeroId] public int Id; } }", After)]
    public Task Any_other_text_or_mark_is_refused(string before, string after) => RefusedAsync(Verify.CodeFixAsync(before, after));

    [Fact]
    public Task A_text_that_does_not_change_is_refused() => RefusedAsync(Verify.CodeFixAsync(Before, Before));

    [Fact]
    public async Task What_is_said_of_the_fix_must_hold()
    {
        await RefusedAsync(Verify.CodeFixAsync(Before, After, new CodeFixCase { Titles = ["Make 'Customer' public"] }));
        await RefusedAsync(Verify.CodeFixAsync(Before, After, new CodeFixCase { Iterations = 2 }));
        await RefusedAsync(Verify.CodeFixAsync(Before, After, new CodeFixCase { FixAllIterations = 2 }));
        await RefusedAsync(Verify.CodeFixAsync(Before, After, new CodeFixCase { EquivalenceKey = "Vero.Unknown" }));
    }

    [Fact]
    public async Task A_fix_that_should_not_be_offered_is_refused()
    {
        await Verify.NoCodeFixAsync("using Vero.Typed; public interface {|VERO009:ICustomer|} { [VeroId] int Id { get; } }");
        await RefusedAsync(Verify.NoCodeFixAsync(Before));
        await RefusedAsync(Verify.NoCodeFixAsync(After));
    }

    private static Task RefusedAsync(Task check) => Assert.ThrowsAnyAsync<Exception>(() => check);
}

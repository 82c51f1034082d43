using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>A call of a type with an error says which one it is, also where analyzers do not run.</summary>
public sealed class StubTests
{
    private const string Usings = "using System; using System.Buffers; using System.Collections.Generic; using System.Threading.Tasks; using Vero.Typed; ";

    private static readonly HarnessOptions Broken = new() { IsBroken = true, ReferencesClient = true };

    [Theory]
    [InlineData("public class C { [VeroEmail] public string? E { get; init; } }")]
    [InlineData("public partial class C { [VeroEmail] public string? E { get; init; } }")]
    [InlineData("public sealed partial record C([VeroId] int A, [VeroId] int B);")]
    [InlineData("public partial record struct C([VeroId] double A);")]
    [InlineData("public class C { [VeroId] public int A; [VeroEmail] public int E; }")]
    [InlineData("public struct C { [VeroId] public int A; [VeroTrait] public object? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait] private int E; public int F => E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroEmail, VeroTrait] public string? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(\" \")] public int E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(\"k\")] public int E; [VeroTrait(\"k\")] public int F; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroChannel(\"\", \"ios\")] public string? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroCreatedAt] public DateTime E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(From = \"Lenght\")] public string? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(Converter = \"None\")] public string? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(Json = true)] public int E; }")]
    [InlineData("public class C { [VeroTrait] public int E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTimezone] public string? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait(\"timezone\", WriteNull = true)] public int? E; }")]
    [InlineData("public class C : B { [VeroTrait] public object? E; } public class B { [VeroId] public int A; }")]
    [InlineData("public partial class C : B { [VeroTrait] public object? E; } public class B { [VeroId] public int A; }")]
    [InlineData("public partial class C : B { [VeroTrait] public object? E; } public partial class B { [VeroId] public int A; }")]
    [InlineData("public class C : B { } public class B { [VeroEmail] public string? E; }")]
    [InlineData("public class C : B { [VeroTrait] public int F; } public class B { [VeroId] public int A; [VeroTrait] public object? E; }")]
    [InlineData("public partial class C : B { [VeroTrait] public int F; } public partial class B { [VeroId] public int A; [VeroTrait] public object? E; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait] public Address? Home; } public class Address { [VeroTrait] public object? Street; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait] public List<Address>? Homes; } public class Address { [VeroTrait] public Place? At; } public class Place { [VeroTrait] public object? Street; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroData] public Dictionary<string, Address>? Homes; } public class Address { [VeroTrait] public object? Street; }")]
    public async Task A_call_of_a_user_says_what_is_wrong(string type) => await AssertSaysWhy(
        type, "C c = default!;", "c.ToIdentifyRequest()", "c.WriteIdentifyRequest(new ArrayBufferWriter<byte>())", "c.ToVeroIdentity()");

    [Theory]
    [InlineData("[VeroEvent(\" \")] public class E { }")]
    [InlineData("[VeroEvent] public partial class E { [VeroCreatedAt] public string? At; }")]
    [InlineData("[VeroEvent] public partial record struct E([VeroEmail] string Email);")]
    [InlineData("[VeroEvent] public class E { [VeroId] public int A; [VeroTimezone] public int Zone; }")]
    [InlineData("[VeroEvent] public partial class E : B { [VeroTrait] public object? Total; } [VeroEvent] public abstract partial class B { [VeroId] public int A; }")]
    public async Task A_call_of_an_event_says_what_is_wrong(string type) => await AssertSaysWhy(
        type, "E e = default!; VeroIdentity u = default;", "e.ToTrackRequest()", "e.ToTrackRequest(u)", "e.WriteTrackRequest(new ArrayBufferWriter<byte>())",
        "e.WriteTrackRequest(new ArrayBufferWriter<byte>(), u)");

    [Theory]
    [InlineData("public class C<T> where T : class, new() { [VeroTrait] public int E; }", "C<object> c = new();")]
    [InlineData("public partial class C<T> where T : class, new() { [VeroTrait] public int E; }", "C<object> c = new();")]
    [InlineData("namespace Shop { public partial class Outer<T> { public partial struct @event { [VeroTrait] public int E; } } }", "Shop.Outer<int>.@event c = new();")]
    [InlineData("public class Outer { public class C { [VeroTrait] public int E; } }", "Outer.C c = new();")]
    [InlineData("[VeroMap(typeof(D))] [VeroEmail(From = \"Mail\")] public static partial class M { } public class D { public string? Mail; }", "D c = new();")]
    [InlineData("[VeroMap(typeof(D))] [VeroId(From = \"A\")] public class M { } public class D { public int A; }", "D c = new();")]
    [InlineData("public class Outer { [VeroMap(typeof(List<int>))] [VeroId(From = \"Count\")] public static partial class M<T> { } }", "List<int> c = new();")]
    [InlineData("public partial class C : IVeroUser { [VeroTrait] public int E; }", "IVeroUser u = new C(); C c = new();")]
    public async Task A_call_says_what_is_wrong_wherever_the_type_is(string type, string instance) => await AssertSaysWhy(
        type, instance, "c.ToIdentifyRequest()", "c.WriteIdentifyRequest(new ArrayBufferWriter<byte>())", "c.ToVeroIdentity()");

    [Theory]
    [InlineData("client.IdentifyAsync(c)", "c")]
    [InlineData("queue.EnqueueAsync(c)", "c")]
    [InlineData("client.UnsubscribeAsync(c)", "c")]
    [InlineData("client.ResubscribeAsync(c)", "c")]
    [InlineData("client.DeleteUserAsync(c)", "c")]
    [InlineData("client.AddTagsAsync(c, [])", "c")]
    [InlineData("client.EditTagsAsync(c, [], [])", "c")]
    [InlineData("client.AliasAsync(new VeroIdentity(\"1\"), c)", "c")]
    [InlineData("client.TrackAsync(e)", "e")]
    [InlineData("queue.EnqueueAsync(e)", "e")]
    [InlineData("client.TrackAsync(e.ToTrackRequest())", "e.ToTrackRequest()")]
    [InlineData("client.TrackAsync(new Good(), c.ToVeroIdentity())", "c.ToVeroIdentity()")]
    [InlineData("client.IdentifyAllAsync(new List<C>(), static x => x.ToIdentifyRequest())", "x.ToIdentifyRequest()")]
    public async Task A_call_of_the_client_says_what_is_wrong(string call, string at) => await AssertSaysWhy(
        "public partial class C { [VeroEmail] public string? Email { get; init; } } [VeroEvent] public partial class E { [VeroEmail] public string? Email { get; init; } } [VeroEvent] public partial class Good { }",
        "IVeroClient client = null!; IVeroQueue queue = null!; C c = new(); E e = new(); _ = e; _ = c;",
        [(call, at)]);

    [Fact]
    public void The_interface_is_not_implemented_so_that_nothing_compiles_by_way_of_it() => Assert.Equal(
        ["CS0266"], ErrorsOf("public partial class C { [VeroTrait] public int E; } public class D { public IVeroUser M(C c) => c; }", Broken).Select(static error => error.Id));

    // To override it would let calls through the base compile, and a call of an override is one of the base's method.
    [Fact]
    public void An_abstract_method_of_a_base_is_not_implemented() => Assert.Equal(
        ["CS0534"],
        ErrorsOf("public partial class C : B { [VeroTrait] public int E; } public abstract class B { public abstract IdentifyRequest ToIdentifyRequest(); }", Broken).Select(static error => error.Id));

    [Fact]
    public void A_conversion_of_ones_own_stays() => Assert.Empty(ErrorsOf(
        "public partial class C { [VeroTrait] public int E; public static implicit operator VeroIdentity(C c) => new(\"1\"); } public class D { public VeroIdentity M(C c) => c; }", Broken));

    [Theory]
    [InlineData("file class C { [VeroId] public int A; } class D { object M(C c) => c.ToIdentifyRequest(); }", RuleIds.VERO009TypeCannotBeReached)]
    [InlineData("public partial class C { [VeroId] public int A; private int ToIdentifyRequest; } class D { object M(C c) => c.ToVeroIdentity(); }", RuleIds.VERO012OwnMethod)]
    public async Task Where_there_is_no_place_for_methods_there_are_none(string source, string rule)
    {
        Assert.Empty(GeneratorHarness.Run(Usings + source, Broken).Stubs);
        Assert.Equal([rule], (await AnalyzerHarness.RunAsync(Usings + source, Broken)).Select(static found => found.Id));
    }

    [Fact]
    public void An_older_language_gets_no_code() => Assert.Empty(GeneratorHarness.Run(
        Usings + "public class C { [VeroTrait] public int A; }", Broken with { LanguageVersion = LanguageVersion.CSharp10 }).Stubs);

    [Theory]
    [InlineData("public class C : Unknown { [VeroTrait] public int A; }")]
    [InlineData("public class C { [VeroId] public int A; [VeroTrait] public Unknown? E; }")]
    public void What_the_compiler_does_not_know_may_come_from_another_generator(string source) => Assert.Empty(GeneratorHarness.Run(Usings + source, Broken).Stubs);

    [Theory]
    [InlineData("public abstract class B { [VeroTrait] public object? E; }")]
    [InlineData("public class B<T> { [VeroId] public T A = default!; }")]
    [InlineData("[VeroSerialization(ValueOnly = true)] public class B { [VeroTrait] public object? E; }")]
    [InlineData("[VeroEvent] public abstract class B { [VeroTrait] public object? E; }")]
    [InlineData("public partial class A { [VeroId] public int I; } public class B : A { [VeroTrait] public int E; }")]
    public void A_type_that_has_no_methods_of_its_own_gets_no_stubs(string source) =>
        Assert.Empty(GeneratorHarness.Run(Usings + source, Broken).Stubs);

    [Theory]
    [InlineData("public class Outer { public class C { [VeroTrait] public int E; } } public class Outer_C { [VeroTrait] public int E; }")]
    [InlineData("public class C { [VeroTrait] public int E; } public class CVeroExtensions { }")]
    public void Two_types_that_need_one_name_get_no_stubs(string source) => GeneratorHarness.Run(Usings + source, Broken);

    [Fact]
    public void A_reason_of_several_lines_is_written_in_one() =>
        GeneratorHarness.Run(Usings + "public class C { [VeroId] public int A; [VeroTrait(From = \"a\\r\\nb\\u2028\\ud800\")] public string? E; }", Broken);

    private static IReadOnlyList<Diagnostic> ErrorsOf([StringSyntax("c#-test")] string source, HarnessOptions options)
    {
        GeneratorRun run = GeneratorHarness.Run(Usings + source, options);
        return [.. run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>Each call is one error of the compiler that ends with the id and the message of a rule that is reported.</summary>
    private static async Task AssertSaysWhy([StringSyntax("c#-test")] string type, string locals, params string[] calls) =>
        await AssertSaysWhy(type, locals, [.. calls.Select(static call => (call, call))]);

    private static async Task AssertSaysWhy(string type, string locals, IReadOnlyList<(string Call, string At)> calls)
    {
        string source = $"{type} public class Calls {{ public async Task Call() {{ await Task.Yield(); {locals} {string.Concat(calls.Select(static call => $"{call.Call}; "))} }} }}";
        IReadOnlyList<Diagnostic> errors = ErrorsOf(source, Broken);
        string[] reasons = [.. (await AnalyzerHarness.RunAsync(Usings + source, Broken)).Where(static found => found.Severity == DiagnosticSeverity.Error).Select(static found => $"{found.Id}: {found.Message()}")];
        Assert.NotEmpty(reasons);
        Assert.Equal(calls.Select(static call => $"CS0619 {call.At}"), errors.Select(static error => $"{error.Id} {TextOf(error)}"));
        Assert.All(errors, error => Assert.Contains(reasons, reason => error.Message().EndsWith($"'{reason}'", StringComparison.Ordinal)));
    }

    private static string TextOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}

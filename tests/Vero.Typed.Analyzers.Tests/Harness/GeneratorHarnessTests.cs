using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;
using Xunit.Sdk;

namespace Vero.Typed.Analyzers.Tests.Harness;

/// <summary>Every check of the harness finds what it looks for when it is there.</summary>
public sealed class GeneratorHarnessTests
{
    private const string OneClass = "public class Customer { public int Id; }";

    // Every attribute is the first of some type, because only the first member of a type leads to its code.
    private const string Annotated = """
        using Vero.Typed;
        public class ById { [VeroId] public int Id; [VeroTrait] public string? Name; }
        public class ByEmail : ById { [VeroEmail] public string? Email; }
        public class ByTrait : ById { [VeroTrait] public string? Nick; }
        public class ByTimezone : ById { [VeroTimezone] public int Zone; }
        public class ByLanguage : ById { [VeroLanguage] public string? Language; }
        public class ByUserAgent : ById { [VeroUserAgent] public string? Agent; }
        public class ByChannel : ById { [VeroChannel("push", "ios")] public string? Token; }
        public class ByData : ById { [VeroData] public System.Collections.Generic.Dictionary<string, string>? Extra; }
        [VeroSerialization] public class BySerialization : ById { }
        public record ByRecordParameter([property: VeroId] int Id);
        """;

    [Fact]
    public void A_generator_without_faults_passes() => Run(new WellBehavedGenerator(), WellBehavedGenerator.Step);

    [Fact]
    public void A_generator_that_keeps_a_symbol_is_caught() =>
        AssertCaught(new GeneratorThatKeepsASymbol(), GeneratorThatKeepsASymbol.Step, "Kept[0].Item2 is a ");

    [Fact]
    public void A_generator_that_is_never_cached_is_caught() =>
        AssertCaught(new GeneratorThatIsNeverCached(), GeneratorThatIsNeverCached.Step, "After an unrelated file was added, step Fresh is Modified");

    [Fact]
    public void A_generator_that_stores_positions_is_caught() =>
        AssertCaught(new GeneratorThatStoresPositions(), GeneratorThatStoresPositions.Step, "After the text was moved, step Position is Modified");

    [Fact]
    public void A_generated_warning_is_caught() => AssertCaught(new GeneratorThatCausesAWarning(), "none", "CS0169");

    [Fact]
    public void A_generator_that_throws_is_caught() => AssertCaught(new GeneratorThatThrows(), "none", "The generator threw: System.InvalidOperationException: planted");

    [Fact]
    public void A_warning_in_the_source_is_caught() =>
        Assert.Contains("CS0169", Assert.ThrowsAny<XunitException>(() => GeneratorHarness.Run("class C { private int _unused; }")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_error_in_generated_code_is_caught_in_broken_sources_too()
    {
        HarnessOptions broken = new() { IsBroken = true, OtherGenerators = [typeof(GeneratorThatCausesAWarning)] };
        Assert.Contains("CS0169", Assert.ThrowsAny<XunitException>(() => GeneratorHarness.Run("class {", broken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_named_step_exists()
    {
        GeneratorRun run = GeneratorHarness.Run(Annotated);
        Assert.NotEmpty(GeneratorHarness.StepNames);
        Assert.All(GeneratorHarness.StepNames, name => Assert.NotEmpty(run.Reasons(name)));
        Assert.NotEmpty(run.OutputReasons());
    }

    [Fact]
    public void An_edit_inside_the_class_is_seen()
    {
        GeneratorRun edited = GeneratorHarness.Run(Annotated).Edited(Annotated.Replace("string? Name", "string? Surname", StringComparison.Ordinal));
        Assert.Contains(GeneratorHarness.StepNames, name => edited.Reasons(name).Contains(IncrementalStepRunReason.Modified));
        Assert.Contains(IncrementalStepRunReason.Modified, edited.OutputReasons());
    }

    [Fact]
    public void An_edit_in_one_type_does_not_touch_the_file_of_another()
    {
        const string Other = "using Vero.Typed; public class Supplier { [VeroId] public int Id; }";
        const string Customer = "using Vero.Typed; public class Customer { [VeroId] public int Id; }";
        GeneratorRun edited = GeneratorHarness.Run([Other, Customer]).Edited(Other, Customer.Replace("Id;", "Number;", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], edited.OutputReasons().Order().Reverse());
    }

    [Fact]
    public void An_edit_in_a_method_body_changes_nothing()
    {
        const string Customer = "using Vero.Typed; public class Customer { [VeroId] public int Id; public int Twice() => Id + Id; }";
        GeneratorRun edited = GeneratorHarness.Run(Customer).Edited(Customer.Replace("Id + Id", "2 * Id", StringComparison.Ordinal));
        Assert.All(edited.OutputReasons(), static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    private static void Run(IIncrementalGenerator generator, string step) => GeneratorHarness.Run(generator, [step], [OneClass]);

    private static void AssertCaught(IIncrementalGenerator generator, string step, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<XunitException>(() => Run(generator, step)).Message, StringComparison.Ordinal);
}

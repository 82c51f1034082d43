using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO004.</summary>
public sealed class DuplicateKeyTests
{
    [Theory]
    [InlineData("[VeroTrait] public int FirstName; [{|VERO004:VeroTrait|}] public int First_Name;")]
    [InlineData("[VeroTrait] public int FirstName; [VeroTrait({|VERO004:\"first_name\"|})] public int B;")]
    [InlineData("[VeroTrait(\"first_name\")] public int B; [{|VERO004:VeroTrait|}] public int FirstName;")]
    [InlineData("[VeroTrait(\"a\")] public int A; [VeroTrait({|VERO004:\"a\"|})] public int B; [VeroTrait({|VERO004:Keys.A|})] public int C;")]
    [InlineData("[VeroTrait(\"a\")] public int A; [VeroTrait({|VERO004:$\"{Keys.A}\"|})] public int B;")]
    [InlineData("[VeroTrait(\"q\\\"\")] public int A; [VeroTrait({|VERO004:@\"q\"\"\"|})] public int B;")]
    [InlineData("[VeroTrait(\"\\ud800\")] public int A; [VeroTrait({|VERO004:\"\\ufffd\"|})] public int B;")]
    [InlineData("[VeroTimezone] public int A; [{|VERO004:VeroTimezone|}] public int B;")]
    [InlineData("[VeroTimezone] public int A; [VeroTrait({|VERO004:\"timezone\"|})] public int B;")]
    [InlineData("[VeroTrait({|VERO103-Info:\"timezone\"|})] public int B; [{|VERO004:VeroTimezone|}] public int A;")]
    [InlineData("[VeroTimezone] public int A; [{|VERO004:VeroTrait|}] public int Timezone;")]
    [InlineData("[VeroLanguage] public string? A; [{|VERO004:VeroLanguage|}] public string? B;")]
    [InlineData("[VeroUserAgent] public string? A; [{|VERO004:VeroUserAgent|}] public string? B;")]
    [InlineData("[VeroTrait(\"a\")] public int A; [VeroTrait({|VERO004:\"a\"|})] public string? B;")]
    [InlineData("[VeroTrait] public int Rank => 1; [{|VERO004:VeroTrait|}] public int GetRank() => 2;")]
    public Task The_later_member_is_reported(string members) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }} public static class Keys {{ public const string A = \"a\"; }}");

    [Theory]
    [InlineData("public abstract class Person { [VeroTrait] public int Name; } public class Customer : Person { [VeroId] public int Id; [VeroTrait({|VERO004:\"name\"|})] public int Other; }")]
    [InlineData("public abstract class Person { [VeroTrait] public int Name; } public class Customer : Person { [VeroId] public int Id; public new int Name; [VeroTrait({|VERO004:\"name\"|})] public int Other; }")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait(\"a\")] int A, [property: VeroTrait({|VERO004:\"a\"|})] int B);")]
    [InlineData("public partial class Customer { [VeroId] public int Id; [VeroTrait(\"a\")] public int A; } public partial class Customer { [VeroTrait({|VERO004:\"a\"|})] public int B; }")]
    [InlineData("[VeroSerialization(Naming = Naming.CamelCase)] public class Customer { [VeroId] public int Id; [VeroTrait] public int Name; [{|VERO004:VeroTrait|}] public int name; }")]
    public Task It_is_reported_across_declarations(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("[VeroTrait] public int FirstName; [VeroTrait] public int LastName;")]
    [InlineData("[VeroTrait(\"a\")] public int A; [VeroTrait(\"A\")] public int B;")]
    [InlineData("[VeroTrait(\"id\")] public int A; [VeroTrait(\"email\")] public int B; [VeroEmail] public string? C;")]
    [InlineData("[VeroTimezone] public int A; [{|VERO102-Warning:VeroTrait|}] public int TimeZone; [VeroTrait({|VERO102-Warning:\"Timezone\"|})] public int B;")]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string? A; [VeroChannel(\"push\", \"ios\")] public string? B; [VeroTrait] public string? Push;")]
    [InlineData("[VeroTrait(\"a\")] public int A; public int a;")]
    public Task Different_keys_are_silent(string members) => Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTrait] public int Name; } public class Customer : Person { [VeroTrait] public new string? Name; }")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTrait] public virtual int Name => 1; } public class Customer : Person { [VeroTrait] public override int Name => 2; }")]
    [InlineData("public record Person([VeroId] int Id, [VeroTrait] int Name); public record Customer(int Id, [VeroTrait] int Name) : Person(Id, Name);")]
    [InlineData("[VeroSerialization(Naming = Naming.AsDeclared)] public class Customer { [VeroId] public int Id; [VeroTrait] public int Name; [VeroTrait] public int name; }")]
    public Task A_member_that_takes_the_place_of_another_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public async Task A_key_of_another_assembly_is_reported_on_the_members_own_attribute()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            "using Vero.Typed; namespace Domain { public abstract class Person { [VeroTrait] public int Name; } }", new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        await Verify.AnalyzerAsync(
            "using Vero.Typed; public class Customer : Domain.Person { [VeroId] public int Id; [VeroTrait({|VERO004:\"name\"|})] public int Other; }",
            new HarnessOptions { References = [domain] });
    }
}

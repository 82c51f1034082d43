using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO022: what has no place on a user or an event goes.</summary>
public sealed class AttributeWithoutPlaceTests
{
    private const string Usings = "using System;\nusing Vero.Typed;\n";

    [Theory]
    [InlineData("[VeroEvent] public class Ping\n{\n    [{|VERO022:VeroTimezone|}]\n    public int A;\n}", "[VeroEvent] public class Ping\n{\n    public int A;\n}")]
    [InlineData("[VeroEvent] public record Ping([{|VERO022:VeroLanguage|}] string? A, [VeroTrait] int B);", "[VeroEvent] public record Ping(string? A, [VeroTrait] int B);")]
    [InlineData("public class User { [VeroId] public int Id; [{|VERO022:VeroCreatedAt|}] public DateTime A; }", "public class User { [VeroId] public int Id; public DateTime A; }")]
    [InlineData("public class User { [VeroId] public int Id; } [{|VERO022:VeroEvent|}] public class Ping : User { }", "public class User { [VeroId] public int Id; } public class Ping : User { }")]
    public Task The_attribute_goes(string before, string after) => Verify.CodeFixAsync(Usings + before, Usings + after);

    [Theory]
    [InlineData("[VeroEvent({|VERO022:\"x\"|})] public abstract class Base { }", "[VeroEvent] public abstract class Base { }")]
    [InlineData("[VeroEvent({|VERO022:\"x\"|}, Source = \"y\")] public abstract class Base { }", "[VeroEvent(Source = \"y\")] public abstract class Base { }")]
    public Task The_name_of_an_abstract_event_goes(string before, string after) => Verify.CodeFixAsync(Usings + before, Usings + after);

    [Fact]
    public Task All_of_them_go_at_once() => Verify.CodeFixAsync(
        Usings + """
            [VeroEvent] public class Ping { [{|VERO022:VeroTimezone|}] public int A; [{|VERO022:VeroLanguage|}] public string? B; [VeroTrait] public int C; }
            public class User { [VeroId] public int Id; [{|VERO022:VeroCreatedAt|}] public DateTime A; }
            """,
        Usings + """
            [VeroEvent] public class Ping { public int A; public string? B; [VeroTrait] public int C; }
            public class User { [VeroId] public int Id; public DateTime A; }
            """,
        new CodeFixCase { Iterations = 3 });
}

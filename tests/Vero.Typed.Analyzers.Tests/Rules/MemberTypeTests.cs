using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO005, VERO006, VERO007 and VERO031.</summary>
public sealed class MemberTypeTests
{
    private const string Declarations = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Net.Mail;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Vero.Typed;
        public enum Plan { Free, Pro }
        [Flags] public enum Flags { A = 1, B = 2 }
        public readonly record struct GuidId(Guid Value);
        public readonly record struct DoubleId(double Value);
        public sealed record TextId(string Value);
        public sealed record Two(string Value, string Other);
        public sealed class WriteOnly { public string Value { set { } } }
        public sealed class Hidden { internal string Value { get; } = ""; }
        public sealed class Field { public string Value = ""; }
        public sealed class Static { public static string Value => ""; }
        public sealed class Empty { }

        """;

    [Theory]
    [InlineData("double")]
    [InlineData("float?")]
    [InlineData("decimal")]
    [InlineData("bool")]
    [InlineData("char")]
    [InlineData("DateTime")]
    [InlineData("Plan")]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("byte[]")]
    [InlineData("string[]")]
    [InlineData("List<int>")]
    [InlineData("Uri")]
    [InlineData("MailAddress")]
    [InlineData("Int128")]
    [InlineData("nint")]
    [InlineData("nuint")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("(int, int)")]
    [InlineData("Action")]
    [InlineData("DoubleId")]
    [InlineData("Two")]
    [InlineData("WriteOnly")]
    [InlineData("Hidden")]
    [InlineData("Field")]
    [InlineData("Static")]
    [InlineData("Empty")]
    [InlineData("VeroChannel")]
    [InlineData("IComparable")]
    public Task An_id_of_another_type_is_reported(string type) =>
        Verify.AnalyzerAsync($"{Declarations}public class Customer {{ [{{|VERO005:VeroId|}}] public {type} Id {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("Guid?")]
    [InlineData("ulong")]
    [InlineData("GuidId")]
    [InlineData("GuidId?")]
    [InlineData("TextId?")]
    public Task An_id_of_a_right_type_is_silent(string type) =>
        Verify.AnalyzerAsync($"{Declarations}public class Customer {{ [VeroId] public {type} Id {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("int")]
    [InlineData("Guid")]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("Uri")]
    [InlineData("char[]")]
    [InlineData("string[]")]
    [InlineData("List<string>")]
    [InlineData("GuidId")]
    [InlineData("GuidId?")]
    [InlineData("Two")]
    [InlineData("Hidden")]
    [InlineData("MailAddressCollection")]
    public Task An_email_of_another_type_is_reported(string type) => Verify.AnalyzerAsync(
        $"{Declarations}public class Customer {{ [VeroId] public int Id; [{{|VERO006:VeroEmail|}}] public {type} Email {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("string?")]
    [InlineData("MailAddress?")]
    [InlineData("TextId")]
    public Task An_email_of_a_right_type_is_silent(string type) => Verify.AnalyzerAsync(
        $"{Declarations}public class Customer {{ [VeroId] public int Id; [VeroEmail] public {type} Email {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("int[,]")]
    [InlineData("object[]")]
    [InlineData("List<object>")]
    [InlineData("List<int[,]>")]
    [InlineData("Dictionary<string, object>")]
    [InlineData("Dictionary<int, string>")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("List<KeyValuePair<int, string>>")]
    [InlineData("System.Collections.IEnumerable")]
    [InlineData("System.Collections.ArrayList")]
    [InlineData("System.Collections.IDictionary")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("Memory<byte>")]
    [InlineData("Two")]
    [InlineData("WriteOnly")]
    [InlineData("Hidden")]
    [InlineData("Field")]
    [InlineData("Static")]
    [InlineData("Empty")]
    [InlineData("TimeZoneInfo")]
    [InlineData("System.IO.Stream")]
    [InlineData("Int128")]
    [InlineData("UInt128")]
    [InlineData("Half")]
    [InlineData("nint")]
    [InlineData("nuint?")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("System.Text.Rune")]
    [InlineData("Func<int>")]
    [InlineData("Action")]
    [InlineData("Type")]
    [InlineData("Version")]
    [InlineData("Exception")]
    [InlineData("System.Threading.Tasks.Task<int>")]
    [InlineData("Lazy<int>")]
    [InlineData("(int A, string B)")]
    [InlineData("ReadOnlyMemory<char>")]
    [InlineData("IFormattable")]
    [InlineData("Enum")]
    [InlineData("ValueType")]
    [InlineData("DBNull")]
    [InlineData("VeroChannel")]
    [InlineData("Customer")]
    public Task A_trait_of_another_type_is_reported(string type) => Verify.AnalyzerAsync(
        $"{Declarations}public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public {type}? A {{ get; set; }} [{{|VERO007:VeroTrait(\"b\")|}}] public {type} B {{ get; set; }} = default!; }}"
            .Replace("??", "?", StringComparison.Ordinal));

    [Theory]
    [InlineData("object")]
    [InlineData("string")]
    [InlineData("Dictionary<int, string>")]
    [InlineData("Dictionary<string, Type>")]
    [InlineData("List<string>")]
    [InlineData("System.Collections.IDictionary")]
    [InlineData("System.Collections.Specialized.NameValueCollection")]
    [InlineData("List<KeyValuePair<object, string>>")]
    [InlineData("JsonNode")]
    [InlineData("JsonElement")]
    public Task Data_of_another_type_is_reported(string type) => Verify.AnalyzerAsync(
        $"{Declarations}public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroData|}}] public {type}? A {{ get; set; }} }}");

    [Theory]
    [InlineData("int*")]
    [InlineData("delegate*<void>")]
    public Task A_pointer_is_reported(string type) => Verify.AnalyzerAsync(
        $"{Declarations}public unsafe class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public {type} A {{ get; set; }} }}");

    [Theory]
    [InlineData("sealed class")]
    [InlineData("struct")]
    [InlineData("sealed partial record")]
    public Task A_type_parameter_that_nothing_can_close_is_reported(string kind) => Verify.AnalyzerAsync(
        $"{Declarations}public {kind} Customer<T> {{ [VeroId] public int Id => 1; [{{|VERO007:VeroTrait|}}] public T? A => default; }}");

    [Fact]
    public async Task A_type_parameter_that_nothing_closes_is_reported_unless_a_type_derives()
    {
        const string Entity = "public class Entity<T> {{ [VeroId] public int Id; [{0}] public T A = default!; }}";
        await Verify.AnalyzerAsync(Declarations + string.Format(System.Globalization.CultureInfo.InvariantCulture, Entity, "{|VERO031:VeroTrait|}"));
        await Verify.AnalyzerAsync(Declarations + string.Format(System.Globalization.CultureInfo.InvariantCulture, Entity, "VeroTrait")
            + " public class Customer : Entity<string> { [VeroTrait] public int B; }");
        await Verify.AnalyzerAsync(Declarations + "public abstract class Entity<T> { [VeroId] public int Id; [VeroTrait] public T A = default!; }");
    }

    [Fact]
    public async Task The_message_says_what_to_expose_instead()
    {
        var found = await AnalyzerHarness.RunAsync($"{Declarations}public class Customer {{ [VeroId] public int Id; [VeroTrait] public object Any {{ get; set; }} = 1; }}");
        string message = Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'Any'", message, StringComparison.Ordinal);
        Assert.Contains("'object'", message, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.$", message);
    }

    [Fact]
    public async Task A_type_argument_is_judged_on_the_closed_type()
    {
        await Verify.AnalyzerAsync("""
            using Vero.Typed;
            public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; [VeroTrait] public T Extra { get; set; } = default!; }
            public class {|VERO005:{|VERO007:Customer|}|} : Entity<object> { [VeroTrait] public int A; }
            """);
        await Verify.AnalyzerAsync("""
            using Vero.Typed;
            public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; [VeroTrait] public T Extra { get; set; } = default!; }
            public class Customer : Entity<string> { [VeroTrait] public int A; }
            """);
    }

    [Fact]
    public async Task A_type_of_another_assembly_is_reported_on_the_derived_type()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using Vero.Typed; namespace Domain { public abstract class Person { [VeroTrait] public object? A; } }", new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            "using Vero.Typed; public class {|VERO007:Customer|} : Domain.Person { [VeroId] public int Id; }", new HarnessOptions { References = [domain] });
    }
}

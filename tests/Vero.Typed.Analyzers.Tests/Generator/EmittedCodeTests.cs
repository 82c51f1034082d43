using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class EmittedCodeTests
{
    private const string Everything = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Net.Mail;
        using Vero.Typed;
        namespace Shop;
        public enum Plan { Free, Pro }
        public readonly record struct CustomerId(Guid Value);
        public sealed record Address(string Value);
        public KIND Customer
        {
            [VeroId] public CustomerId Id { get; set; } = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
            [VeroEmail] public Address? Email { get; set; } = new("a@b");
            [VeroTrait] public string? Text { get; set; } = "t";
            [VeroTrait] public bool? Yes { get; set; } = true;
            [VeroTrait] public int Number { get; set; } = 1;
            [VeroTrait] public double? Double { get; set; } = 1.5;
            [VeroTrait] public decimal Money { get; set; } = 1.10m;
            [VeroTrait] public Plan? Plan { get; set; } = Shop.Plan.Pro;
            [VeroTrait] public Plan Other { get; set; }
            [VeroTrait] public DateOnly? Day { get; set; }
            [VeroTrait] public Uri? Link { get; set; }
            [VeroTimezone] public TimeZoneInfo? Zone { get; set; }
            [VeroLanguage] public CultureInfo? Culture { get; set; }
            [VeroUserAgent] public string? Agent { get; set; }
            [VeroChannel("push", "ios")] public List<string>? Tokens { get; set; } = new() { "x" };
            [VeroChannel] public VeroChannel? Channel { get; set; }
        }
        public static class Case
        {
            public static IdentifyRequest[] MakeAll()
            {
                var writer = new System.Buffers.ArrayBufferWriter<byte>();
                var customer = new Customer();
                customer.WriteIdentifyRequest(writer);
                var request = customer.ToIdentifyRequest();
                if (!request.Utf8Json.Span.SequenceEqual(writer.WrittenSpan))
                    throw new InvalidOperationException("written and returned bytes differ");
                return new[] { request };
            }
        }
        """;

    [Theory]
    [InlineData("class")]
    [InlineData("sealed partial class")]
    [InlineData("record")]
    [InlineData("partial record")]
    public void What_is_written_to_a_buffer_is_what_is_returned(string kind) => Assert.Equal(
        ["""{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","email":"a@b","channels":[{"type":"push","platform":"ios","address":"x"}],"data":{"text":"t","yes":true,"number":1,"double":1.5,"money":1.10,"plan":"Pro","other":"Free"}}"""],
        GeneratorHarness.Run(Everything.Replace("KIND", kind, StringComparison.Ordinal)).AllJson);

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public void The_code_needs_the_pragma_for_nothing_but_obsolete_and_experimental_members(string kind)
    {
        GeneratorRun run = GeneratorHarness.Run(Everything.Replace("KIND", kind, StringComparison.Ordinal));
        Assert.Contains("#pragma warning disable", run.Text, StringComparison.Ordinal);
        SyntaxTree tree = run.Output.SyntaxTrees.Single(tree => tree.ToString() == run.Text);
        Compilation bare = run.Output.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
            run.Text.Replace("#pragma warning disable", "//", StringComparison.Ordinal), (CSharpParseOptions)tree.Options, "Bare.cs", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Empty(bare.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_attributes_of_generated_code_are_on_its_members_and_never_on_the_users_type()
    {
        GeneratorRun run = GeneratorHarness.Run("using Vero.Typed; public partial class Customer { [VeroId] public int Id; } public class Plain { [VeroId] public int Id; }");
        INamedTypeSymbol customer = run.Output.GetTypeByMetadataName("Customer")!;
        Assert.Empty(customer.GetAttributes());
        ISymbol[] generated = [.. new[] { "ToIdentifyRequest", "WriteIdentifyRequest", "ToVeroIdentity" }.Select(name => Assert.Single(customer.GetMembers(name))), run.Output.GetTypeByMetadataName("PlainVeroExtensions")!];
        foreach (ISymbol symbol in generated)
        {
            string?[] attributes = [.. symbol.GetAttributes().Select(static attribute => attribute.AttributeClass?.Name)];
            Assert.Contains("GeneratedCodeAttribute", attributes);
            Assert.Contains("ExcludeFromCodeCoverageAttribute", attributes);
        }
    }

    [Fact]
    public void The_file_says_that_it_is_generated_and_uses_one_kind_of_newline()
    {
        string text = GeneratorHarness.Run("using Vero.Typed; public partial class Customer { [VeroId] public int Id; }").Text;
        Assert.StartsWith("// <auto-generated", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_is_named_from_the_root()
    {
        GeneratorRun run = GeneratorHarness.Run(Everything.Replace("KIND", "partial class", StringComparison.Ordinal));
        IEnumerable<string> leftmost = CSharpSyntaxTree.ParseText(run.Text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .OfType<QualifiedNameSyntax>()
            .Where(static name => name.Parent is not QualifiedNameSyntax and not BaseNamespaceDeclarationSyntax)
            .Select(static name => name.ToString());
        Assert.NotEmpty(leftmost);
        Assert.All(leftmost, static name => Assert.StartsWith("global::", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_output_is_the_same_on_every_run()
    {
        string source = Everything.Replace("KIND", "class", StringComparison.Ordinal);
        Assert.Equal(GeneratorHarness.Run(source).Text, GeneratorHarness.Run(source).Text);
    }

    [Theory]
    [InlineData("public class Customer", Accessibility.Public)]
    [InlineData("internal class Customer", Accessibility.Internal)]
    [InlineData("class Customer", Accessibility.Internal)]
    public void The_extension_class_is_as_visible_as_the_type(string declaration, Accessibility accessibility)
    {
        GeneratorRun run = GeneratorHarness.Run($"using Vero.Typed; namespace Shop; {declaration} {{ [VeroId] public int Id = 1; }}");
        INamedTypeSymbol extensions = run.Output.GetTypeByMetadataName("Shop.CustomerVeroExtensions")!;
        Assert.Equal(accessibility, extensions.DeclaredAccessibility);
        Assert.True(extensions.IsStatic);
        Assert.All(new[] { "ToIdentifyRequest", "WriteIdentifyRequest", "ToVeroIdentity" }, name => Assert.True(((IMethodSymbol)Assert.Single(extensions.GetMembers(name))).IsExtensionMethod));
    }

    [Theory]
    [InlineData("public class Customer<T> { [VeroId] public int Id = 1; }", "Customer1VeroExtensions")]
    [InlineData("public class Outer { public class Customer { [VeroId] public int Id = 1; } }", "Outer_CustomerVeroExtensions")]
    [InlineData("public class @class { [VeroId] public int Id = 1; }", "classVeroExtensions")]
    [InlineData("internal class Outer { public class Customer { [VeroId] public int Id = 1; } }", "Outer_CustomerVeroExtensions")]
    public void The_extension_class_is_named_after_the_type(string source, string name) =>
        Assert.NotNull(GeneratorHarness.Run("using Vero.Typed; " + source).Output.GetTypeByMetadataName(name));

    [Fact]
    public void Generic_extension_methods_copy_the_constraints()
    {
        GeneratorRun run = GeneratorHarness.Run("using Vero.Typed; public class Customer<T> where T : class?, System.IDisposable, new() { [VeroId] public int Id = 1; }");
        var method = (IMethodSymbol)Assert.Single(run.Output.GetTypeByMetadataName("Customer1VeroExtensions")!.GetMembers("ToIdentifyRequest"));
        ITypeParameterSymbol parameter = Assert.Single(method.TypeParameters);
        Assert.True(parameter is { HasReferenceTypeConstraint: true, HasConstructorConstraint: true, ConstraintTypes.Length: 1 });
    }

    [Fact]
    public void No_customer_is_an_argument_null_exception()
    {
        var thrown = Assert.Throws<ArgumentNullException>(GeneratorHarness.Run("""
            using Vero.Typed;
            public class Customer { [VeroId] public int Id = 1; }
            public static class Case { public static IdentifyRequest Make() => ((Customer)null!).ToIdentifyRequest(); }
            """).Requests);
        Assert.NotNull(thrown.ParamName);
    }
}

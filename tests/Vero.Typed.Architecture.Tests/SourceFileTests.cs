using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Architecture.Tests;

/// <summary>A file is in the folder, and has the name, that a newcomer would look for.</summary>
public sealed class SourceFileTests
{
    private static readonly CSharpParseOptions AllFrameworks = CSharpParseOptions.Default.WithPreprocessorSymbols("NET8_0_OR_GREATER", "NET10_0_OR_GREATER");

    private static readonly HashSet<string> Folders = ["src", "tests", "analyzers", "samples", ".ci", ".git", ".github"];

    private static readonly HashSet<string> Files =
    [
        "Vero.Typed.sln", "README.md", "CHANGELOG.md", "LICENSE", "global.json", ".editorconfig", ".gitignore", ".git", "Directory.Build.props",
        "Directory.Build.targets", "Directory.Packages.props", "Vero.Typed.Consumer.props",
    ];

    [Fact]
    public void The_top_level_holds_the_four_folders_and_configuration()
    {
        // What builds and IDEs leave there is in .gitignore.
        string[] ignored = File.ReadAllLines(Repository.PathOf(".gitignore"));
        IEnumerable<string> folders = Directory.GetDirectories(Repository.Root).Select(static folder => Path.GetFileName(folder)).Where(folder => !ignored.Contains(folder + "/"));
        IEnumerable<string> files = Directory.GetFiles(Repository.Root).Select(static file => Path.GetFileName(file)).Where(file => !ignored.Contains("*" + Path.GetExtension(file)));
        Assert.Empty(folders.Except(Folders));
        Assert.Empty(files.Except(Files));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("analyzers")]
    [InlineData("samples")]
    public void A_file_holds_at_most_one_public_type_and_has_its_name(string folder) =>
        Assert.Empty(Repository.Files(folder, "*.cs").SelectMany(static file => MisplacedTypes(file, Repository.Read(file))));

    [Theory]
    [InlineData("src")]
    [InlineData("analyzers")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void No_file_is_named_after_nothing(string folder) => Assert.DoesNotContain(Repository.Files(folder, "*.cs"), IsNamedAfterNothing);

    // A filter such as --filter-class "*ChannelTests" means one class.
    [Fact]
    public void No_two_test_classes_share_a_name() => Assert.Empty(SharedNames(Repository.Files("tests", "*Tests.cs").Select(static file => Path.GetFileName(file))));

    [Fact]
    public void Namespaces_of_analyzers_are_those_of_their_folders() =>
        Assert.All(Repository.Files("analyzers", "*.cs"), static file => Assert.Equal(string.Join('.', file.Split('/')[1..^1]), NamespaceIn(file)));

    // The control of the tests above.
    [Fact]
    public void What_is_misplaced_is_noticed()
    {
        Assert.Equal(["a/Order.cs: Customer", "a/Order.cs: Order"], MisplacedTypes("a/Order.cs", "public class Customer; public enum Order; class Hidden { public class Inner; }"));
        Assert.Equal(["a/Order.cs: Customer"], MisplacedTypes("a/Order.cs", "namespace A { public record struct Customer; }"));
        Assert.Empty(MisplacedTypes("a/Order.Lines.cs", "public partial class Order<T>; internal class Other;"));
        Assert.Equal(["ChannelTests.cs"], SharedNames(["ChannelTests.cs", "OtherTests.cs", "ChannelTests.cs"]));
        Assert.Equal("A.B", NamespaceOf("namespace A.B; class C;"));
        Assert.All(["a/JsonHelper.cs", "a/Utils.cs", "a/UserManager.cs", "a/Helpers.Json.cs"], static file => Assert.True(IsNamedAfterNothing(file)));
    }

    private static string? NamespaceIn(string file) => NamespaceOf(Repository.Read(file));

    private static string[] MisplacedTypes(string path, string text)
    {
        string[] types =
        [
            .. CSharpSyntaxTree.ParseText(text, AllFrameworks).GetRoot()
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(static type => type switch
                {
                    BaseTypeDeclarationSyntax named => named.Identifier.ValueText,
                    DelegateDeclarationSyntax named => named.Identifier.ValueText,
                    _ => type.ToString(),
                })
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        string expected = Path.GetFileName(path).Split('.')[0];
        return types.All(type => type == expected) ? [] : [.. types.Select(type => $"{path}: {type}")];
    }

    private static IEnumerable<string> SharedNames(IEnumerable<string> files) =>
        files.GroupBy(static file => file, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key);

    private static bool IsNamedAfterNothing(string path) => Path.GetFileNameWithoutExtension(path).Split('.')
        .Any(static part => ((string[])["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Misc"]).Any(word => part.EndsWith(word, StringComparison.Ordinal)));

    private static string? NamespaceOf(string text) => CSharpSyntaxTree.ParseText(text, AllFrameworks).GetRoot().DescendantNodes()
        .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();
}

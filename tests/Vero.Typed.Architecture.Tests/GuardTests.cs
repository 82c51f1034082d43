using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Architecture.Tests;

/// <summary>
/// The build itself guards what must not be used (BannedSymbols.txt) and what is promised (PublicAPI). Here is shown that both guards would bark.
/// </summary>
public sealed class GuardTests
{
    private const string Banned = "BannedApiAnalyzers";
    private const string PublicApi = "PublicApiAnalyzers";

    private static readonly string LibraryBans = Repository.PathOf("src/BannedSymbols.txt");
    private static readonly string AnalyzerBans = Repository.PathOf("analyzers/BannedSymbols.txt");

    [Theory]
    [InlineData("src")]
    [InlineData("analyzers")]
    public void Every_ban_is_of_something_that_there_is(string folder)
    {
        CSharpCompilation compilation = RuleRun.Compile("");
        string[] ids = [.. File.ReadAllLines(Repository.PathOf($"{folder}/BannedSymbols.txt")).Select(static line => line.Split(';')[0])];
        Assert.NotEmpty(ids);
        Assert.DoesNotContain(ids, id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null);

        // The control.
        Assert.Null(DocumentationCommentId.GetFirstSymbolForDeclarationId("M:System.Threading.Thread.Sleep(System.String)", compilation));
    }

    [Fact]
    public async Task Reflection_and_blocking_are_reported_in_the_libraries()
    {
        string[] reported = await RuleRun.RunAsync(
            Banned,
            """
            using System;
            using System.Threading.Tasks;

            public static class Planted
            {
                public static object? Reflect(object value) => value.GetType().GetMethod("ToString");
                public static object? Create(Type type) => Activator.CreateInstance(type);
                public static object?[] Read(Type type) => Array.ConvertAll(type.GetFields(), static field => field.GetValue(null));
                public static string Serialize(object value) => System.Text.Json.JsonSerializer.Serialize(value);
                public static Delegate Compile(System.Linq.Expressions.LambdaExpression expression) => expression.Compile();
                public static int Block(Task<int> task) => task.Result + task.GetAwaiter().GetResult();
                public static void Sleep() => System.Threading.Thread.Sleep(1);
                public static DateTime Now() => DateTime.Now;
                public static void Print() => Console.WriteLine();
                public static async Task<int> Fine(Task<int> task) => await task.ConfigureAwait(false) + DateTime.UtcNow.Year;
            }
            """,
            LibraryBans);
        Assert.Equal([6, 7, 8, 9, 10, 11, 12, 13, 14], LinesOf("RS0030", reported).Distinct());
    }

    [Fact]
    public async Task What_differs_from_run_to_run_is_reported_in_the_analyzers()
    {
        string[] reported = await RuleRun.RunAsync(
            Banned,
            """
            using System;

            public static class Planted
            {
                public static string Read() => System.IO.File.ReadAllText("x");
                public static string Line() => Environment.NewLine;
                public static Guid Id() => Guid.NewGuid();
                public static DateTime Now() => DateTime.UtcNow;
                public static int Number() => new Random().Next();
                public static string Fine() => Guid.Empty.ToString();
            }
            """,
            AnalyzerBans);
        Assert.Equal([5, 6, 7, 8, 9], LinesOf("RS0030", reported).Distinct());
    }

    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    [InlineData("Vero.Typed.Quartz")]
    [InlineData("Vero.Typed.Quartz.EntityFrameworkCore")]
    public async Task A_public_member_that_is_not_in_the_list_is_reported_and_so_is_one_that_is_gone(string project)
    {
        string[] lists = Directory.GetFiles(Repository.PathOf($"src/{project}/PublicAPI"), "PublicAPI.*.txt");
        Assert.Equal(2, lists.Length);
        string[] reported = await RuleRun.RunAsync(PublicApi, "namespace Vero.Typed { public sealed class Planted { } }", lists);
        Assert.Contains("RS0016 1: Symbol 'Vero.Typed.Planted' is not part of the declared public API", reported);

        // Of what the lists hold, nothing is there.
        int listed = lists.Sum(static list => File.ReadLines(list).Count(static line => line.Length != 0 && line[0] != '#'));
        Assert.Equal(listed, reported.Count(static line => line.StartsWith("RS0017", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    [InlineData("Vero.Typed.Quartz")]
    [InlineData("Vero.Typed.Quartz.EntityFrameworkCore")]
    [InlineData("Vero.Typed.Sandbox")]
    [InlineData("Vero.Typed.Testing")]
    public void The_libraries_are_guarded(string project)
    {
        XDocument file = XDocument.Load(Repository.PathOf($"src/{project}/{project}.csproj"));
        Assert.Contains(file.Descendants("PackageReference"), static element => (string?)element.Attribute("Include") == "Microsoft.CodeAnalysis.PublicApiAnalyzers");
        Assert.DoesNotContain(file.Descendants(), static element => element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors");
    }

    private static IEnumerable<int> LinesOf(string id, IEnumerable<string> reported) =>
        reported.Where(line => line.StartsWith(id + " ", StringComparison.Ordinal)).Select(line => int.Parse(line[(id.Length + 1)..line.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));
}

using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vero.Typed.Packages.Tests.Content;

/// <summary>What is in the packages: what NuGet Package Explorer and the validation tools of the field ask for, and nothing else.</summary>
public sealed partial class PackageContentTests(PackedPackages packages)
{
    private const string Repository = "https://github.com/vero-typed/vero-typed";
    private const string Sources = $"https://raw.githubusercontent.com/vero-typed/vero-typed/{RepositoryCopy.Commit}/";
    private const string RulePages = "docs/rules/";
    private const string RelativeLink = @"\]\((?!https?:|#)";

    private static readonly Version OldestRoslyn = new(4, 8, 0, 0);

    public static TheoryData<string> Ids => ["Vero.Typed", "Vero.Typed.Client", "Vero.Typed.Quartz", "Vero.Typed.Quartz.EntityFrameworkCore", "Vero.Typed.Sandbox", "Vero.Typed.Sandbox.Tool", "Vero.Typed.Testing"];

    // The package of a tool holds all that it runs on, which is not ours.
    public static TheoryData<string> Libraries => [.. Ids.Select(static row => row.Data).Where(static id => !id.EndsWith(".Tool", StringComparison.Ordinal))];

    [Fact]
    public void There_are_no_others()
    {
        Assert.Equal(
            Ids.Select(static row => $"{row.Data}.{PackedPackages.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.GetFiles(packages.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // Nor does any other project of the repository say that it is packed.
        string[] packed =
        [
            .. from folder in (string[])["src", "analyzers", "tests", "samples"]
               from project in Directory.GetFiles(Path.Combine(TestSupport.Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
               where RepositoryCopy.IsPacked(project)
               select Path.GetFileNameWithoutExtension(project),
        ];
        Assert.Equal(Ids.Select(static row => row.Data), packed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_pages_of_the_rules_can_be_read_offline()
    {
        using Package package = Open("Vero.Typed");
        string[] pages = [.. Directory.GetFiles(Path.Combine(TestSupport.Repository.Root, "analyzers", "rules")).Select(static file => RulePages + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

        Assert.Equal(pages, package.Files.Where(IsRulePage));
        Assert.Contains(RulePages, Encoding.UTF8.GetString(package.Read("README.md")), StringComparison.Ordinal);
        foreach (string page in pages)
        {
            string[] links = [.. Link().Matches(Encoding.UTF8.GetString(package.Read(page))).Select(static match => match.Groups[1].Value)];
            Assert.All(links, link => Assert.Contains(RulePages + link, pages));
        }

        // The control.
        Assert.Contains("README.md", Link().Matches("[a](README.md#fixes)").Select(static match => match.Groups[1].Value));
    }

    [Theory]
    [InlineData("Vero.Typed", "README.md,analyzers/dotnet/cs/Vero.Typed.Analyzers.dll,analyzers/dotnet/cs/Vero.Typed.CodeFixes.dll,buildTransitive/Vero.Typed.props,buildTransitive/Vero.Typed.targets,icon.png,lib/net10.0/Vero.Typed.dll,lib/net10.0/Vero.Typed.xml,lib/net8.0/Vero.Typed.dll,lib/net8.0/Vero.Typed.xml,lib/netstandard2.0/Vero.Typed.dll,lib/netstandard2.0/Vero.Typed.xml")]
    [InlineData("Vero.Typed.Client", "README.md,icon.png,lib/net10.0/Vero.Typed.Client.dll,lib/net10.0/Vero.Typed.Client.xml,lib/net8.0/Vero.Typed.Client.dll,lib/net8.0/Vero.Typed.Client.xml,lib/netstandard2.0/Vero.Typed.Client.dll,lib/netstandard2.0/Vero.Typed.Client.xml")]
    [InlineData("Vero.Typed.Quartz", "README.md,icon.png,lib/net10.0/Vero.Typed.Quartz.dll,lib/net10.0/Vero.Typed.Quartz.xml")]
    [InlineData("Vero.Typed.Quartz.EntityFrameworkCore", "README.md,icon.png,lib/net10.0/Vero.Typed.Quartz.EntityFrameworkCore.dll,lib/net10.0/Vero.Typed.Quartz.EntityFrameworkCore.xml")]
    [InlineData("Vero.Typed.Sandbox", "README.md,icon.png,lib/net10.0/Vero.Typed.Sandbox.dll,lib/net10.0/Vero.Typed.Sandbox.xml")]
    [InlineData("Vero.Typed.Testing", "README.md,icon.png,lib/net10.0/Vero.Typed.Testing.dll,lib/net10.0/Vero.Typed.Testing.xml,lib/net8.0/Vero.Typed.Testing.dll,lib/net8.0/Vero.Typed.Testing.xml,lib/netstandard2.0/Vero.Typed.Testing.dll,lib/netstandard2.0/Vero.Typed.Testing.xml")]
    public void The_files_are_these(string id, string files)
    {
        using Package package = Open(id);
        Assert.Equal(files.Split(','), package.Files.Where(static file => !IsRulePage(file)));
    }

    [Theory]
    [InlineData("Vero.Typed", "net10.0", "")]
    [InlineData("Vero.Typed", "net8.0", "System.Text.Json 10.0.0")]
    [InlineData("Vero.Typed", ".NETStandard2.0", "System.Text.Json 10.0.0")]
    [InlineData("Vero.Typed.Client", "net10.0", "Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Threading.RateLimiting 10.0.10,Vero.Typed 1.0.0-test")]
    [InlineData("Vero.Typed.Client", "net8.0", "Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Text.Json 10.0.0,System.Threading.RateLimiting 10.0.10,Vero.Typed 1.0.0-test")]
    [InlineData("Vero.Typed.Client", ".NETStandard2.0", "Microsoft.Bcl.TimeProvider 10.0.0,Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Text.Json 10.0.0,System.Threading.Channels 10.0.5,System.Threading.RateLimiting 10.0.10,Vero.Typed 1.0.0-test")]
    [InlineData("Vero.Typed.Quartz", "net10.0", "Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,Quartz 4.7.3,System.Threading.RateLimiting 10.0.10,Vero.Typed.Client 1.0.0-test")]
    [InlineData("Vero.Typed.Quartz.EntityFrameworkCore", "net10.0", "Microsoft.EntityFrameworkCore.Relational 10.0.10,Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,Quartz 4.7.3,System.Threading.RateLimiting 10.0.10,Vero.Typed.Quartz 1.0.0-test")]
    [InlineData("Vero.Typed.Sandbox", "net10.0", "Microsoft.OpenApi 3.11.0,Microsoft.OpenApi.YamlReader 3.11.0,NJsonSchema 11.6.2,Newtonsoft.Json 13.0.3,Vero.Typed 1.0.0-test")]
    [InlineData("Vero.Typed.Testing", "net10.0", "Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Threading.RateLimiting 10.0.10,Vero.Typed.Client 1.0.0-test")]
    [InlineData("Vero.Typed.Testing", "net8.0", "Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Text.Json 10.0.0,System.Threading.RateLimiting 10.0.10,Vero.Typed.Client 1.0.0-test")]
    [InlineData("Vero.Typed.Testing", ".NETStandard2.0", "Microsoft.Bcl.TimeProvider 10.0.0,Microsoft.Extensions.Hosting.Abstractions 10.0.0,Microsoft.Extensions.Http 10.0.0,Polly.Core 8.9.1,System.Text.Json 10.0.0,System.Threading.Channels 10.0.5,System.Threading.RateLimiting 10.0.10,Vero.Typed.Client 1.0.0-test")]
    public void The_dependencies_are_these(string id, string framework, string dependencies)
    {
        using Package package = Open(id);
        XElement group = package.Metadata().Element("dependencies")!.Elements("group").Single(group => (string?)group.Attribute("targetFramework") == framework);
        Assert.Equal(dependencies, string.Join(",", group.Elements().Select(static element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}").Order(StringComparer.Ordinal)));
    }

    // A tool is installed with all that it runs on.
    [Fact]
    public void The_tool_depends_on_nothing()
    {
        using Package package = Open("Vero.Typed.Sandbox.Tool");
        Assert.Empty(package.Metadata().Descendants("dependency"));
        Assert.Contains("tools/net10.0/any/Vero.Typed.Sandbox.dll", package.Files);
    }

    // Otherwise who installs the client, or the fakes, alone would have neither generator nor rules.
    [Theory]
    [InlineData("Vero.Typed.Client", "Vero.Typed")]
    [InlineData("Vero.Typed.Testing", "Vero.Typed.Client")]
    public void What_stands_on_the_library_brings_its_analyzers_with_it(string id, string dependsOn)
    {
        using Package package = Open(id);
        XElement[] dependencies = [.. package.Metadata().Descendants("dependency").Where(element => element.Attribute("id")!.Value == dependsOn)];
        Assert.Equal(3, dependencies.Length);
        Assert.All(dependencies, static dependency => Assert.Equal(("All", null), ((string?)dependency.Attribute("include"), (string?)dependency.Attribute("exclude"))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_gallery_is_told_everything_that_it_shows(string id)
    {
        using Package package = Open(id);
        XElement metadata = package.Metadata();
        Assert.Equal(
            (id, PackedPackages.Version, "The Vero.Typed authors", "Copyright (c) 2026 The Vero.Typed authors"),
            (Text("id"), Text("version"), Text("authors"), Text("copyright")));
        Assert.Equal(("expression", "MIT"), ((string?)metadata.Element("license")!.Attribute("type"), Text("license")));
        Assert.Equal(("icon.png", "README.md"), (Text("icon"), Text("readme")));
        Assert.Equal((Repository, $"{Repository}/blob/main/CHANGELOG.md"), (Text("projectUrl"), Text("releaseNotes")));
        Assert.Equal(
            [("type", "git"), ("url", Repository), ("branch", RepositoryCopy.Branch), ("commit", RepositoryCopy.Commit)],
            metadata.Element("repository")!.Attributes().Select(static attribute => (attribute.Name.LocalName, attribute.Value)));
        Assert.InRange(Text("description").Length, 50, 300);
        Assert.InRange(Text("tags").Split(' ').Length, 4, 10);

        string Text(string name) => metadata.Element(name)!.Value;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_icon_is_a_picture_of_the_size_that_galleries_ask_for(string id)
    {
        using Package package = Open(id);
        byte[] icon = package.Read("icon.png");
        Assert.Equal("\x89PNG\r\n\x1a\n", Encoding.Latin1.GetString(icon, 0, 8));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
        Assert.InRange(icon.Length, 500, 20_000);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_link_of_the_readme_is_relative(string id)
    {
        using Package package = Open(id);
        Assert.DoesNotMatch(RelativeLink, Encoding.UTF8.GetString(package.Read("README.md")));

        // The control: the README of the repository has such links.
        Assert.Matches(RelativeLink, File.ReadAllText(Path.Combine(TestSupport.Repository.Root, "README.md")));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_assembly_is_optimized_and_reproducible_and_leads_to_its_sources(string id)
    {
        using Package package = Open(id);
        Assert.All(package.Assemblies, assembly => Assert.Empty(PackedAssembly.Problems(package.Read(assembly), Sources)));
    }

    // The control: the wrong commit, an assembly for debugging, one without symbols.
    [Fact]
    public void What_does_not_lead_to_its_sources_is_noticed()
    {
        using Package package = Open("Vero.Typed");
        Assert.Contains("/_/src/Vero.Typed/Requests/IdentifyRequest.cs has no source", PackedAssembly.Problems(package.Read("lib/net10.0/Vero.Typed.dll"), Sources.Replace('0', '1')));
        Assert.Contains("no symbols", PackedAssembly.Problems(File.ReadAllBytes(typeof(object).Assembly.Location), Sources));
#if DEBUG
        Assert.Contains("not optimized", PackedAssembly.Problems(File.ReadAllBytes(typeof(PackageContentTests).Assembly.Location), Sources));
#endif
    }

    [Fact]
    public void The_analyzers_ask_for_no_newer_compiler_than_they_must()
    {
        using Package package = Open("Vero.Typed");
        string[] analyzers = [.. package.Assemblies.Where(static name => name.StartsWith("analyzers/", StringComparison.Ordinal))];
        Assert.Equal(2, analyzers.Length);
        foreach (string analyzer in analyzers)
        {
            Version[] roslyn =
            [
                .. PackedAssembly.ReferencesOf(package.Read(analyzer))
                    .Where(static reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
                    .Select(static reference => reference.Version),
            ];
            Assert.NotEmpty(roslyn);
            Assert.All(roslyn, static version => Assert.InRange(version, OldestRoslyn, OldestRoslyn));
        }
    }

    private static bool IsRulePage(string file) => file.StartsWith(RulePages, StringComparison.Ordinal);

    private Package Open(string id) => new(packages.Feed, id);

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]*)")]
    private static partial Regex Link();
}

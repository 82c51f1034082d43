using System.Xml.Linq;
using Vero.Typed.Packages.Tests.Content;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>What projects may ask of a build beside an assembly.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class BuildSettingTests(BuiltConsumers consumers, PackedPackages packages)
{
    [Fact]
    public void Generated_code_can_be_had_as_files()
    {
        string generated = Path.Combine(
            consumers.Folder, "Strict", "obj", "Debug", "net10.0", "generated", "Vero.Typed.Analyzers", "Vero.Typed.Analyzers.VeroGenerator");
        string[] files = [.. Directory.GetFiles(generated).Order(StringComparer.Ordinal)];
        Assert.Equal(["Shop.Strict.Customer.b0515bee.g.cs", "Shop.Strict.Lead.13f7a49e.g.cs", "Vero.Typed.g.cs"], files.Select(Path.GetFileName));
        Assert.Contains("partial class Customer : global::Vero.Typed.IVeroUser", File.ReadAllText(files[0]), StringComparison.Ordinal);
        Assert.Contains("static class LeadVeroExtensions", File.ReadAllText(files[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_holds_the_packages()
    {
        string file = Path.Combine(consumers.Folder, "Central", "packages.lock.json");
        string content = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("", await RestoreAsync());

        // The control: with another hash in it, it is not the same package.
        await File.WriteAllTextAsync(file, content.Replace("\"contentHash\": \"", "\"contentHash\": \"0", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("error NU1403", await RestoreAsync(), StringComparison.Ordinal);

        async Task<string> RestoreAsync() => (await CommandLine.DotNetAsync(
            Path.Combine(consumers.Folder, "Central"), "restore", "--locked-mode", "--force", "-tl:off", "-v", "q")).Output;
    }

    [Fact]
    public void The_package_of_a_domain_depends_on_the_library_alone()
    {
        using var package = new Package(packages.DomainFeed, "Shop.Domain", "3.0.0-test");
        XElement dependency = Assert.Single(package.Metadata().Descendants("dependency"));
        Assert.Equal(("Vero.Typed", PackedPackages.Version), ((string?)dependency.Attribute("id"), (string?)dependency.Attribute("version")));
        Assert.Equal(["lib/netstandard2.0/Shop.Domain.dll"], package.Files);
    }
}

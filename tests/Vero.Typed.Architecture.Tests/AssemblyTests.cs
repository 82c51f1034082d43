using Mono.Cecil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>What the built assemblies say of themselves.</summary>
public sealed class AssemblyTests
{
    // An assembly that holds the domain model must not drag in what sends. On netstandard2.0 all of it is in one assembly, so that types are looked at.
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_library_knows_nothing_of_networks(string framework)
    {
        Assert.Empty(OfNetworks("src/Vero.Typed", framework));

        // The control: the client does.
        Assert.Contains("System.Net.Http.HttpClient", OfNetworks("src/Vero.Typed.Client", framework));
    }

    [Theory]
    [InlineData("netstandard2.0", "System.Buffers,System.Memory,System.Numerics.Vectors,System.Text.Json,netstandard")]
    [InlineData("net8.0", "")]
    [InlineData("net10.0", "")]
    public void The_library_references_the_framework_and_nothing_else(string framework, string others)
    {
        using AssemblyDefinition library = BuiltAssemblies.Read("src/Vero.Typed", framework);
        Assert.Equal(
            others.Split(',', StringSplitOptions.RemoveEmptyEntries),
            library.MainModule.AssemblyReferences.Select(static reference => reference.Name)
                .Where(name => framework == "netstandard2.0" || !name.StartsWith("System.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/Vero.Typed", "netstandard2.0")]
    [InlineData("src/Vero.Typed", "net10.0")]
    [InlineData("src/Vero.Typed.Client", "netstandard2.0")]
    [InlineData("src/Vero.Typed.Client", "net10.0")]
    [InlineData("src/Vero.Typed.Quartz", "net10.0")]
    [InlineData("src/Vero.Typed.Quartz.EntityFrameworkCore", "net10.0")]
    public void Everything_that_users_write_is_in_one_namespace(string project, string framework)
    {
        using AssemblyDefinition library = BuiltAssemblies.Read(project, framework);
        Assert.Equal(["Vero.Typed"], library.MainModule.Types.Where(static type => type.IsPublic).Select(static type => type.Namespace).Distinct());
    }

    [Theory]
    [InlineData("src/Vero.Typed.Sandbox", "net10.0", "Vero.Typed.Sandbox")]
    [InlineData("src/Vero.Typed.Testing", "netstandard2.0", "Vero.Typed.Testing")]
    [InlineData("src/Vero.Typed.Testing", "net10.0", "Vero.Typed.Testing")]
    public void What_tests_use_is_in_a_namespace_of_its_own(string project, string framework, string name)
    {
        using AssemblyDefinition library = BuiltAssemblies.Read(project, framework);
        Assert.Equal([name], library.MainModule.Types.Where(static type => type.IsPublic).Select(static type => type.Namespace).Distinct());
    }

    [Theory]
    [InlineData("src/Vero.Typed", "net10.0", "Vero.Typed.Analyzers.Roslyn48.Tests,Vero.Typed.Analyzers.Tests,Vero.Typed.Tests")]
    [InlineData("src/Vero.Typed.Client", "net10.0", "Vero.Typed.Client.NetStandard.Tests,Vero.Typed.Client.Soak.Tests,Vero.Typed.Client.Tests")]
    [InlineData("src/Vero.Typed.Quartz", "net10.0", "Vero.Typed.Quartz.Tests")]
    [InlineData("src/Vero.Typed.Quartz.EntityFrameworkCore", "net10.0", "Vero.Typed.Quartz.Tests")]
    [InlineData("src/Vero.Typed.Sandbox", "net10.0", "Vero.Typed.Sandbox.Tests,Vero.Typed.Sandbox.Tool")]
    [InlineData("analyzers/Vero.Typed.Analyzers", "netstandard2.0", "Vero.Typed.Analyzers.Roslyn48.Tests,Vero.Typed.Analyzers.Tests,Vero.Typed.CodeFixes,Vero.Typed.TestHarness")]
    [InlineData("analyzers/Vero.Typed.CodeFixes", "netstandard2.0", "Vero.Typed.Analyzers.Roslyn48.Tests,Vero.Typed.Analyzers.Tests,Vero.Typed.TestHarness")]
    public void Internals_are_seen_by_these_friends(string project, string framework, string friends)
    {
        using AssemblyDefinition assembly = BuiltAssemblies.Read(project, framework);
        Assert.Equal(
            friends.Split(','),
            assembly.CustomAttributes.Where(static attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute")
                .Select(static attribute => (string)attribute.ConstructorArguments[0].Value)
                .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> OfNetworks(string project, string framework)
    {
        using AssemblyDefinition assembly = BuiltAssemblies.Read(project, framework);
        return
        [
            .. assembly.MainModule.GetTypeReferences()
                .Where(static type => UsedTypes.NamespaceOf(type) is "System.Net" or "System.Net.Http" or "System.Net.Sockets" or "Microsoft.Extensions.Http")
                .Select(static type => type.FullName),
        ];
    }
}

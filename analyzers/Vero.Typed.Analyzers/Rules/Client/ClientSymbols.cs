using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Client;

/// <summary>What the rules about the client need to know of a compilation.</summary>
internal sealed class ClientSymbols
{
    private const string LibraryName = "Vero.Typed.Client";

    // A token in a test is made up, and goes to a handler or a server of the test.
    private static readonly string[] TestFrameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "TUnit.Core", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework",
    ];

    private ClientSymbols(INamedTypeSymbol options, bool isTest)
    {
        Options = options;
        IsTest = isTest;
    }

    public INamedTypeSymbol Options { get; }

    /// <summary>Whether a test framework is referenced.</summary>
    public bool IsTest { get; }

    /// <summary>Null when the client is not referenced: then there is nothing to do.</summary>
    public static ClientSymbols? For(Compilation compilation)
    {
        bool isReferenced = false;
        bool isTest = false;
        foreach (AssemblyIdentity assembly in compilation.ReferencedAssemblyNames)
        {
            isReferenced |= assembly.Name == LibraryName;
            isTest |= TestFrameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase);
        }

        if (!isReferenced)
            return null;
        return KnownSymbols.TypeOf(compilation, LibraryName, "Vero.Typed.VeroClientOptions") is { } options ? new ClientSymbols(options, isTest) : null;
    }

    public static bool IsClient(ITypeSymbol type) => Is(type, "IVeroClient") || type.AllInterfaces.Any(static inner => Is(inner, "IVeroClient"));

    private static bool Is(ITypeSymbol type, string name) => type.Name == name && type.ContainingAssembly?.Name == LibraryName;
}

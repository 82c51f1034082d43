using System.Reflection;
using Mono.Cecil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>What the build has made of the projects, and what it took.</summary>
internal static class BuiltAssemblies
{
    private static readonly Dictionary<string, string?> Metadata = typeof(BuiltAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static attribute => attribute.Key, static attribute => attribute.Value);

    /// <summary>The assembly of a project, such as src/Vero.Typed.</summary>
    public static AssemblyDefinition Read(string project, string framework) =>
        AssemblyDefinition.ReadAssembly(Repository.BuiltAssembly(project, framework));

    /// <summary>The folder with the analyzers of a package, such as BannedApiAnalyzers.</summary>
    public static string AnalyzerFolder(string package) => Metadata[package]!;
}

using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.TestHarness;

/// <summary>Answers with the assemblies that the tests run on, so that what a project refers to is what is tested.</summary>
internal sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}

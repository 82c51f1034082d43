using System.Reflection;
using Microsoft.CodeAnalysis;

namespace OldCompiler;

/// <summary>Analyzers find each other where the project says they are, and the compiler where it is: here.</summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}

using Microsoft.CodeAnalysis;

namespace OldCompiler;

/// <summary>Writes what is to be reported, as csc does.</summary>
internal sealed class Report
{
    public bool HasErrors { get; private set; }

    public void Add(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.Where(static diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning))
            Add(diagnostic.ToString());
    }

    public void Add(string line)
    {
        HasErrors |= line.Contains("error", StringComparison.Ordinal);
        Console.WriteLine(line);
    }
}

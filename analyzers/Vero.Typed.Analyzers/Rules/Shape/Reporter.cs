using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>From findings to diagnostics. It alone knows what is not said because it is said elsewhere.</summary>
internal static class Reporter
{
    /// <summary>Reports what checks have found in the facts of a type.</summary>
    public static void Report(TypeFacts facts, IEnumerable<Finding> findings, Action<Diagnostic> report, CancellationToken ct)
    {
        var places = new ReportLocations(facts.Type, facts.Symbols, ct);
        foreach (Finding finding in findings)
        {
            bool isSaidElsewhere = (finding.IsSaidAtInvalidBase && facts.Base.IsInvalid) || (finding.IsSaidAtUnknownBase && facts.HasUnknownBase);
            if (!isSaidElsewhere)
                report(Diagnostic.Create(finding.Rule, finding.Place(places), PropertiesOf(finding), finding.Arguments.ToArray<object>()));
        }
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding) => finding.Replacement is { } replacement
        ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, replacement)
        : ImmutableDictionary<string, string?>.Empty;
}

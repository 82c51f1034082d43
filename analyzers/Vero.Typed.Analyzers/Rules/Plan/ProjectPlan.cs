using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>The plan of a project: the lines of all its files with the name of one.</summary>
internal sealed class ProjectPlan
{
    private const string FrameworkProperty = "build_property.VeroPlanFramework";
    private const string TargetFrameworkProperty = "build_property.TargetFramework";

    private static readonly IReadOnlyList<PlanEntry> Nothing = [];

    // An editor asks after every keystroke, and the plan is seldom what was typed.
    private static readonly ConditionalWeakTable<SourceText, PlanFile> Read = new();

    private readonly Dictionary<string, List<PlanEntry>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // A file that is included twice is here once.
    private readonly Dictionary<AdditionalText, PlanFile> _files;

    private ProjectPlan(Dictionary<AdditionalText, PlanFile> files, bool isComplete)
    {
        _files = files;
        IsComplete = isComplete;
        foreach (PlanEntry entry in files.Values.SelectMany(static file => file.Entries))
        {
            string type = entry.Line.Type;
            if (!_entries.TryGetValue(type, out List<PlanEntry>? entries))
            {
                _entries.Add(type, entries = []);
                _names.Add(SimpleName(type));
            }

            entries.Add(entry);
        }
    }

    /// <summary>Whether all that is planned must be sent: of several target frameworks, that may be so for one alone.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether a line cannot be read. Then it is not known what is planned, and the other rules wait.</summary>
    public bool HasErrors => _files.Values.Any(static file => file.Errors.Count > 0);

    /// <summary>The types that the plan lists.</summary>
    public IEnumerable<string> Types => _entries.Keys;

    /// <summary>Null where the project has no plan, which is most of them.</summary>
    public static ProjectPlan? Of(AnalyzerOptions options, CancellationToken ct)
    {
        Dictionary<AdditionalText, PlanFile>? files = null;
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (IsPlan(file.Path) && files?.Keys.Any(known => known.Path == file.Path) != true && file.GetText(ct) is { } text)
                (files ??= []).Add(file, Read.GetValue(text, static text => PlanFile.Parse(text.ToString())));
        }

        return files is null ? null : new ProjectPlan(files, IsJudgedAsAWhole(options.AnalyzerConfigOptionsProvider.GlobalOptions));
    }

    /// <summary>Whether a file has the name of a plan.</summary>
    public static bool IsPlan(string path) => path.EndsWith(PlanFile.Name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == PlanFile.Name.Length || path[path.Length - PlanFile.Name.Length - 1] is '/' or '\\');

    /// <summary>Whether a type of the name, of whatever namespace, may be in the plan: what can be asked of every type at no cost.</summary>
    public bool MayList(INamedTypeSymbol type) => _names.Contains(type.MetadataName);

    /// <summary>The plan in a file; null if it is not one.</summary>
    public PlanFile? FileAt(AdditionalText file) => _files.TryGetValue(file, out PlanFile? plan) ? plan : null;

    public IReadOnlyList<PlanEntry> EntriesOf(string type) => _entries.TryGetValue(type, out List<PlanEntry>? entries) ? entries : Nothing;

    /// <summary>The name of a type without what it is in.</summary>
    public static string SimpleName(string type) => type.Substring(type.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>Where something is in a file.</summary>
    public static Location LocationOf(AdditionalText file, int start, int length, CancellationToken ct)
    {
        var span = new TextSpan(start, length);
        return Location.Create(file.Path, span, file.GetText(ct)!.Lines.GetLinePositionSpan(span));
    }

    private static bool IsJudgedAsAWhole(AnalyzerConfigOptions options) =>
        !options.TryGetValue(FrameworkProperty, out string? complete) || complete.Length == 0
        || !options.TryGetValue(TargetFrameworkProperty, out string? framework)
        || string.Equals(complete, framework, StringComparison.OrdinalIgnoreCase);
}

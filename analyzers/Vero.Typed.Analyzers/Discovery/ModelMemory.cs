using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>
/// The models of the last compilation, each kept as long as neither its type nor anything that it depends on has another declaration. Its answers are those
/// of a memory that knows nothing: what it knows only saves work.
/// </summary>
internal sealed class ModelMemory
{
    private Snapshot? _last;

    /// <summary>How many types were read for the last compilation.</summary>
    public int TypesRead { get; private set; }

    /// <summary>The models of all types for which there is something to print, by name.</summary>
    public EquatableArray<FileModel> Models(Compilation compilation, CancellationToken ct)
    {
        TypesRead = 0;
        if (KnownSymbols.For(compilation) is not { } symbols)
            return default;

        Snapshot? last = Volatile.Read(ref _last);
        SyntaxTree[] files = compilation.SyntaxTrees.ToArray();
        DeclarationChanges? changes = last is not null && last.IsOfSameProject(compilation) ? DeclarationChanges.Between(last.Files, files, ct) : null;
        if (changes is not null && last!.TypesHeld is { } held && changes.Types.Count > 0 && !Follow(changes, held, symbols, ct))
            changes = null;

        Snapshot now = changes switch
        {
            null => Read(compilation, files, [], outermost: null, symbols, ct),
            { Types.Count: 0 } => last!.With(files),
            _ => Read(compilation, files, last!.Models.Where(model => !changes.Types.Contains(model.Outermost)), changes.Types, symbols, ct),
        };
        Volatile.Write(ref _last, now);
        return now.Result;
    }

    // Whether a type is a value depends on who has it as a trait, and those are mentioned by nobody.
    private static bool Follow(DeclarationChanges changes, TypesHeld held, KnownSymbols symbols, CancellationToken ct)
    {
        IEnumerable<INamedTypeSymbol> changed = changes.Declarations
            .Select(declaration => symbols.Compilation.GetSemanticModel(declaration.Syntax.SyntaxTree).GetDeclaredSymbol(declaration.Syntax, ct))
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        TypesHeld now = held.With(changes.Types, changed, symbols);
        symbols.Use(now);
        return changes.Add(now.DifferenceTo(held), ct);
    }

    private Snapshot Read(
        Compilation compilation, SyntaxTree[] files, IEnumerable<(string Outermost, FileModel Model)> kept, HashSet<string>? outermost, KnownSymbols symbols, CancellationToken ct)
    {
        var models = new List<(string Outermost, FileModel Model)>(kept);
        foreach (INamedTypeSymbol type in TypeDiscovery.Types(symbols, outermost, ct))
        {
            TypesRead++;
            if (ModelBuilder.Build(TypeParser.Read(type, symbols, ct), ct) is { } model)
                models.Add((TypeText.FullName(type), model));
        }

        models.Sort(static (one, other) => string.CompareOrdinal(one.Model.MetadataName, other.Model.MetadataName));
        return new Snapshot(compilation, files, models, symbols.TypesHeld);
    }

    // No symbols: they would keep a whole compilation alive.
    private sealed class Snapshot
    {
        private readonly string? _assemblyName;
        private readonly CompilationOptions _options;
        private readonly IReadOnlyList<MetadataReference> _references;

        public Snapshot(Compilation compilation, SyntaxTree[] files, List<(string Outermost, FileModel Model)> models, TypesHeld? held)
        {
            _assemblyName = compilation.AssemblyName;
            _options = compilation.Options;
            _references = compilation.ExternalReferences;
            Files = files;
            Models = models;
            TypesHeld = held;
            Result = new EquatableArray<FileModel>(models.Select(static model => model.Model));
        }

        private Snapshot(Snapshot other, SyntaxTree[] files)
        {
            _assemblyName = other._assemblyName;
            _options = other._options;
            _references = other._references;
            Files = files;
            Models = other.Models;
            TypesHeld = other.TypesHeld;
            Result = other.Result;
        }

        public SyntaxTree[] Files { get; }

        public List<(string Outermost, FileModel Model)> Models { get; }

        public TypesHeld? TypesHeld { get; }

        public EquatableArray<FileModel> Result { get; }

        public bool IsOfSameProject(Compilation compilation) =>
            compilation.AssemblyName == _assemblyName && compilation.Options.Equals(_options) && compilation.ExternalReferences.SequenceEqual(_references, ReferenceIdentity.Comparer);

        public Snapshot With(SyntaxTree[] files) => new(this, files);
    }

    private sealed class ReferenceIdentity : IEqualityComparer<MetadataReference>
    {
        public static ReferenceIdentity Comparer { get; } = new();

        public bool Equals(MetadataReference? one, MetadataReference? other) => ReferenceEquals(one, other);

        public int GetHashCode(MetadataReference reference) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(reference);
    }
}

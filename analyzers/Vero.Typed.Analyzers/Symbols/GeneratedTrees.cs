using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Tells the trees that source generators made from those that the user (or a tool before the compiler) wrote.</summary>
/// <remarks>
/// The generator sees the code before any generation, the analyzers see it afterwards. Both must come to the same result, so both
/// ignore what exists only in such trees. There is no API for it, but the compiler names them
/// <c>{base directory}/{generator's assembly}/{generator's type}/{hint name}</c>; the base directory is known from the tree that our
/// generator always adds. An auto-generated header proves nothing: scaffolded entities have one, and the generator does see them.
/// </remarks>
internal sealed class GeneratedTrees
{
    private static readonly string OwnFolder = $"{typeof(VeroGenerator).Assembly.GetName().Name}/{typeof(VeroGenerator).FullName}/";

    private readonly ConcurrentDictionary<SyntaxTree, bool> _answers = new();
    private readonly Compilation _compilation;
    private readonly Lazy<bool> _hasOthers;
    private readonly SyntaxTree? _ownTree;
    private readonly string? _baseDirectory;

    public GeneratedTrees(Compilation compilation)
    {
        _compilation = compilation;
        _hasOthers = new(() => compilation.SyntaxTrees.Any(ContainsOther));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            string path = Normalized(tree);
            int own = path.LastIndexOf(OwnFolder, StringComparison.Ordinal);
            if (own == 0 || (own > 0 && path[own - 1] == '/'))
            {
                _ownTree = tree;
                _baseDirectory = path.Substring(0, own);
                return;
            }
        }
    }

    // Asked for every member of every annotated type, so each tree's path is looked at once.
    public bool Contains(SyntaxTree tree) => _answers.TryGetValue(tree, out bool known) ? known : _answers.GetOrAdd(tree, IsGenerated(tree));

    /// <summary>Whether an attribute is written in such a tree.</summary>
    public bool Contains(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } place && Contains(place.SyntaxTree);

    /// <summary>Whether our own generator made the tree.</summary>
    public bool IsOwn(SyntaxTree tree) => _ownTree is not null && Normalized(tree).StartsWith(_baseDirectory + OwnFolder, StringComparison.Ordinal);

    /// <summary>Whether another generator made the tree.</summary>
    public bool ContainsOther(SyntaxTree tree) => Contains(tree) && !IsOwn(tree);

    /// <summary>Whether other generators have made trees.</summary>
    public bool HasOthers => _hasOthers.Value;

    /// <summary>Whether a symbol of this compilation is declared in such trees and nowhere else.</summary>
    public bool ContainAll(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
            return false;
        foreach (SyntaxReference declaration in symbol.DeclaringSyntaxReferences)
        {
            if (!Contains(declaration.SyntaxTree))
                return false;
        }

        return true;
    }

    private bool IsGenerated(SyntaxTree tree)
    {
        // Without our own tree the generator has not run, and then there is nothing that it could have missed.
        string path = Normalized(tree);
        if (_baseDirectory is not { } directory || !path.StartsWith(directory, StringComparison.Ordinal))
            return false;

        // Where the base directory is empty, any path is below it: a rooted one is the user's.
        string[] below = path.Substring(directory.Length).Split('/');
        bool isRooted = below[0].Length == 0 || below[0].EndsWith(":", StringComparison.Ordinal);
        if (isRooted || below.Length < 3)
            return false;

        // Tools before the compiler write there as well, such as obj/Protos/acme.billing/Plan.cs, which generators do see. But no tool's file comes
        // behind ours, nearly every generator's type has the root namespace of its assembly, and the files of the others nearly all end as ours do.
        return IsOwn(tree) || ComesBehindOurs(tree)
            || below[1].StartsWith(below[0].Split('.')[0] + ".", StringComparison.Ordinal)
            || path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
    }

    private bool ComesBehindOurs(SyntaxTree tree)
    {
        foreach (SyntaxTree candidate in _compilation.SyntaxTrees)
        {
            if (candidate == tree)
                return false;
            if (candidate == _ownTree)
                return true;
        }

        return false;
    }

    private static string Normalized(SyntaxTree tree) => tree.FilePath.Replace('\\', '/');
}

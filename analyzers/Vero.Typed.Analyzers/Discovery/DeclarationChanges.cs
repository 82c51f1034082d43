using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>
/// The types whose declarations are others than before, and those that depend on them. A declaration depends on what it mentions: whatever the
/// compiler finds for it, it finds by a name that is there, or behind one.
/// </summary>
internal sealed class DeclarationChanges
{
    private readonly List<FileDeclarations> _files;
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private DeclarationChanges(List<FileDeclarations> files) => _files = files;

    /// <summary>The full names of the outermost types.</summary>
    public HashSet<string> Types => _types;

    /// <summary>The declarations of those types, as they are now.</summary>
    public IEnumerable<DeclaredType> Declarations => _files.SelectMany(static file => file.Types).Where(type => _types.Contains(type.FullName));

    /// <summary>What changed from one list of files to another; null where all types may have changed.</summary>
    public static DeclarationChanges? Between(IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after, CancellationToken ct)
    {
        if (Pairs(before, after) is not { } pairs)
            return null;

        var old = new List<DeclaredType>();
        var changed = new List<DeclaredType>();
        var withOtherBases = new List<(FileDeclarations File, DeclaredType Type)>();
        foreach ((SyntaxTree? was, SyntaxTree? now) in pairs)
        {
            ct.ThrowIfCancellationRequested();
            FileDeclarations? fileBefore = was is null ? null : FileDeclarations.In(was, ct);
            FileDeclarations? fileNow = now is null ? null : FileDeclarations.In(now, ct);
            if (fileBefore is not null && fileNow is not null ? !fileBefore.IsSameOutside(fileNow) : (fileBefore ?? fileNow)!.ReachesEverywhere)
                return null;
            int known = old.Count + changed.Count;
            Compare(fileBefore, fileNow, old, changed, withOtherBases);
            if (old.Count + changed.Count > known && (fileBefore?.CountsForOthers == true || fileNow?.CountsForOthers == true))
                return null;
        }

        // Most edits are in a body. Nothing has to be known of the other files then.
        var files = new List<FileDeclarations>();
        if (old.Count + changed.Count == 0)
            return new DeclarationChanges(files);

        foreach (SyntaxTree tree in after)
            files.Add(FileDeclarations.In(tree, ct));
        var changes = new DeclarationChanges(files);
        foreach (DeclaredType type in old.Concat(changed))
            changes.Start(type);
        changes._names.UnionWith(NewNamespaces(before, files, ct));
        return changes.AddBases(withOtherBases) && changes.Follow(changes._names, ct) ? changes : null;
    }

    /// <summary>Adds other types, and those that depend on them; false where all types may.</summary>
    public bool Add(IEnumerable<string> fullNames, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string fullName in fullNames)
        {
            if (!_types.Add(fullName))
                continue;
            foreach (DeclaredType type in _files.SelectMany(static file => file.Types).Where(type => type.FullName == fullName))
                names.UnionWith(type.Declared);
        }

        names.ExceptWith(_names);
        _names.UnionWith(names);
        return Follow(names, ct);
    }

    private void Start(DeclaredType type)
    {
        _types.Add(type.FullName);
        _names.UnionWith(type.Declared);
    }

    // Whether a type has derived ones is known by those, which mention it.
    private bool AddBases(List<(FileDeclarations File, DeclaredType Type)> derived)
    {
        if (derived.Count == 0)
            return true;
        var bases = new HashSet<string>(StringComparer.Ordinal);
        foreach ((FileDeclarations file, DeclaredType type) in derived)
        {
            bases.UnionWith(type.Bases);
            if (file.HasAlias)
                bases.UnionWith(file.MentionedOutside);
        }

        if (bases.Count == 0)
            return true;
        if (_files.Exists(static file => file is { ReachesEverywhere: true, HasAlias: true }))
            return false;
        foreach (DeclaredType type in _files.SelectMany(static file => file.Types).Where(type => type.Declares(bases)))
            Start(type);
        return true;
    }

    private bool Follow(HashSet<string> start, CancellationToken ct)
    {
        var done = new HashSet<DeclaredType>();
        HashSet<string> names = [.. start];
        while (names.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (FileDeclarations file in _files)
            {
                bool isOutside = file.MentionedOutside.Overlaps(names);
                if (isOutside && file.ReachesEverywhere)
                    return false;
                foreach (DeclaredType type in file.Types)
                {
                    if (done.Contains(type) || !(isOutside || type.Mentions(names)))
                        continue;
                    if (file.CountsForOthers)
                        return false;
                    done.Add(type);
                    _types.Add(type.FullName);
                    next.UnionWith(type.Declared);
                }
            }

            next.ExceptWith(_names);
            _names.UnionWith(next);
            names = next;
        }

        return true;
    }

    private static void Compare(
        FileDeclarations? before, FileDeclarations? now, List<DeclaredType> old, List<DeclaredType> changed, List<(FileDeclarations File, DeclaredType Type)> withOtherBases)
    {
        var left = new List<DeclaredType>(before?.Types ?? []);
        foreach (DeclaredType type in now?.Types ?? [])
        {
            // Parts of one type in one file are compared in their order.
            int at = left.FindIndex(other => other.FullName == type.FullName);
            if (at < 0)
            {
                changed.Add(type);
                withOtherBases.Add((now!, type));
                continue;
            }

            DeclaredType was = left[at];
            left.RemoveAt(at);
            if (was.IsSame(type))
                continue;
            old.Add(was);
            changed.Add(type);
            if (!was.HasSameBases(type))
            {
                withOtherBases.Add((before!, was));
                withOtherBases.Add((now!, type));
            }
        }

        old.AddRange(left);
        withOtherBases.AddRange(left.Select(type => (before!, type)));
    }

    // A name may now mean a namespace, or no longer.
    private static IEnumerable<string> NewNamespaces(IReadOnlyList<SyntaxTree> before, List<FileDeclarations> after, CancellationToken ct)
    {
        HashSet<string> changed = NamespacesOf(before.Select(tree => FileDeclarations.In(tree, ct)));
        changed.SymmetricExceptWith(NamespacesOf(after));
        return changed.Select(static name => name.Substring(name.LastIndexOf('.') + 1));
    }

    private static HashSet<string> NamespacesOf(IEnumerable<FileDeclarations> files)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (DeclaredType type in files.SelectMany(static file => file.Types))
        {
            int end = type.FullName.LastIndexOf('.');
            while (end > 0 && found.Add(type.FullName.Substring(0, end)))
                end = type.FullName.LastIndexOf('.', end - 1);
        }

        return found;
    }

    /// <summary>The files that are others, each with what it was; null where their order is another, which is also that of the members of partial types.</summary>
    private static List<(SyntaxTree? Before, SyntaxTree? Now)>? Pairs(IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after)
    {
        var common = new HashSet<SyntaxTree>(before);
        common.IntersectWith(after);
        List<SyntaxTree> added = after.Where(tree => !common.Contains(tree)).ToList();
        var pairs = new List<(SyntaxTree? Before, SyntaxTree? Now)>();
        var same = new List<SyntaxTree>();
        foreach (SyntaxTree tree in before)
        {
            if (common.Contains(tree))
            {
                same.Add(tree);
                continue;
            }

            SyntaxTree? now = added.Find(other => other.FilePath == tree.FilePath);
            pairs.Add((tree, now));
            if (now is null)
                continue;
            if (!now.Options.Equals(tree.Options))
                return null;
            added.Remove(now);
            same.Add(now);
        }

        if (!same.SequenceEqual(after.Where(tree => !added.Contains(tree))))
            return null;
        pairs.AddRange(added.Select(static tree => ((SyntaxTree?)null, (SyntaxTree?)tree)));
        return pairs;
    }
}

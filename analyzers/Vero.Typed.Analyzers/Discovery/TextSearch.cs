using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>Searches the text of files for all those words at once.</summary>
/// <remarks>Trees are kept from one compilation to the next, so a text is searched once and not for each rule or at every key that is pressed.</remarks>
internal static class TextSearch
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<MentionedWords>> Known = new();

    private static readonly (string Text, MentionedWords Word)[] Words =
    [
        ("Vero", MentionedWords.Vero),
        ("AuthToken", MentionedWords.AuthToken),
        ("BaseAddress", MentionedWords.BaseAddress),
        (GeneratedNames.ToIdentifyRequest, MentionedWords.ToIdentifyRequest | MentionedWords.GeneratedMethod),
        (GeneratedNames.WriteIdentifyRequest, MentionedWords.GeneratedMethod),
        (GeneratedNames.ToVeroIdentity, MentionedWords.GeneratedMethod),
    ];

    /// <summary>Those that a file has.</summary>
    public static MentionedWords In(SyntaxTree tree, CancellationToken ct)
    {
        if (Known.TryGetValue(tree, out StrongBox<MentionedWords>? known))
            return known.Value;

        MentionedWords found = MentionedWords.None;
        string text = tree.GetText(ct).ToString();
        foreach ((string word, MentionedWords flag) in Words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                found |= flag;
        }

        return Known.GetValue(tree, _ => new StrongBox<MentionedWords>(found)).Value;
    }
}

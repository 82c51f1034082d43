using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Searches the text of files for words.</summary>
/// <remarks>
/// Trees are kept from one compilation to the next, so a text is searched once for a word and not for each rule or at every key that is pressed; and only
/// for words that somebody asks for: in nearly all compilations that is one, because nothing is ours where it is not found.
/// </remarks>
internal static class TextSearch
{
    private static readonly ConditionalWeakTable<SyntaxTree, Searched> Known = new();

    private static readonly (MentionedWords Word, string[] Texts)[] Words =
    [
        (MentionedWords.Vero, ["Vero"]),
        (MentionedWords.AuthToken, ["AuthToken"]),
        (MentionedWords.BaseAddress, ["BaseAddress"]),
        (MentionedWords.GeneratedMethod,
        [
            GeneratedNames.ToIdentifyRequest, GeneratedNames.WriteIdentifyRequest, GeneratedNames.ToVeroIdentity, GeneratedNames.ToTrackRequest,
            GeneratedNames.WriteTrackRequest,
        ]),
        (MentionedWords.VeroConverter, ["VeroConverter"]),
        (MentionedWords.VeroMap, ["VeroMap"]),
    ];

    /// <summary>Those of some words that a file has.</summary>
    public static MentionedWords In(SyntaxTree tree, MentionedWords wanted, CancellationToken ct)
    {
        Searched searched = Known.GetValue(tree, static _ => new Searched());
        lock (searched)
        {
            MentionedWords open = wanted & ~searched.For;
            if (open != MentionedWords.None)
            {
                string text = tree.GetText(ct).ToString();
                foreach ((MentionedWords word, string[] texts) in Words)
                {
                    if ((open & word) != 0 && Array.Exists(texts, one => text.IndexOf(one, StringComparison.Ordinal) >= 0))
                        searched.Found |= word;
                }

                searched.For |= open;
            }

            return searched.Found & wanted;
        }
    }

    /// <summary>Whether a file has one of some words.</summary>
    public static bool HasAny(SyntaxTree tree, MentionedWords words, CancellationToken ct) => In(tree, words, ct) != MentionedWords.None;

    private sealed class Searched
    {
        public MentionedWords For { get; set; }

        public MentionedWords Found { get; set; }
    }
}

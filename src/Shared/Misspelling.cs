using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Vero.Typed;

/// <summary>Finds the word that a text was meant to be. Case, separators and white space never count.</summary>
internal static class Misspelling
{
    // A short word is one edit away from many others.
    private const int ShortestLongWord = 8;

    // The words are few and constant; the texts are all keys of a program.
    private static readonly ConcurrentDictionary<string, string> KnownLetters = new(StringComparer.Ordinal);

    // The rows of a keyboard, for the slip to the key next to the right one.
    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>
    /// The word that a text is one slip of the fingers away from: two letters swapped, one left out, one doubled, or the key next to the
    /// right one. For texts that may as well be words of their own, such as <c>languages</c> beside <c>language</c>.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="words">The words that may have been meant.</param>
    /// <returns>The word; null where the text is one of the words, or another one.</returns>
    public static string? OneSlipFrom(string text, IReadOnlyList<string> words)
    {
        string? found = null;
        string? typed = null;
        int length = 0;
        foreach (char c in text)
            length += IsSeparator(c) ? 0 : 1;
        foreach (string word in words)
        {
            if (text == word)
                return null;
            string meant = KnownLetters.GetOrAdd(word, Letters);
            if (found is not null || Math.Abs(meant.Length - length) > 1)
                continue;
            typed ??= Letters(text);
            if (typed == meant || IsOneSlipFrom(typed, meant))
                found = word;
        }

        return found;
    }

    /// <summary>The word that a text is nearly: one edit away, two in long words. For texts of which nearly all are meant to be one of the words.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="words">The words that may have been meant.</param>
    /// <param name="comparison">Which texts are the words themselves.</param>
    /// <returns>The word that is nearest; null where the text is one of the words, or far from all.</returns>
    public static string? NearestOf(string text, IReadOnlyList<string> words, StringComparison comparison = StringComparison.Ordinal)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        string typed = Letters(text);
        foreach (string word in words)
        {
            if (string.Equals(text, word, comparison))
                return null;
            string meant = Letters(word);
            int limit = meant.Length < ShortestLongWord ? 1 : 2;
            if (Math.Abs(typed.Length - meant.Length) > limit)
                continue;
            int edits = Distance(typed, meant);
            if (edits <= limit && edits < fewest)
                (nearest, fewest) = (word, edits);
        }

        return nearest;
    }

    /// <summary>The number of letters to delete, insert, replace or swap with their neighbour.</summary>
    public static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int replaced = distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }

        return distances[a.Length, b.Length];
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsSeparator(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.Format;

    private static bool IsOneSlipFrom(string typed, string meant)
    {
        int same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
            same++;
        string restTyped = typed.Substring(same);
        string restMeant = meant.Substring(same);

        return (typed.Length - meant.Length) switch
        {
            -1 => restTyped == restMeant.Substring(1),
            1 => same > 0 && restTyped[0] == meant[same - 1] && restTyped.Substring(1) == restMeant,
            0 => restTyped.Length > 0
                && ((AreNeighbours(restTyped[0], restMeant[0]) && restTyped.Substring(1) == restMeant.Substring(1))
                    || (restTyped.Length > 1 && restTyped[0] == restMeant[1] && restTyped[1] == restMeant[0]
                        && restTyped.Substring(2) == restMeant.Substring(2))),
            _ => false,
        };
    }

    private static bool AreNeighbours(char first, char second)
    {
        (int firstRow, int firstColumn) = Place(first);
        (int secondRow, int secondColumn) = Place(second);
        if (firstRow < 0 || secondRow < 0)
            return false;

        // Each row is half a key to the right of the one above.
        int columns = secondColumn - firstColumn;
        return (secondRow - firstRow) switch
        {
            0 => columns is 1 or -1,
            1 => columns is 0 or -1,
            -1 => columns is 0 or 1,
            _ => false,
        };
    }

    private static (int Row, int Column) Place(char letter)
    {
        for (int row = 0; row < KeyboardRows.Length; row++)
        {
            int column = KeyboardRows[row].IndexOf(letter);
            if (column >= 0)
                return (row, column);
        }

        return (-1, -1);
    }
}

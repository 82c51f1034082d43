using System.Globalization;
using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Prints loops over a collection and, one inside the other, the collections that its items lead to. The items of the last are <c>__item</c>.</summary>
internal static class LoopEmitter
{
    /// <summary>Opens the loops.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="collection">The outermost collection.</param>
    /// <param name="loops">Those below it.</param>
    /// <param name="nothing">What happens where one of those is null.</param>
    public static void Open(SourceWriter writer, string collection, EquatableArray<LoopModel> loops, string nothing)
    {
        writer.OpenBlock($"foreach (var {ItemName(0, loops)} in {collection})");
        for (int i = 0; i < loops.Count; i++)
        {
            // A collection below may be empty, and then nothing is written of the item.
            writer.WriteLine("__json.CountItem();");
            string inner = "__inner" + i.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine($"if ({loops[i].Access} is not {loops[i].Pattern} {inner}) {{ {nothing} }}");
            writer.OpenBlock($"foreach (var {ItemName(i + 1, loops)} in {loops[i].EnumerableCast}{inner})");
        }
    }

    /// <summary>Closes them.</summary>
    public static void Close(SourceWriter writer, EquatableArray<LoopModel> loops)
    {
        for (int i = 0; i <= loops.Count; i++)
            writer.CloseBlock();
    }

    private static string ItemName(int level, EquatableArray<LoopModel> loops) =>
        level == loops.Count ? "__item" : "__outer" + level.ToString(CultureInfo.InvariantCulture);
}

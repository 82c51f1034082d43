namespace Vero.Typed;

/// <summary>A line of a file, with the comments and blank lines above it.</summary>
/// <param name="Line">What it says.</param>
/// <param name="Start">The index of its first character, behind blanks.</param>
/// <param name="Length">Up to its last character, before blanks.</param>
/// <param name="Above">The comments and blank lines between it and the line before.</param>
internal sealed record PlanEntry(PlanLine Line, int Start, int Length, IReadOnlyList<string> Above);

/// <summary>A line that cannot be read.</summary>
/// <param name="Start">The index of the first character that is wrong.</param>
/// <param name="Length">How much is wrong; 0 where something is missing.</param>
/// <param name="Reason">What is wrong, as the end of a sentence.</param>
internal sealed record PlanError(int Start, int Length, string Reason);

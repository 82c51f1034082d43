namespace Vero.Typed.CodeFixes.Editing;

/// <summary>One way to repair what a diagnostic reports.</summary>
/// <param name="Title">An order, as the light bulb shows it.</param>
/// <param name="EquivalenceKey">The same for all repairs of this kind; users write it into scripts.</param>
/// <param name="Edits">What it changes.</param>
internal sealed record Repair(string Title, string EquivalenceKey, SourceEdits Edits);

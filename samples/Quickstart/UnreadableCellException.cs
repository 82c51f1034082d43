namespace Quickstart;

/// <summary>A cell holds text that means nothing. The message names the column, not the text: it may be personal.</summary>
internal sealed class UnreadableCellException(string column, string problem) : Exception($"{column}: {problem}");

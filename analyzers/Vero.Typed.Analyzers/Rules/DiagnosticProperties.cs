namespace Vero.Typed.Analyzers.Rules;

/// <summary>What diagnostics tell code fixes beside place and message. A property whose fact does not hold is not there.</summary>
internal static class DiagnosticProperties
{
    /// <summary>An expression of type IConfiguration at the place: <c>builder.Configuration</c>.</summary>
    public const string Configuration = nameof(Configuration);

    /// <summary>The address with https, as text.</summary>
    public const string HttpsAddress = nameof(HttpsAddress);

    /// <summary>An expression of type IVeroClient at the place.</summary>
    public const string Client = nameof(Client);

    /// <summary>The method of the client that takes the request.</summary>
    public const string SendMethod = nameof(SendMethod);

    /// <summary>An expression of type CancellationToken at the place.</summary>
    public const string CancellationToken = nameof(CancellationToken);

    /// <summary><c>true</c> where <c>await</c> is allowed.</summary>
    public const string CanAwait = nameof(CanAwait);

    /// <summary>What to write instead of the text or name that is marked.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>What is sent at a path of the plan and below it: lines of the plan.</summary>
    public const string SentLines = nameof(SentLines);

    /// <summary>What the plan lists there, or in the place of it: lines of the plan.</summary>
    public const string PlannedLines = nameof(PlannedLines);

    /// <summary>The key that the plan lists for a member that was renamed.</summary>
    public const string PlannedKey = nameof(PlannedKey);

    /// <summary>The type that the plan lists for one that was renamed.</summary>
    public const string RenamedType = nameof(RenamedType);
}

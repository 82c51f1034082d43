namespace Quickstart;

/// <summary>What became of a row.</summary>
internal enum RowResult
{
    /// <summary>Vero accepted it.</summary>
    Sent,

    /// <summary>It cannot be sent, whoever tries: nothing left this machine.</summary>
    Unsendable,

    /// <summary>The call failed.</summary>
    Failed,

    /// <summary>The run ended before it was sent.</summary>
    NotSent,
}

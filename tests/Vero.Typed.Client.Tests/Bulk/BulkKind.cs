namespace Vero.Typed.Client.Tests.Bulk;

public enum BulkKind
{
    /// <summary><c>IdentifyAllAsync</c>.</summary>
    All,

    /// <summary><c>IdentifyStreamAsync</c>.</summary>
    Stream,
}

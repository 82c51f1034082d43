namespace Vero.Typed.Analyzers;

/// <summary>The operations that annotated types are sent by.</summary>
[Flags]
internal enum Operations
{
    /// <summary>A user.</summary>
    Identify = 1,

    /// <summary>An event.</summary>
    Track = 2,

    Both = Identify | Track,
}

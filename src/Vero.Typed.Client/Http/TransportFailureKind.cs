namespace Vero.Typed;

internal enum TransportFailureKind
{
    /// <summary>None of the stack's own: a handler threw it.</summary>
    Unknown,
    HostNotFound,
    NoConnection,
    NotSecure,
    Proxy,

    /// <summary>Ended after the connection was made.</summary>
    Broken,
    NotHttp,
    TooLong,
}

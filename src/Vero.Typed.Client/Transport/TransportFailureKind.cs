namespace Vero.Typed;

internal enum TransportFailureKind
{
    /// <summary>None of the stack's own: a handler threw it.</summary>
    Unknown,
    HostNotFound,
    NoConnection,
    NotSecure,

    /// <summary>Ended after the connection was made, and before anything was sent over it.</summary>
    BrokenBeforeSecure,
    Proxy,

    /// <summary>Ended after the connection was made, and perhaps after the request was sent.</summary>
    Broken,
    NotHttp,
    TooLong,
}

namespace Vero.Typed;

internal enum TransportFailureKind
{
    /// <summary>Not thrown by the HTTP stack: a handler threw it.</summary>
    Unknown,
    HostNotFound,
    NoConnection,
    NotSecure,

    /// <summary>Closed after the connection was made and before anything was sent.</summary>
    BrokenBeforeSecure,
    ProxyNotReached,
    Proxy,

    /// <summary>Closed after the connection was made, and perhaps after the request was sent.</summary>
    Broken,
    NotHttp,
    TooLong,
}

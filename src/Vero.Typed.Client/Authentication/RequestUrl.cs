namespace Vero.Typed;

/// <summary>
/// A URL that knows its call's settings and operation. A handler that copies a request copies its URL, so <see cref="VeroTokenHandler"/> finds the
/// credential that the call began with even if the options have changed since.
/// </summary>
internal sealed class RequestUrl(string url, ClientSettings settings, OperationFacts operation) : Uri(url)
{
    internal ClientSettings Settings { get; } = settings;

    internal OperationFacts Operation { get; } = operation;
}

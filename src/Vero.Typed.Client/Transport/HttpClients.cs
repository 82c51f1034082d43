namespace Vero.Typed;

/// <summary>Gives each call what sends it: an HttpClient, or the client's own invoker.</summary>
internal abstract class HttpClients
{
    /// <summary>Always the same one.</summary>
    public static HttpClients Of(HttpMessageInvoker http) => new Single(http);

    /// <summary>Those of a factory.</summary>
    public static HttpClients Of(IHttpClientFactory factory, string name) => new FromFactory(factory, name);

    /// <exception cref="VeroConnectionException">It could not be created.</exception>
    public abstract HttpMessageInvoker Get(ClientSettings settings);

    private sealed class Single(HttpMessageInvoker http) : HttpClients
    {
        public override HttpMessageInvoker Get(ClientSettings settings) => http;
    }

    // An HttpClient per request is how the factory replaces handlers that have grown old; it costs an object, not a connection.
    private sealed class FromFactory(IHttpClientFactory factory, string name) : HttpClients
    {
        private volatile HttpClient? _last;

        public override HttpMessageInvoker Get(ClientSettings settings)
        {
            try
            {
                return _last = factory.CreateClient(name);
            }
            catch (ObjectDisposedException) when (_last is not null)
            {
                // While its container is disposed the factory creates no handlers, but the queue still has requests to send.
                return _last;
            }
            catch (Exception exception) when (exception is not ObjectDisposedException)
            {
                string? reason = settings.NewSecrets().Clean(exception.Message, longest: 500);
                throw new VeroConnectionException(ErrorMessages.NoHttpClient(exception.GetType(), reason), exception, isTransient: false);
            }
        }
    }
}

#if !NET8_0_OR_GREATER
using System.Net;
using System.Reflection;

// This build is neither trimmed nor compiled ahead of time: the frameworks that do so have their own build.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>
/// Members of newer HTTP stacks that netstandard2.0 cannot reference, reached by name. Hosts that choose assemblies themselves, such as plug-ins
/// and PowerShell modules, run this build on newer frameworks, and the credential must be as safe there as anywhere.
/// </summary>
internal static class NewerStack
{
    private static readonly Type? SocketsHandler = typeof(HttpClientHandler).Assembly.GetType("System.Net.Http.SocketsHttpHandler");

    /// <summary>A SocketsHttpHandler, or null if the framework has none.</summary>
    public static HttpMessageHandler? CreateSocketsHandler(TimeSpan connectionLifetime)
    {
        if (SocketsHandler is null || Activator.CreateInstance(SocketsHandler) is not HttpMessageHandler handler)
            return null;
        Set(handler, "PooledConnectionLifetime", connectionLifetime);
        return handler;
    }

    public static bool IsSocketsHandler(HttpMessageHandler handler) => handler.GetType() == SocketsHandler;

    /// <summary>Copies the application's primary handler for Vero alone, as <c>PrimaryHandlerCopy</c> does on newer frameworks.</summary>
    /// <param name="original">A SocketsHttpHandler or an HttpClientHandler, not of a derived type.</param>
    public static HttpMessageHandler CopyForVero(HttpMessageHandler original)
    {
        var copy = (HttpMessageHandler)Activator.CreateInstance(original.GetType())!;
        foreach (PropertyInfo property in original.GetType().GetProperties())
        {
            if (property.CanRead && property.CanWrite && property.GetIndexParameters().Length == 0 && property.Name != "MaxRequestContentBufferSize")
                Set(copy, property.Name, property.GetValue(original));
        }

        if (Get(original, "Properties") is IDictionary<string, object?> properties && Get(copy, "Properties") is IDictionary<string, object?> copied)
        {
            foreach (KeyValuePair<string, object?> property in properties)
                copied.Add(property);
        }

        if (original is HttpClientHandler { ClientCertificateOptions: ClientCertificateOption.Manual, ClientCertificates: { Count: > 0 } certificates })
            ((HttpClientHandler)copy).ClientCertificates.AddRange(certificates);
        Set(copy, "AllowAutoRedirect", false);
        Set(copy, "UseCookies", false);
        Set(copy, "AutomaticDecompression", DecompressionMethods.None);
        Set(copy, "ActivityHeadersPropagator", null);
        if (Equals(Get(copy, "UseProxy"), true))
            Set(copy, "Proxy", new PlainHttpBypass((IWebProxy?)Get(original, "Proxy")));

        // Infinite is the default, so nobody has set it.
        if (Equals(Get(copy, "ConnectTimeout"), Timeout.InfiniteTimeSpan))
            Set(copy, "ConnectTimeout", TimeSpan.FromSeconds(10));
        return copy;
    }

    /// <summary>How the stack classifies its own exception.</summary>
    public static HttpRequestError ErrorOf(Exception exception) =>
        exception.GetType().Assembly == typeof(HttpClient).Assembly
            && Enum.TryParse(Get(exception, nameof(HttpRequestError))?.ToString(), out HttpRequestError error)
            ? error
            : HttpRequestError.Unknown;

    /// <summary>Copies the HTTP versions that a request may be sent with.</summary>
    public static void CopyVersionPolicy(HttpRequestMessage from, HttpRequestMessage to) => Set(to, "VersionPolicy", Get(from, "VersionPolicy"));

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)?.GetValue(target);

    private static void Set(object target, string name, object? value)
    {
        if (target.GetType().GetProperty(name) is not { } property || Equals(property.GetValue(target), value))
            return;
        property.SetValue(target, value);
    }
}
#endif

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

    /// <summary>Switches off what would send data elsewhere, as <see cref="VeroHandlerChain"/> does on newer frameworks.</summary>
    public static void Harden(HttpMessageHandler socketsHandler)
    {
        Set(socketsHandler, "AllowAutoRedirect", false);
        Set(socketsHandler, "UseCookies", false);
        Set(socketsHandler, "AutomaticDecompression", DecompressionMethods.None);
        Set(socketsHandler, "ActivityHeadersPropagator", null);
    }

    /// <summary>Sets ConnectTimeout, unless the application has.</summary>
    public static void LimitConnecting(HttpMessageHandler socketsHandler, TimeSpan connectTimeout)
    {
        if (Equals(Get(socketsHandler, "ConnectTimeout"), Timeout.InfiniteTimeSpan))
            Set(socketsHandler, "ConnectTimeout", connectTimeout);
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
        // A handler that is already in use throws, even for the value that it has.
        if (target.GetType().GetProperty(name) is not { } property || Equals(property.GetValue(target), value))
            return;
        try
        {
            property.SetValue(target, value);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException refusal)
        {
            throw refusal;
        }
    }
}
#endif

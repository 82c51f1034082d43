#if !NET8_0_OR_GREATER
using System.Net;
using System.Reflection;

// This build is neither trimmed nor compiled ahead of time: where that is done, there is one that can name what it needs.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>
/// What the HTTP stack of newer frameworks has and netstandard2.0 has no names for, reached by name. Programs that choose their assemblies
/// themselves, such as plug-ins and modules for PowerShell, run this build there, and redirects and the token must be as safe as anywhere.
/// </summary>
internal static class NewerStack
{
    private static readonly Type? SocketsHandler = typeof(HttpClientHandler).Assembly.GetType("System.Net.Http.SocketsHttpHandler");

    /// <summary>A handler of the kind that can be kept from handing requests to diagnostic listeners, or null if the framework has none.</summary>
    public static HttpMessageHandler? CreateSocketsHandler(TimeSpan connectionLifetime)
    {
        if (SocketsHandler is null || Activator.CreateInstance(SocketsHandler) is not HttpMessageHandler handler)
            return null;
        Set(handler, "PooledConnectionLifetime", connectionLifetime);
        return handler;
    }

    public static bool IsSocketsHandler(HttpMessageHandler handler) => handler.GetType() == SocketsHandler;

    /// <summary>Switches off what would carry data elsewhere, as <see cref="VeroHandlerChain"/> does where it can name it.</summary>
    public static void Harden(HttpMessageHandler socketsHandler)
    {
        Set(socketsHandler, "AllowAutoRedirect", false);
        Set(socketsHandler, "UseCookies", false);
        Set(socketsHandler, "AutomaticDecompression", DecompressionMethods.None);
        Set(socketsHandler, "ActivityHeadersPropagator", null);
    }

    /// <summary>Limits the time to connect, unless the user has.</summary>
    public static void LimitConnecting(HttpMessageHandler socketsHandler, TimeSpan connectTimeout)
    {
        if (Equals(Get(socketsHandler, "ConnectTimeout"), Timeout.InfiniteTimeSpan))
            Set(socketsHandler, "ConnectTimeout", connectTimeout);
    }

    /// <summary>What the stack says of an exception of its own.</summary>
    public static HttpRequestError ErrorOf(Exception exception) =>
        exception.GetType().Assembly == typeof(HttpClient).Assembly
            && Enum.TryParse(Get(exception, nameof(HttpRequestError))?.ToString(), out HttpRequestError error)
            ? error
            : HttpRequestError.Unknown;

    /// <summary>Which versions of HTTP a request may be sent with.</summary>
    public static void CopyVersionPolicy(HttpRequestMessage from, HttpRequestMessage to) => Set(to, "VersionPolicy", Get(from, "VersionPolicy"));

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)?.GetValue(target);

    private static void Set(object target, string name, object? value)
    {
        // A handler that was used before refuses to be set, even to what it has.
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

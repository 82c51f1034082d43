using Microsoft.AspNetCore.Http;

namespace Vero.Typed.Sandbox.Http;

/// <summary>The live page, from the resources of the assembly.</summary>
internal static class PageEndpoint
{
    // Scripts and styles are files of the sandbox: whatever a request has put into the page cannot run, load or send anything.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, (string Resource, string ContentType)> Files = new(StringComparer.Ordinal)
    {
        ["/"] = ("page.html", "text/html; charset=utf-8"),
        ["/page.css"] = ("page.css", "text/css; charset=utf-8"),
        ["/page.js"] = ("page.js", "text/javascript; charset=utf-8"),
        ["/json-view.js"] = ("json-view.js", "text/javascript; charset=utf-8"),
        ["/request-list.js"] = ("request-list.js", "text/javascript; charset=utf-8"),
    };

    public static bool Handles(HttpRequest request) => HttpMethods.IsGet(request.Method) && Files.ContainsKey(request.Path.Value ?? "");

    public static async Task HandleAsync(HttpContext context)
    {
        (string resource, string contentType) = Files[context.Request.Path.Value!];
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.ContentType = contentType;
        await using Stream content = typeof(PageEndpoint).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace Vero.Typed.Sandbox.Http;

/// <summary>Everything that reaches the server: the Track API, the page, and the API of the page and of tests.</summary>
internal sealed class SandboxApplication(AccessGuard guard, TrackEndpoint track, AdminEndpoint admin)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (guard.Refusal(context.Request) is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = MediaTypeNames.Application.Json;
            await context.Response.WriteAsync($$"""{"status":403,"message":"{{refusal}}"}""", context.RequestAborted);
            return;
        }

        if (PageEndpoint.Handles(context.Request))
            await PageEndpoint.HandleAsync(context);
        else if (context.Request.Path.StartsWithSegments(AdminEndpoint.Root, out PathString rest))
            await admin.HandleAsync(context, rest);
        else
            await track.HandleAsync(context);
    }
}

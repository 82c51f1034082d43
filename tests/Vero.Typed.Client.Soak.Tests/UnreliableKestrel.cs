using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vero.Typed.Client.Tests;
using Vero.Typed.Client.Tests.Background;

namespace Vero.Typed.Client.Soak.Tests;

/// <summary>A server of the kind that stands in front of most APIs, which fails as planned: HTTP/1.1 in clear, HTTP/2 over TLS.</summary>
internal sealed class UnreliableKestrel : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate = TestCertificates.Issue("localhost", address: IPAddress.Loopback);
    private int _connections;
    private int _open;
    private int _mostOpen;

    private UnreliableKestrel(HttpProtocols protocols, int requests)
    {
        Plan = new PlannedFaults(requests);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0, listen =>
        {
            listen.Protocols = protocols;
            listen.Use(next => connection => CountAsync(next, connection));
            if (protocols is HttpProtocols.Http2)
                listen.UseHttps(_certificate);
        }));
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public PlannedFaults Plan { get; }

    public Uri BaseAddress => new($"{_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/api/v2/");

    /// <summary>How many connections there were, and how many at once.</summary>
    public (int All, int MostOpen) Connections => (_connections, _mostOpen);

    /// <summary>What went over the wire in another protocol than the one that is tested.</summary>
    public HashSet<string> Protocols { get; } = [];

    public static async Task<UnreliableKestrel> StartAsync(HttpProtocols protocols, int requests)
    {
        var server = new UnreliableKestrel(protocols, requests);
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task CountAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        lock (Plan)
        {
            _connections++;
            _mostOpen = Math.Max(_mostOpen, ++_open);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            lock (Plan)
                _open--;
        }
    }

    private async Task RespondAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        PlannedFault fault = Plan.Receive(IdentifyRequest.Parse(body.ToArray()));
        lock (Protocols)
            Protocols.Add(context.Request.Protocol);
        switch (fault)
        {
            case PlannedFault.None:
                await AnswerAsync(context, StatusCodes.Status200OK, LoopbackServer.Accepted);
                break;
            case PlannedFault.OutOfOrder:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case PlannedFault.TooMany:
                context.Response.Headers.RetryAfter = "1";
                await AnswerAsync(context, StatusCodes.Status429TooManyRequests, "{}");
                break;
            case PlannedFault.BadRequest:
                await AnswerAsync(context, StatusCodes.Status400BadRequest, """{"status":400,"message":"no"}""");
                break;
            case PlannedFault.LoginPage:
                await AnswerAsync(context, StatusCodes.Status200OK, "<html>", "text/html");
                break;
            case PlannedFault.HalfBody:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{\"sta");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.WriteAsync(body);
    }
}

using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vero.Typed.Sandbox.Contract;
using Vero.Typed.Sandbox.Http;
using Vero.Typed.Sandbox.Storage;

namespace Vero.Typed.Sandbox;

/// <summary>
/// A local stand-in for Vero: an HTTP server on 127.0.0.1 with <c>POST /api/v2/users/track</c>, strict about the contract, that keeps
/// what it gets for a test to look at.
/// </summary>
/// <remarks>
/// Vero answers 200 to much that it then drops. The sandbox answers 400 to everything that its OpenAPI document does not allow, and
/// says why in <see cref="Violations"/>. As at Vero, the body is looked at before the token. All members may be used from several
/// threads, and what was stored can still be read after the sandbox has stopped.
/// </remarks>
public sealed class VeroSandbox : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly WebApplication _server;
    private readonly IdentifyEndpoint _endpoint;
    private readonly ProfileStore _profiles;
    private readonly RequestLog _requests;

    private VeroSandbox(
        WebApplication server, IdentifyEndpoint endpoint, ProfileStore profiles, RequestLog requests, Uri baseAddress, string authToken)
    {
        _server = server;
        _endpoint = endpoint;
        _profiles = profiles;
        _requests = requests;
        BaseAddress = baseAddress;
        AuthToken = authToken;
    }

    /// <summary>What a client needs as its base address: <c>http://127.0.0.1:PORT/api/v2/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The only token that is accepted, not percent-encoded.</summary>
    public string AuthToken { get; }

    /// <summary>The profiles by id, after all calls so far. A snapshot.</summary>
    public IReadOnlyDictionary<string, SandboxProfile> Profiles => _profiles.Snapshot();

    /// <summary>All requests so far, in the order of their answers. A snapshot.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _requests.Snapshot();

    /// <summary>Everything that was wrong with all bodies so far. A snapshot.</summary>
    public IReadOnlyList<SandboxViolation> Violations => [.. _requests.Snapshot().SelectMany(static request => request.Violations)];

    /// <summary>Starts a sandbox in this process.</summary>
    /// <param name="options">Token, port and strictness, or null for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The running sandbox. Dispose it to stop it.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">The token is empty or blank.</exception>
    public static async Task<VeroSandbox> StartAsync(VeroSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VeroSandboxOptions();
        string authToken = options.AuthToken ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        ArgumentException.ThrowIfNullOrWhiteSpace(authToken, nameof(options));

        IdentifyContract contract = await IdentifyContract.LoadAsync(options.FreeformValues, cancellationToken);
        var profiles = new ProfileStore();
        var requests = new RequestLog();
        var endpoint = new IdentifyEndpoint(contract, authToken, profiles, requests);

        WebApplication server = Build(options.Port, endpoint);
        try
        {
            await server.StartAsync(cancellationToken);
            return new VeroSandbox(server, endpoint, profiles, requests, Address(server, contract), authToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers the next calls of Identify with 500 and stores nothing of them. Replaces what an earlier call asked for.</summary>
    /// <param name="calls">How many; 0 ends it.</param>
    public void FailNext(int calls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        _endpoint.FailNext(calls);
    }

    /// <summary>Stops the server. Calls under way are answered first, for at most five seconds.</summary>
    /// <returns>When the port is free again.</returns>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static WebApplication Build(int port, IdentifyEndpoint endpoint)
    {
        // The empty builder reads no settings of the program around it: no ASPNETCORE_URLS, no appsettings.json, no logging.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, InProcessLifetime>();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = StopTimeout);

        WebApplication server = builder.Build();
        server.Run(endpoint.AnswerAsync);
        return server;
    }

    private static Uri Address(WebApplication server, IdentifyContract contract) => new(new Uri(server.Urls.Single()), contract.BasePath);
}

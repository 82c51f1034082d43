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
/// A local stand-in for Vero: an HTTP server on 127.0.0.1 with every operation of the Track API, strict about the contract, that keeps
/// what it receives for a test to read.
/// </summary>
/// <remarks>
/// Vero responds with 200 to much that it then drops. The sandbox responds with 400 to everything that its OpenAPI document does not allow,
/// and says why in <see cref="Violations"/>. As at Vero, the body is checked before the token. All members may be used from several threads,
/// and what was stored can still be read after the sandbox has stopped.
/// </remarks>
public sealed class VeroSandbox : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly WebApplication _server;
    private readonly SandboxStore _store;
    private readonly FaultPlan _faults;

    private VeroSandbox(WebApplication server, SandboxStore store, FaultPlan faults, Uri baseAddress, string authToken)
    {
        _server = server;
        _store = store;
        _faults = faults;
        BaseAddress = baseAddress;
        AuthToken = authToken;
    }

    /// <summary>What a client needs as its base address: <c>http://127.0.0.1:PORT/api/v2/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The only token that is accepted, not percent-encoded.</summary>
    public string AuthToken { get; }

    /// <summary>The profiles by id, after all requests so far. A snapshot.</summary>
    public IReadOnlyDictionary<string, SandboxProfile> Profiles => _store.Profiles;

    /// <summary>The events so far, in the order of their arrival, without those that Vero drops as duplicates. A snapshot.</summary>
    public IReadOnlyList<SandboxEvent> Events => _store.Events;

    /// <summary>The events that Vero accepts and drops, because the same one was received shortly before. A snapshot.</summary>
    public IReadOnlyList<SandboxEvent> DroppedEvents => _store.DroppedEvents;

    /// <summary>All requests so far, in the order of their responses. A snapshot.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _store.Requests;

    /// <summary>Everything that was wrong with all requests so far. A snapshot.</summary>
    public IReadOnlyList<SandboxViolation> Violations => [.. _store.Requests.SelectMany(static request => request.Violations)];

    /// <summary>Starts a sandbox in this process.</summary>
    /// <param name="options">Token, port and strictness, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running sandbox. Dispose it to stop it.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ArgumentException">The token is empty or blank.</exception>
    public static async Task<VeroSandbox> StartAsync(VeroSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VeroSandboxOptions();
        string authToken = options.AuthToken ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        ArgumentException.ThrowIfNullOrWhiteSpace(authToken, nameof(options));

        TrackContract contract = await TrackContract.LoadAsync(options.FreeformValues);
        var store = new SandboxStore(options.DuplicateWindow);
        var faults = new FaultPlan();
        var endpoint = new TrackEndpoint(contract, authToken, store, faults, options.TimeProvider);

        WebApplication server = Build(options.Port, endpoint);
        try
        {
            await server.StartAsync(cancellationToken);
            return new VeroSandbox(server, store, faults, Address(server, contract), authToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The events of one user so far, in the order of their arrival. A snapshot.</summary>
    /// <param name="userId">The id. After an alias the events are those of the new id.</param>
    /// <returns>The events; none for an unknown user.</returns>
    public IReadOnlyList<SandboxEvent> EventsOf(string userId) => [.. _store.Events.Where(recorded => recorded.UserId == userId)];

    /// <summary>Responds to the next requests with 500 and stores nothing of them. Replaces what an earlier call asked for.</summary>
    /// <param name="requests">How many; 0 ends it.</param>
    public void FailNext(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        _faults.FailNext(requests);
    }

    /// <summary>Makes requests fail. Of several faults that fit a request, the first one counts.</summary>
    /// <param name="fault">Which requests fail, and how.</param>
    /// <exception cref="ArgumentException">A value of the fault is out of its range.</exception>
    public void Inject(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Status is { } status && status is < 200 or > 599)
            throw new ArgumentException("Status must be from 200 to 599.", nameof(fault));
        if (fault.Rate is not (>= 0 and <= 1))
            throw new ArgumentException("Rate must be from 0 to 1.", nameof(fault));
        if (fault.Times < 0)
            throw new ArgumentException("Times must not be negative.", nameof(fault));
        if (fault.Delay < TimeSpan.Zero || fault.RetryAfter < TimeSpan.Zero)
            throw new ArgumentException("Delay and RetryAfter must not be negative.", nameof(fault));
        _faults.Add(fault);
    }

    /// <summary>Ends all faults, those of <see cref="FailNext"/> included.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Stops the server. Requests in flight are completed first, for at most five seconds.</summary>
    /// <returns>Completes when the port is free again.</returns>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static WebApplication Build(int port, TrackEndpoint endpoint)
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
        server.Run(endpoint.HandleAsync);
        return server;
    }

    private static Uri Address(WebApplication server, TrackContract contract) => new(new Uri(server.Urls.Single()), contract.BasePath);
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vero.Typed.Sandbox.Contract;
using Vero.Typed.Sandbox.Http;
using Vero.Typed.Sandbox.Plan;
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
    private readonly PlanCoverage? _plan;
    private readonly SandboxFile? _file;

    private VeroSandbox(WebApplication server, SandboxStore store, FaultPlan faults, PlanCoverage? plan, SandboxFile? file, Uri baseAddress, string authToken)
    {
        _server = server;
        _store = store;
        _faults = faults;
        _plan = plan;
        _file = file;
        BaseAddress = baseAddress;
        AuthToken = authToken;
    }

    /// <summary>What a client needs as its base address: <c>http://127.0.0.1:PORT/api/v2/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The address of the page that shows requests as they arrive, for a browser.</summary>
    public Uri PageAddress => new(BaseAddress, "/");

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
    /// <exception cref="ArgumentException">The token is empty or blank, or an address is not one to listen on.</exception>
    /// <exception cref="InvalidDataException">The file of <see cref="VeroSandboxOptions.DataFile"/> is not one of a sandbox, or the plan cannot be read.</exception>
    public static async Task<VeroSandbox> StartAsync(VeroSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VeroSandboxOptions();
        string authToken = options.AuthToken ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        ArgumentException.ThrowIfNullOrWhiteSpace(authToken, nameof(options));

        TrackContract contract = await TrackContract.LoadAsync(options.FreeformValues);
        var store = new SandboxStore(options.DuplicateWindow);
        PlanCoverage? plan = options.PlanFile is { } planFile ? PlanCoverage.Load(planFile, store) : null;
        SandboxFile? file = options.DataFile is { } path ? await SandboxFile.LoadAsync(path, store, cancellationToken) : null;
        var faults = new FaultPlan();
        Uri[] addresses = ListenAddresses.Of(options);
        var stopping = new CancellationTokenSource();
        var application = new SandboxApplication(
            new AccessGuard([.. options.AllowedHosts, .. addresses.Select(static address => address.Host)]),
            new TrackEndpoint(contract, authToken, store, faults, options.TimeProvider),
            new AdminEndpoint(store, faults, plan, new RequestRedaction(contract), stopping.Token));

        WebApplication server = Build(addresses, application, stopping);
        try
        {
            await server.StartAsync(cancellationToken);
            return new VeroSandbox(server, store, faults, plan, file, Address(server, contract), authToken);
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
        _faults.Add(fault);
    }

    /// <summary>Ends all faults, those of <see cref="FailNext"/> included.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Compares everything that was accepted so far with the plan.</summary>
    /// <returns>The differences, and how much of the plan has arrived.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VeroSandboxOptions.PlanFile"/> is not set.</exception>
    public SandboxPlanReport ComparePlan() =>
        _plan?.Report() ?? throw new InvalidOperationException($"The sandbox has no plan; set {nameof(VeroSandboxOptions)}.{nameof(VeroSandboxOptions.PlanFile)}.");

    /// <summary>Removes all profiles, events and requests.</summary>
    public void Clear() => _store.Clear();

    /// <summary>Waits until what was received meets a condition, which is checked again after every request.</summary>
    /// <param name="condition">The condition, such as <c>sandbox => sandbox.Requests.Count == 3</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Completes when the condition holds.</returns>
    public async Task WaitForAsync(Func<VeroSandbox, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (int version = _store.Version; !condition(this); version = _store.Version)
            await _store.ChangedAsync(version).WaitAsync(cancellationToken);
    }

    /// <summary>Stops the server. Requests in flight are completed first, for at most five seconds.</summary>
    /// <returns>Completes when the port is free again.</returns>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        if (_file is not null)
            await _file.DisposeAsync();
    }

    private static WebApplication Build(Uri[] addresses, SandboxApplication application, CancellationTokenSource stopping)
    {
        // The empty builder reads no settings of the program around it: no ASPNETCORE_URLS, no appsettings.json, no logging.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IHostLifetime, InProcessLifetime>();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = StopTimeout);

        WebApplication server = builder.Build();
        foreach (Uri address in addresses)
            server.Urls.Add(address.GetLeftPart(UriPartial.Authority));
        // The page keeps a request open for as long as it is shown.
        server.Lifetime.ApplicationStopping.Register(stopping.Cancel);
        server.Run(application.HandleAsync);
        return server;
    }

    private static Uri Address(WebApplication server, TrackContract contract) => new(ListenAddresses.ForClients(server.Urls.First()), contract.BasePath);
}

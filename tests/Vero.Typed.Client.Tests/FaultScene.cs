using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>A server, a client and a clock for one <see cref="Tests.Fault"/>.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    // Only a bug makes anything here wait that long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly X509Certificate2? _certificate;
    private readonly OwnedClient _client;

    /// <param name="fault">What goes wrong.</param>
    /// <param name="kind">Which client it happens to.</param>
    /// <param name="token">The token of the client.</param>
    /// <param name="id">The id of the customer.</param>
    /// <param name="configure">What else the application has.</param>
    public FaultScene(Fault fault, ClientKind kind, string token = Clients.Token, string id = "customer-4711", Action<IServiceCollection, IHttpClientBuilder>? configure = null)
    {
        Fault = fault;
        _certificate = fault.IsSecure ? TestCertificates.Issue(fault.Host ?? "localhost", address: IPAddress.Loopback) : null;
        Server = new LoopbackServer(_certificate, isListening: false);
        Request = fault.IsWithBody ? NewLargeRequest(id) : Clients.NewRequest(id);
        Echo = $"{token} {Uri.EscapeDataString(token)} {id} {Clients.Email}";
        Address = fault.Host is null ? Server.BaseAddress : new Uri($"https://{fault.Host}/api/v2/");
        var options = new VeroClientOptions { AuthToken = token, BaseAddress = Address };
        if (kind is ClientKind.Own)
        {
            var own = new VeroClient(options, Time);
            _client = new OwnedClient(own, own);
            return;
        }

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        IHttpClientBuilder builder = services.AddVero(o => (o.AuthToken, o.BaseAddress) = (options.AuthToken, options.BaseAddress));
        configure?.Invoke(services, builder);
        if (fault.IsSecure)
            builder.ConfigurePrimaryHttpMessageHandler(NewTrustingHandler);
        fault.Configure?.Invoke(this, builder);
        _client = Clients.FromServices(services);
    }

    public Fault Fault { get; }

    public LoopbackServer Server { get; }

    /// <summary>Stands between client and server, if the client is told so.</summary>
    public LoopbackServer Proxy { get; } = new();

    public JumpingTime Time { get; } = new();

    public Uri Address { get; }

    public IdentifyRequest Request { get; }

    /// <summary>The token and the customer's data, as servers and proxies like to repeat them.</summary>
    public string Echo { get; }

    /// <summary>Ends when the server will say nothing more.</summary>
    public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections that the server keeps open and does nothing with.</summary>
    public ConcurrentBag<Socket> SilentSockets { get; } = [];

    public bool IsHealed { get; private set; }

    /// <summary>The same, as JSON of Vero.</summary>
    public string EchoJson(int status) => System.Text.Json.JsonSerializer.Serialize(new { status, message = $"No: {Echo}" });

    public Response Refuse(int status, string headers = "") =>
        Answer(status, EchoJson(status), $"Content-Type: application/json\r\nX-Echo: {Echo}\r\nSet-Cookie: echo={Uri.EscapeDataString(Echo)}\r\n{headers}");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        await Proxy.DisposeAsync();
        _certificate?.Dispose();
    }

    /// <summary>Makes the call and checks everything that holds for each fault.</summary>
    /// <returns>What the call has thrown, if anything.</returns>
    public async Task<VeroException?> PlayAsync()
    {
        Fault.Prepare?.Invoke(this);
        if (!Fault.IsNotListening)
            Server.Listen();
        for (int i = 0; i < Fault.CallsBefore; i++)
            await SendAsync();
        if (Fault.IsClosedBefore)
            await Server.WhenAllAreClosedAsync();
        if (Fault.Respond is not null)
            Server.Respond = Fault.Respond(this);
        TimeSpan begin = Time.Elapsed;
        Server.Requests.Clear();

        Task call = SendAsync();
        if (Fault is { IsOverdue: true, DripsByItself: false })
        {
            await Stalled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Time.Advance(begin + TimeSpan.FromSeconds(30) - Time.Elapsed);
        }

        VeroException? exception = await EndAsync(call);
        TimeSpan elapsed = Time.Elapsed - begin;

        Assert.Equal(Fault.Exception, exception?.GetType());
        Assert.InRange(elapsed, TimeSpan.Zero, Fault.LongestTime);
        Assert.Equal(Fault.Posts ?? Fault.Attempts, Server.Requests.Count);
        Assert.All(Server.Requests, request => Assert.Equal(Request.ToJson(), request.Text));
        if (exception is not null)
        {
            Assert.Equal(Fault.Attempts, exception.Attempts);
            Assert.Equal(Fault.IsTransient, exception.IsTransient);
            Assert.Equal(Fault.Status, (int?)(exception as VeroApiException)?.StatusCode);
            Assert.Contains(Fault.Message ?? "", exception.Message, StringComparison.Ordinal);
            Secrets.AssertNoneIn(exception, Echo.Split(' '));
        }

        await AssertNextCallSucceedsAsync();
        return exception;
    }

    private async Task AssertNextCallSucceedsAsync()
    {
        IsHealed = true;
        foreach (Socket socket in SilentSockets)
            socket.Dispose();
        if (Fault.IsNotListening)
            Server.Listen();
        Server.Certificate = _certificate;
        Server.Protocols = SslProtocols.None;
        Server.Connect = static _ => true;
        Server.Respond = Answer(200, Accepted);
        Server.Requests.Clear();

        await SendAsync();

        if (Server.Converse is null)
            Assert.Equal(Request.ToJson(), Server.Single.Text);
    }

    private static async Task<VeroException?> EndAsync(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (VeroException exception)
        {
            return exception;
        }
    }

    private static IdentifyRequest NewLargeRequest(string id)
    {
        int hint = 0;
        var writer = new IdentifyWriter("Shop.Customer", 0);
        writer.Id(id, "Id");
        writer.Email(Clients.Email, "Email");
        writer.Channel(new VeroChannel("push", new string('x', 20_000_000), "android"), "Device");
        return writer.ToRequest(ref hint);
    }

    private SocketsHttpHandler NewTrustingHandler()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { TestCertificates.Authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (Fault.Host is not null)
            handler.ConnectCallback = ConnectAsync;
        return handler;
    }

    // Finds nothing at first, and then this machine: what DNS does when it comes back.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!IsHealed)
            await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private Task SendAsync() => _client.SendAsync(Request);
}

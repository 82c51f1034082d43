using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>A server, a caller with his client, and a clock for one <see cref="Tests.Fault"/>.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    // Only a bug makes anything here wait that long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentDictionary<string, byte> _sent = new();
    private readonly IDisposable? _owner;

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
        Time = new JumpingTime { OnWait = fault.WhenWaiting is { } act ? _ => act(this) : null };
        Request = fault.IsLarge ? NewLargestRequest(id) : Clients.NewRequest(id);
        Echo = $"{token} {Uri.EscapeDataString(token)} {id} {Clients.Email}";
        Address = fault.Host is null ? Server.BaseAddress : new Uri($"https://{fault.Host}/api/v2/");
        var options = new VeroClientOptions { AuthToken = token, BaseAddress = Address };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        switch (kind)
        {
            case ClientKind.Own:
                Client = new VeroClient(options, Time);
                break;
            case ClientKind.Borrowed:
                IHttpClientBuilder mine = services.AddHttpClient("mine")
                    .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
                fault.Configure?.Invoke(this, mine);
                ServiceProvider owner = services.BuildServiceProvider();
                _owner = owner;
                Http = owner.GetRequiredService<IHttpClientFactory>().CreateClient("mine");
                Client = new VeroClient(options, Http, Time);
                break;
            default:
                IHttpClientBuilder builder = services.AddVero(o => (o.AuthToken, o.BaseAddress) = (options.AuthToken, options.BaseAddress));
                configure?.Invoke(services, builder);
                if (fault.IsSecure)
                    builder.ConfigurePrimaryHttpMessageHandler(NewTrustingHandler);
                fault.Configure?.Invoke(this, builder);
                ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
                _owner = provider;
                Client = provider.GetRequiredService<IVeroClient>();
                break;
        }
    }

    public Fault Fault { get; }

    public LoopbackServer Server { get; }

    /// <summary>Stands between client and server, if the client is told so.</summary>
    public LoopbackServer Proxy { get; } = new();

    public JumpingTime Time { get; }

    public IVeroClient Client { get; }

    /// <summary>The HttpClient that the client was handed, if it was.</summary>
    public HttpClient? Http { get; }

    public Uri Address { get; }

    public IdentifyRequest Request { get; }

    /// <summary>What the caller gives up the call with.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The token and the customer's data, as servers and proxies like to repeat them.</summary>
    public string Echo { get; }

    /// <summary>How certificates of the server are judged.</summary>
    public X509ChainPolicy Trust { get; } = new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { TestCertificates.Authority },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    /// <summary>Ends when the server will say nothing more.</summary>
    public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections that the server keeps open and does nothing with.</summary>
    public ConcurrentBag<Socket> SilentSockets { get; } = [];

    public bool IsHealed { get; private set; }

    /// <summary>The same, as JSON of Vero.</summary>
    public string EchoJson(int status) => System.Text.Json.JsonSerializer.Serialize(new { status, message = $"No: {Echo}" });

    public Response Refuse(int status, string headers = "") =>
        Answer(status, EchoJson(status), $"Content-Type: application/json\r\nX-Echo: {Echo}\r\nSet-Cookie: echo={Uri.EscapeDataString(Echo)}\r\n{headers}");

    /// <summary>All of the time that a call may take.</summary>
    public void PassTime() => Time.Advance(TimeSpan.FromSeconds(30));

    /// <summary>What ends the client ends the scene as well; more than once is fine.</summary>
    public void DisposeClient() => (Http is null ? _owner ?? (IDisposable)Client : (IDisposable)Client).Dispose();

    public Task SendAsync() => SendAsync(Request);

    public Task SendAsync(IdentifyRequest request)
    {
        _sent[request.ToJson()] = 0;
        return Client.IdentifyAsync(request, Cancellation.Token);
    }

    public async ValueTask DisposeAsync()
    {
        DisposeClient();
        _owner?.Dispose();
        await Server.DisposeAsync();
        await Proxy.DisposeAsync();
        Cancellation.Dispose();
        _certificate?.Dispose();
    }

    /// <summary>Makes the call and checks everything that holds for each fault.</summary>
    /// <returns>What the call has thrown, if anything.</returns>
    public async Task<Exception?> PlayAsync()
    {
        Fault.Prepare?.Invoke(this);
        if (!Fault.IsNotListening)
            Server.Listen();
        for (int i = 0; i < Fault.CallsBefore; i++)
            await SendAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        if (Fault.IsClosedBefore)
            await Server.WhenAllAreClosedAsync();
        if (Fault.Respond is not null)
            Server.Respond = Fault.Respond(this);
        TimeSpan begin = Time.Elapsed;
        Server.Requests.Clear();

        Task call = Fault.Call is null ? SendAsync() : Fault.Call(this);
        if (Fault.WhenSilent is not null)
        {
            await Stalled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Fault.WhenSilent(this);
        }

        Exception? exception = await EndAsync(call);
        TimeSpan elapsed = Time.Elapsed - begin;

        if (Fault.Exception == typeof(OperationCanceledException))
            Assert.Equal((true, Cancellation.Token), (call.IsCanceled, Assert.IsType<OperationCanceledException>(exception, exactMatch: false).CancellationToken));
        else
            Assert.Equal(Fault.Exception, exception?.GetType());
        Assert.InRange(elapsed, TimeSpan.Zero, Fault.LongestTime);
        if (Fault.Wait is { } wait)
            Assert.Equal(wait, Assert.Single(Time.Waits));
        AssertSent(Fault.Posts ?? Fault.Attempts);
        if (exception is not null)
        {
            Assert.Contains(Fault.Message ?? "", exception.Message, StringComparison.Ordinal);
            Secrets.AssertNoneIn(exception, Echo.Split(' '));
            Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
            if (Fault.HasNoInnerException)
                Assert.Null(exception.InnerException);
        }

        if (exception is VeroException ours)
        {
            Assert.Equal(Fault.Attempts, ours.Attempts);
            Assert.Equal(Fault.IsTransient, ours.IsTransient);
            Assert.Equal(Fault.Status, (int?)(ours as VeroApiException)?.StatusCode);
        }

        if (Fault.Check is not null)
            await Fault.Check(this);
        await AssertNextCallAsync();
        return exception;
    }

    private void AssertSent(int posts)
    {
        Assert.Equal(posts, Server.Requests.Count);
        if (posts > 0 && Fault.Row != 57)
            Assert.Equal(_sent.Keys.Order(StringComparer.Ordinal), Server.Requests.Select(static request => request.Text).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task AssertNextCallAsync()
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
        Trust.VerificationTime = DateTime.Now;
        _sent.Clear();
        _sent[Request.ToJson()] = 0;

        Exception? exception = await EndAsync(Client.IdentifyAsync(Request, CancellationToken.None));

        Assert.Equal(Fault.Next, exception?.GetType());
        if (Server.Converse is null)
            AssertSent(Fault.Next is null ? 1 : 0);
    }

    private static async Task<Exception?> EndAsync(Task call)
    {
        try
        {
            await call.WaitAsync(Patience, CancellationToken.None);
            return null;
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            return exception;
        }
    }

    private static IdentifyRequest NewLargestRequest(string id)
    {
        IdentifyRequest request = NewRequest("");
        return NewRequest(new string('x', 1_048_576 - request.Utf8Json.Length));

        IdentifyRequest NewRequest(string note)
        {
            int hint = 0;
            var writer = new VeroJsonWriter("Shop.Customer", 0);
            writer.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
            writer.Email(",\"email\":\""u8, Clients.Email, "Email");
            writer.Member(",\"note\":\""u8, note);
            writer.Raw("}"u8);
            return writer.ToIdentifyRequest(ref hint);
        }
    }

    private SocketsHttpHandler NewTrustingHandler()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = Trust;
        if (Fault.Host is not null && !Fault.IsProxied)
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
}

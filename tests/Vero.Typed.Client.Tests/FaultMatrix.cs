using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// Every way in which a server, what stands in front of it, the caller or the application around the client may misbehave: <see cref="Rows"/> kinds of
/// faults. Where a row does not say how the next call ends, it succeeds.
/// </summary>
internal static class FaultMatrix
{
    public const int Rows = 86;

    private const int ManyAtOnce = 1000;
    private const int TimesMany = 10;
    private const string Json = "Content-Type: application/json\r\n";
    private const string Html = "Content-Type: text/html\r\n";
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Broken = ErrorMessages.ConnectionClosed;
    private const string BrokenEarly = ErrorMessages.ClosedBeforeTls;
    private const string NotHttp = ErrorMessages.NotHttp;
    private const string NotVero = ErrorMessages.NotVero;
    private const string Overdue = "within 00:00:30 (VeroClientOptions.Timeout)";

    private static readonly Type Connection = typeof(VeroConnectionException);
    private static readonly Type Timeout = typeof(VeroTimeoutException);
    private static readonly Type Api = typeof(VeroApiException);
    private static readonly Type Protocol = typeof(VeroProtocolException);
    private static readonly Type Serialization = typeof(VeroSerializationException);
    private static readonly Type Cancelled = typeof(OperationCanceledException);
    private static readonly Type Disposed = typeof(ObjectDisposedException);

    private static readonly ClientKind[] EveryClient = [ClientKind.Own, ClientKind.Injected, ClientKind.Borrowed];
    private static readonly ClientKind[] ClientsOfFactories = [ClientKind.Injected, ClientKind.Borrowed];

    /// <summary>The rows that take more than one call to one server. Their tests name them with <see cref="FaultRowAttribute"/>.</summary>
    public static IReadOnlyDictionary<int, string> Elsewhere { get; } = new Dictionary<int, string>
    {
        [65] = "a proxy is set for everything, and Vero's address is on this machine",
        [66] = "the primary handler is shared with other HttpClients",
        [67] = "a resilience handler that does not retry",
        [68] = "a listener of the client's metrics or activities throws",
        [69] = "an error message repeats the credential or user data in another encoding",
        [70] = "several configuration providers reload at once",
        [71] = "the client is used in a browser",
        [72] = "the host can be reached over http only",
        [73] = "there is no credential",
        [74] = "credentials are known only at run time, and change",
        [75] = "a server that wants to know who sends",
        [76] = "an error message that is expensive to search for secrets",
        [77] = "the queue's container is disposed before the queue is empty, or without a host",
        [78] = "an enqueued item cannot be serialized",
        [79] = "an item of a bulk run cannot be serialized",
        [80] = "the service behind OnUndelivered uses the queue",
        [81] = "OnUndelivered never completes",
        [82] = "the application waits for what it has enqueued",
        [83] = "options of the queue are misspelled, out of range or bound by reflection",
        [84] = "a rate limiter throws, never grants, or asks to wait for months",
        [85] = "a queue without its client",
        [86] = "a listener of .NET's own HTTP metrics throws",
    };

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Connecting.
        new(1, "connection refused") { IsNotListening = true, Exception = Connection, Attempts = 3, Posts = 0, Message = "(ConnectionRefused)" },
        new(2, "host not found") { IsSecure = true, Host = "vero.invalid", Exception = Connection, Attempts = 3, Posts = 0, Message = "The host vero.invalid was not found" },
        Tls(3, "self-made certificate", ErrorMessages.CertificateUntrusted, static scene => scene.Server.Certificate = TestCertificates.Create("self-made")),
        Tls(3, "expired certificate", ErrorMessages.CertificateExpired, static scene => scene.Server.Certificate = TestCertificates.Issue("localhost", -3, -1, IPAddress.Loopback)),
        Tls(3, "certificate not valid yet", ErrorMessages.CertificateExpired, static scene => scene.Server.Certificate = TestCertificates.Issue("localhost", 1, 3, IPAddress.Loopback)),
        Tls(3, "certificate for another host", ErrorMessages.CertificateName, static scene => scene.Server.Certificate = TestCertificates.Issue("elsewhere.invalid")),
        Tls(3, "no protocol in common", ErrorMessages.NoTls, static scene => scene.Server.Protocols = SslProtocols.Tls12) with
        {
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static (handler, _) => ((SocketsHttpHandler)handler).SslOptions.EnabledSslProtocols = SslProtocols.Tls13),
        },
        Tls(4, "TLS to a port that does not speak it", ErrorMessages.TlsUnknown, static scene => scene.Server.Connect = static socket => Say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n")),
        new(5, "silence instead of TLS") { IsSecure = true, Prepare = static scene => scene.Server.Connect = socket => FallSilent(socket, scene), Exception = Timeout, IsOverdue = true, Posts = 0, Message = Overdue },
        new(5, "silence instead of headers") { Respond = static scene => Stall("", scene.Stalled), Exception = Timeout, IsOverdue = true, Message = Overdue },
        new(6, "time to connect is over")
        {
            IsSecure = true,
            Prepare = static scene => scene.Server.Connect = socket => FallSilent(socket, scene),
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static (handler, _) => ((SocketsHttpHandler)handler).ConnectTimeout = TimeSpan.FromMilliseconds(100)),
            Exception = Timeout, Attempts = 3, Posts = 0, Message = ErrorMessages.OtherTimeout,
        },

        // Connections that break.
        new(7, "closed before the request") { Prepare = static scene => scene.Server.Connect = static _ => false, Exception = Connection, Attempts = 3, Posts = 0 },
        new(7, "reset before the request") { Prepare = static scene => scene.Server.Connect = ResetNow, Exception = Connection, Attempts = 3, Posts = 0 },
        new(7, "closed in the request") { Prepare = static scene => scene.Server.Connect = static socket => socket.Receive(new byte[40]) == 0, Exception = Connection, Attempts = 3, Posts = 0, Message = Broken },
        new(7, "closed in the TLS handshake") { IsSecure = true, Prepare = static scene => scene.Server.Connect = static socket => socket.Receive(new byte[40]) == 0, Exception = Connection, Attempts = 3, Posts = 0, Message = BrokenEarly },
        new(7, "closed when TLS begins") { IsSecure = true, Prepare = static scene => scene.Server.Connect = static socket => socket.Receive(new byte[4096]) == 0, Exception = Connection, Attempts = 3, Posts = 0, Message = BrokenEarly },
        new(7, "reset before TLS begins") { IsSecure = true, Prepare = static scene => scene.Server.Connect = ResetNow, Exception = Connection, Attempts = 3, Posts = 0 },
        Breaks(7, "closed after the request", Raw("")),
        Breaks(7, "reset after the request", Reset),
        Breaks(7, "half a status line", Raw("HTTP/1.1 20")),
        Breaks(7, "half the headers", Raw("HTTP/1.1 200 OK\r\nContent-Le")),
        new(8, "a connection that was good, closed after the second request") { CallsBefore = 1, Respond = static _ => InTurn(Raw(""), Answer(200, Accepted)), Attempts = 2 },
        new(9, "a connection that was good, closed while idle") { CallsBefore = 1, IsClosedBefore = true, Respond = static _ => Answer(200, Accepted), Prepare = static scene => scene.Server.Respond = Raw($"{Ok}Content-Length: 0\r\n\r\n") },
        Breaks(10, "half the body", Raw($"{Ok}{Json}Content-Length: 40\r\n\r\n{{\"sta")),
        Breaks(10, "half a chunk", Raw($"{Ok}{Json}Transfer-Encoding: chunked\r\n\r\nff\r\n{{")),

        // Answers that are not HTTP, and answers without end.
        Refuses(11, "bad chunk size", Protocol, NotHttp, static scene => Raw($"{Ok}{Json}Transfer-Encoding: chunked\r\n\r\n{scene.Echo}\r\n{Accepted}\r\n0\r\n\r\n")),
        new(12, "headers that drip") { Respond = static scene => Drip($"{Ok}X-Slow: ", scene.Time), Exception = Timeout, IsOverdue = true, Message = Overdue, DripsByItself = true },
        new(13, "a body that drips") { Respond = static scene => Drip($"{Ok}Content-Length: 400\r\n\r\n{{\"status\":200,\"message\":\"", scene.Time), Exception = Timeout, IsOverdue = true, Message = Overdue, DripsByItself = true },
        new(14, "a body without length that drips") { Respond = static scene => Drip($"{Ok}\r\n{{\"status\":200,\"message\":\"", scene.Time), Exception = Timeout, IsOverdue = true, Message = Overdue, DripsByItself = true },
        new(14, "a refusal whose body never comes") { Respond = static scene => Stall("HTTP/1.1 400 Bad\r\nContent-Length: 400\r\n\r\n", scene.Stalled), Exception = Timeout, IsOverdue = true, Message = Overdue },
        Refuses(15, "endless html", Protocol, NotVero, static scene => Endless($"{Ok}{Html}\r\n", $"<p>{scene.Echo}</p>")),
        Succeeds(15, "endless success", static scene => Endless($"{Ok}{Json}\r\n{{\"status\":200,\"message\":\"", scene.Echo)),
        Refuses(16, "9 exabytes", Protocol, NotVero, static scene => Endless($"{Ok}{Html}Content-Length: 9223372036854775807\r\n\r\n", scene.Echo)),
        Refuses(16, "headers beyond 64 KB", Protocol, ErrorMessages.TooLarge, static scene => Raw($"{Ok}X-Echo: {scene.Echo}{new string('x', 70_000)}\r\nContent-Length: 0\r\n\r\n")),
        Refuses(16, "endless headers", Protocol, ErrorMessages.TooLarge, static scene => Endless(Ok, $"X-Echo: {scene.Echo}\r\n")),
        Refuses(16, "endless hints", Protocol, ErrorMessages.TooLarge, static scene => Endless("", $"HTTP/1.1 103 Early Hints\r\nLink: <{Uri.EscapeDataString(scene.Echo)}>\r\n\r\n")),
        Refuses(17, "another protocol", Protocol, NotHttp, static scene => Raw($"SSH-2.0-{scene.Echo}\r\n\r\n")),
        Refuses(17, "HTTP/3.7", Protocol, NotHttp, static scene => Raw($"HTTP/3.7 200 {scene.Echo}\r\n\r\n")),
        Refuses(17, "two-digit status", Protocol, NotHttp, static scene => Raw($"HTTP/1.1 20 {scene.Echo}\r\n\r\n")),

        // Unusual HTTP.
        Refuses(18, "101", 101, static scene => Raw($"HTTP/1.1 101 {scene.Echo}\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")),
        Succeeds(18, "204", static _ => Raw("HTTP/1.1 204 No Content\r\n\r\n")),
        Succeeds(18, "204 with a body", static _ => Raw($"HTTP/1.1 204 No Content\r\nContent-Length: 36\r\n\r\n{Accepted}")),
        Refuses(18, "304", 304, static _ => Raw("HTTP/1.1 304 Not Modified\r\n\r\n")),
        Refuses(18, "999", 999, static scene => scene.Refuse(999)),
        Succeeds(18, "HTTP/1.0", static _ => Raw($"HTTP/1.0 200 OK\r\n{Json}\r\n{Accepted}")),
        Succeeds(18, "a body until the connection closes", static _ => Raw($"{Ok}{Json}\r\n{Accepted}")),
        Succeeds(18, "length and chunks", static _ => Raw($"{Ok}{Json}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n{Accepted.Length:x}\r\n{Accepted}\r\n0\r\n\r\n")),
        Succeeds(18, "two lengths", static _ => Raw($"{Ok}{Json}Content-Length: {Accepted.Length}\r\nContent-Length: 3\r\n\r\n{Accepted}")),
        Succeeds(18, "a second answer that nobody has asked for", static _ => static async (stream, cancel) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Ok}Content-Length: 2\r\n\r\n{{}}HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n"), cancel)),
        Succeeds(18, "a negative length", static _ => Raw($"{Ok}{Json}Content-Length: -1\r\n\r\n{Accepted}")),

        // Bodies.
        Refuses(19, "html", Protocol, "but with text/html instead of Vero's JSON", static scene => Answer(200, $"<p>{scene.Echo}</p>", Html)),
        Refuses(19, "text", Protocol, NotVero, static scene => Answer(200, scene.Echo, $"Content-Type: text/{scene.Echo.Split(' ')[2]}\r\n")),
        Refuses(20, "200 that says 400", 400, static scene => Answer(200, scene.EchoJson(400))),
        new(20, "200 that says 503") { Respond = static scene => Answer(200, scene.EchoJson(503)), Exception = Api, Status = 503, Attempts = 3 },
        Succeeds(21, "empty body", static _ => Answer(200, "")),
        Succeeds(22, "charset=bogus", static _ => Answer(200, Accepted, "Content-Type: application/json; charset=bogus\r\n")),
        Succeeds(22, "charset=utf-7", static _ => Answer(200, Accepted, "Content-Type: application/json; charset=utf-7\r\n")),
        Succeeds(23, "invalid UTF-8 in the message", static _ => Answer(200, [.. "{\"status\":200,\"message\":\"a"u8, 0xFF, .. "\"}"u8])),
        Refuses(23, "invalid UTF-8 instead of the status", Protocol, NotVero, static _ => Answer(200, [.. "{\"status\":"u8, 0xFF, .. "}"u8])),
        Succeeds(24, "byte order mark", static _ => Answer(200, "\uFEFF" + Accepted)),
        Refuses(25, "a bomb of gzip", Protocol, NotVero, static _ => Answer(200, NewBomb(), $"{Json}Content-Encoding: gzip\r\n")),
        Succeeds(26, "gzip that is none", static _ => Answer(200, Accepted, $"{Json}Content-Encoding: gzip\r\n")),

        // Refusals.
        Refuses(27, "400", 400, static scene => scene.Refuse(400), "\"No: *** *** *** ***\""),
        Refuses(28, "401", 401, static scene => scene.Refuse(401), ErrorMessages.TokenRejected),
        Refuses(28, "403", 403, static scene => scene.Refuse(403), ErrorMessages.TokenRejected),
        Refuses(29, "404", 404, static scene => scene.Refuse(404), ErrorMessages.CheckBaseAddress),
        .. new[] { 405, 410, 411, 413, 414, 415, 422, 431 }.Select(static status => Refuses(30, $"{status}", status, scene => scene.Refuse(status))),
        new(31, "413 before the whole body is read")
        {
            // As far away as most servers are, the body is not on its way as a whole when the answer comes.
            IsLarge = true, Prepare = static scene => scene.Server.RefuseEarly("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"),
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { ConnectCallback = ConnectNarrowlyAsync }),
            Exception = Connection, Attempts = 3, Posts = 0, Message = Broken,
        },
        new(31, "a body that is too large to be sent") { Call = static scene => scene.Client.IdentifyAsync(new Customer(new string('x', 2_000_000)), scene.Cancellation.Token), Exception = Serialization, Attempts = 0, Message = "larger than 1,048,576 bytes", Check = AssertNoConnection },
        Repeats(32, 408),
        Refuses(33, "409", 409, static scene => scene.Refuse(409)),
        Repeats(34, 429),
        new(34, "429 with a wait beyond the deadline") { Respond = static scene => scene.Refuse(429, "Retry-After: 60\r\n"), Exception = Api, Status = 429, IsTransient = true, Message = "Retry-After is 00:01:00, longer than the time left (00:00:30" },
        Repeats(35, 500),
        Repeats(35, 502),
        Repeats(35, 503),
        Repeats(35, 504),
        Refuses(35, "501", 501, static scene => scene.Refuse(501)),
        Refuses(35, "505", 505, static scene => scene.Refuse(505)),

        // The wait that an answer asks for. The clock of the client says 2026-11-23 10:00.
        Waits(36, "seconds", 7, "Retry-After: 7\r\n"),
        Waits(36, "seconds with blanks", 7, "Retry-After:  7 \r\n"),
        Waits(36, "the last second that is left", 29, "Retry-After: 29\r\n"),
        Waits(36, "a date", 12, "Retry-After: Mon, 23 Nov 2026 10:00:12 GMT\r\n"),
        Waits(36, "a date as it was written before 1994", 12, "Retry-After: Monday, 23-Nov-26 10:00:12 GMT\r\n"),
        WaitsTooLong(36, "all that is left", "00:00:30", "Retry-After: 30\r\n"),
        WaitsTooLong(36, "an hour", "01:00:00", "Retry-After: 3600\r\n"),
        WaitsTooLong(36, "a date that is too late", "00:02:00", "Retry-After: Mon, 23 Nov 2026 10:02:00 GMT\r\n"),
        .. new[] { "0", "-1", "1.5", "soon", "99999999999", "2026-11-23T10:00:20Z", "120, 60", "" }.Select(static form => WaitsAsUsual(36, $"'{form}'", $"Retry-After: {form}\r\n")),
        Waits(36, "two of them, of which the first counts", 7, "Retry-After: 7\r\nRetry-After: 20\r\n"),
        Waits(37, "a date by a clock that is slow", 5, "Date: Mon, 23 Nov 2026 09:10:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 09:10:05 GMT\r\n"),
        Waits(37, "a date by a clock that is fast", 20, "Date: Tue, 24 Nov 2026 10:00:00 GMT\r\nRetry-After: Tue, 24 Nov 2026 10:00:20 GMT\r\n"),
        WaitsAsUsual(37, "a date that is over", "Retry-After: Mon, 23 Nov 2026 09:00:00 GMT\r\n"),
        WaitsAsUsual(37, "a date that is over by the clock of the server", "Date: Tue, 24 Nov 2026 10:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 10:00:20 GMT\r\n"),
        WaitsTooLong(37, "a date by our clock, which is slow by a day", "1.00:00:05", "Date: none\r\nRetry-After: Tue, 24 Nov 2026 10:00:05 GMT\r\n"),
        .. new[] { 301, 302, 303, 307, 308 }.Select(static status => Refuses(38, $"{status} to another place", status,
            scene => scene.Refuse(status, $"Location: http://127.0.0.1:{scene.Server.Port}/other?auth_token={Uri.EscapeDataString(scene.Echo)}\r\n"), "redirect")),

        // HTTP/2, which only a handler of the user asks for.
        Http2(39, "sent away with nothing done", static (http, stream, count) => count == 1 ? http.GoAwayAsync(0) : http.AcceptAsync(stream)),
        Http2(40, "sent away with the request taken", static (http, _, _) => http.GoAwayAsync(1)) with { Exception = Connection, Attempts = 3, Message = Broken },
        Http2(40, "reset", static (http, stream, _) => http.ResetAsync(stream, error: 2)) with { Exception = Connection, Attempts = 3, Message = Broken },
        Http2(40, "a bad frame", static (http, _, _) => http.SendBadFrameAsync()) with { Exception = Connection, Attempts = 3, Message = Broken },
        Http2(41, "refused", static (http, stream, count) => count == 1 ? http.ResetAsync(stream, error: 7) : http.AcceptAsync(stream)),

        // The caller gives up.
        new(42, "cancelled before it begins") { Kinds = EveryClient, Prepare = static scene => scene.Cancellation.Cancel(), Exception = Cancelled, Attempts = 0, Check = AssertNoConnection },
        CancelledIn(43, "at once", ""),
        CancelledIn(43, "in the status line", "HTTP/1.1 2"),
        CancelledIn(43, "in the headers", $"{Ok}Content-Ty"),
        CancelledIn(43, "before the body", $"{Ok}Content-Length: 40\r\n\r\n"),
        CancelledIn(43, "in the body", $"{Ok}Content-Length: 40\r\n\r\n{{\"status\":200"),
        CancelledIn(43, "in the body of a refusal", "HTTP/1.1 400 Bad\r\nContent-Length: 40\r\n\r\n{\"status\":400"),
        new(43, "cancelled while it connects") { IsSecure = true, Prepare = static scene => scene.Server.Connect = socket => FallSilent(socket, scene), WhenSilent = static scene => scene.Cancellation.Cancel(), Exception = Cancelled, Posts = 0 },
        new(44, "cancelled while it waits for the next attempt") { Kinds = EveryClient, Respond = static scene => scene.Refuse(503, "Retry-After: 20\r\n"), WhenWaiting = static scene => scene.Cancellation.Cancel(), Exception = Cancelled },
        new(45, "cancelled when it is over") { Kinds = EveryClient, Call = SendAndCancelAsync },
        new(46, "the HttpClient has a timeout of its own")
        {
            Kinds = ClientsOfFactories,
            Respond = static scene => Stall("", scene.Stalled),
            Configure = static (_, builder) => builder.ConfigureHttpClient(static http => http.Timeout = TimeSpan.FromMilliseconds(100)),
            Exception = Timeout, Attempts = 3, Message = ErrorMessages.OtherTimeout,
        },
        new(47, "cancelled at the moment when the time is over")
        {
            Kinds = ClientsOfFactories,
            Respond = static scene => Stall("", scene.Stalled),
            Configure = static (scene, builder) => builder.AddHttpMessageHandler(() => new CancellingHandler(scene)),
            Exception = Cancelled, IsOverdue = true,
        },

        // The client is disposed, and stays so.
        new(48, "disposed during the call") { Kinds = EveryClient, Respond = static scene => Stall("", scene.Stalled), WhenSilent = static scene => scene.DisposeClient(), Exception = Disposed, Next = Disposed },
        new(48, "disposed in the body of the answer") { Kinds = EveryClient, Respond = static scene => Stall($"{Ok}Content-Length: 40\r\n\r\n", scene.Stalled), WhenSilent = static scene => scene.DisposeClient(), Exception = Disposed, Next = Disposed },
        new(48, "disposed while it waits for the next attempt") { Kinds = EveryClient, Respond = static scene => scene.Refuse(503, "Retry-After: 20\r\n"), WhenWaiting = static scene => scene.DisposeClient(), Exception = Disposed, Next = Disposed },
        new(48, "disposed during the second attempt, and a handler gives the cancellation another name")
        {
            Kinds = ClientsOfFactories,
            Respond = static scene => InTurn(scene.Refuse(503), Stall("", scene.Stalled)),
            WhenSilent = static scene => scene.DisposeClient(),
            Configure = static (_, builder) => builder.AddHttpMessageHandler(static () => new RenamingHandler()),
            Exception = Disposed, Attempts = 2, Next = Disposed,
        },
        new(48, "the HttpClient is disposed by its owner during the call") { Kinds = [ClientKind.Borrowed], Respond = static scene => Stall("", scene.Stalled), WhenSilent = static scene => scene.Http!.Dispose(), Exception = Disposed, Next = Disposed },
        new(49, "disposed before the call") { Kinds = EveryClient, Prepare = static scene => scene.DisposeClient(), Exception = Disposed, Attempts = 0, Next = Disposed, Check = AssertNoConnection },
        new(49, "the HttpClient is disposed by its owner before the call") { Kinds = [ClientKind.Borrowed], Prepare = static scene => scene.Http!.Dispose(), Exception = Disposed, Posts = 0, Next = Disposed, Check = AssertNoConnection },
        new(50, "a handler disposes every request that it has sent") { Kinds = ClientsOfFactories, Respond = static _ => InTurn(Answer(503, ""), Answer(200, Accepted)), Configure = static (_, builder) => builder.AddHttpMessageHandler(static () => new DisposingHandler()), Attempts = 2 },
        new(51, "disposed twice after the call") { Kinds = EveryClient, Call = SendAndDisposeTwiceAsync, Next = Disposed, Check = AssertBorrowedHttpClientIsAsItWasAsync },

        // Many at once: nobody is answered before all of a thousand have asked, and connections are used again.
        new(52, "ten thousand calls, a thousand at once")
        {
            Call = SendManyAsync, Respond = static _ => AnswerManyAtOnce(), Posts = ManyAtOnce * TimesMany,
            Check = static scene =>
            {
                Assert.InRange(scene.Server.Connections, ManyAtOnce, ManyAtOnce + 50);
                return Task.CompletedTask;
            },
        },

        // Proxies.
        Proxy(53, "a proxy that wants a password", static _ => Answer(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n")),
        Proxy(53, "a proxy that refuses", static scene => Answer(502, scene.Echo)),

        // The surroundings of the caller.
        Tls(54, "the clock of this machine is slow by years", ErrorMessages.CertificateExpired, static scene => scene.Trust.VerificationTime = DateTime.Now.AddYears(-5)),
        Tls(54, "the clock of this machine is fast by years", ErrorMessages.CertificateExpired, static scene => scene.Trust.VerificationTime = DateTime.Now.AddYears(5)),
        new(55, "the only thread of a user interface is blocked") { Kinds = EveryClient, Call = BlockedContext.SendAsync },
        new(55, "the only thread of a user interface is blocked, and the request refused") { Kinds = EveryClient, Call = BlockedContext.SendAsync, Respond = static scene => scene.Refuse(400), Exception = Api, Status = 400 },
        new(55, "the only thread of a user interface is blocked, and the request is repeated") { Kinds = EveryClient, Call = BlockedContext.SendAsync, Respond = static scene => scene.Refuse(503), Exception = Api, Status = 503, Attempts = 3 },
        Unserializable("no id", static scene => new Customer(null, id: ""), Serialization, "Shop.Customer.Id: the id is missing"),
        Unserializable("a number that is none", static scene => new Customer(double.NaN), Serialization, "Shop.Customer.Score: NaN"),
        // Found from outside.
        .. new[] { 301, 302, 303, 307, 308 }.Select(static status => new Fault(57, $"{status} that a borrowed HttpClient follows")
        {
            Kinds = [ClientKind.Borrowed],
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler()),
            Respond = scene => InTurn(Answer(status, "", $"Location: {scene.Address}elsewhere\r\n"), Answer(200, Accepted)),
            Exception = Protocol, Posts = 2, Check = AssertSentElsewhere, Message = "followed a redirect",
        }),
        Http2(58, "an invalid status", static (http, stream, _) => http.SendHeaderAsync(stream, [0x08], EchoOf(http))) with { Exception = Protocol, Message = NotHttp },
        Http2(58, "a status that is no number", static (http, stream, _) => http.SendHeaderAsync(stream, [0x08], "2OO")) with { Exception = Protocol, Message = NotHttp },
        Http2(58, "an invalid header name", static (http, stream, _) => http.SendHeaderAsync(stream, [0x88, 0x00, 0x02, (byte)'X', (byte)' '], EchoOf(http))) with { Exception = Protocol, Message = NotHttp },
        Http2(58, "no status", static (http, stream, _) => http.SendHeaderAsync(stream, [0x00, 0x01, (byte)'x'], EchoOf(http))) with { Exception = Protocol, Message = NotHttp },
        Refuses(59, "an object without a status", Protocol, NotVero, static scene => Answer(200, $$"""{"error":"{{scene.Echo}}"}""")),
        Refuses(59, "another code", Protocol, NotVero, static _ => Answer(200, """{"code":401}""")),
        Refuses(59, "a message alone", Protocol, NotVero, static _ => Answer(200, """{"message":"Success."}""")),
        Refuses(59, "a status behind 64 KB", Protocol, NotVero, static _ => Answer(200, $$"""{"message":"{{new string('x', 70_000)}}","status":400}""")),
        Succeeds(59, "an empty object", static _ => Answer(200, "{}")),
        new(60, "the host of the proxy is unknown")
        {
            IsSecure = true, Host = "vero.invalid", IsProxied = true,
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static (handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://boss:hunter2@proxy.invalid:3128")),
            Exception = Connection, Attempts = 3, Posts = 0, Message = "The proxy for vero.invalid:443 could not be reached", Next = Connection,
        },
        new(60, "the proxy refuses connections")
        {
            IsSecure = true, Host = "vero.invalid", IsProxied = true,
            Configure = static (_, builder) => builder.ConfigurePrimaryHttpMessageHandler(static (handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://boss:hunter2@127.0.0.1:9")),
            Exception = Connection, Attempts = 3, Posts = 0, Message = "The proxy for vero.invalid:443 could not be reached", Next = Connection,
        },
        Refuses(61, "a redirect to another host without a scheme", 302, static scene => scene.Refuse(302, "Location: //evil.example/x\r\n"), "redirect (302) to evil.example."),
        .. new[] { 421, 425, 507, 520, 521, 522, 523, 524, 529, 530 }.Select(static status => Repeats(62, status)),
        new(63, "handlers that cannot be created")
        {
            Kinds = [ClientKind.Injected],
            Configure = static (_, builder) => builder.AddHttpMessageHandler(static DelegatingHandler () => throw new InvalidDataException("no settings")),
            Exception = Connection, IsTransient = false, Attempts = 0, Message = "System.IO.InvalidDataException: no settings", Next = Connection,
        },
        new(63, "null among the handlers")
        {
            Kinds = [ClientKind.Injected],
            Configure = static (_, builder) => builder.AddHttpMessageHandler(static () => null!),
            Exception = Connection, IsTransient = false, Attempts = 0, Message = "could not be created", Next = Connection,
        },
        new(64, "silence until the deadline, in the only attempt") { Kinds = [ClientKind.Own], Respond = static scene => Stall("", scene.Stalled), Exception = Timeout, IsOverdue = true, Message = Overdue, HasNoInnerException = true },
        Unserializable("a getter that throws", static scene => new Customer(null, thrown: new InvalidTimeZoneException("no zone")), typeof(InvalidTimeZoneException), "no zone"),
    ];

    private static Fault Succeeds(int row, string name, Func<FaultScene, Response> respond) => new(row, name) { Respond = respond };

    private static Fault Refuses(int row, string name, Type exception, string message, Func<FaultScene, Response> respond) =>
        new(row, name) { Respond = respond, Exception = exception, Message = message };

    private static Fault Refuses(int row, string name, int status, Func<FaultScene, Response> respond, string message = "") =>
        new(row, name) { Respond = respond, Exception = Api, Status = status, Message = message };

    private static Fault Repeats(int row, int status) =>
        new(row, $"{status}") { Respond = scene => scene.Refuse(status), Exception = Api, Status = status, Attempts = 3, Message = ErrorMessages.MaySucceedLater };

    private static Fault Waits(int row, string name, int seconds, string headers) =>
        new(row, $"Retry-After: {name}") { Respond = scene => InTurn(scene.Refuse(429, headers), Answer(200, Accepted)), Attempts = 2, Wait = TimeSpan.FromSeconds(seconds) };

    private static Fault WaitsAsUsual(int row, string name, string headers) =>
        new(row, $"Retry-After: {name}") { Respond = scene => InTurn(scene.Refuse(503, headers), Answer(200, Accepted)), Attempts = 2 };

    private static Fault WaitsTooLong(int row, string name, string wait, string headers) =>
        new(row, $"Retry-After: {name}") { Respond = scene => scene.Refuse(429, headers), Exception = Api, Status = 429, IsTransient = true, Message = $"Retry-After is {wait}, longer than the time left (00:00:30" };

    private static Fault CancelledIn(int row, string name, string said) => new(row, $"cancelled: {name}")
    {
        Kinds = EveryClient,
        Respond = scene => Stall(said, scene.Stalled),
        WhenSilent = static scene => scene.Cancellation.Cancel(),
        Exception = Cancelled,
    };

    private static Fault Unserializable(string name, Func<FaultScene, Customer> create, Type exception, string message) => new(56, name)
    {
        Kinds = EveryClient,
        Call = scene => scene.Client.IdentifyAsync(create(scene), scene.Cancellation.Token),
        Exception = exception, Attempts = 0, Message = message, Check = AssertNoConnection,
    };

    private static Fault Breaks(int row, string name, Response respond) =>
        new(row, name) { Respond = _ => respond, Exception = Connection, Attempts = 3, Message = Broken };

    private static Fault Tls(int row, string name, string message, Action<FaultScene> prepare) =>
        new(row, name) { IsSecure = true, Prepare = prepare, Exception = Connection, Posts = 0, Message = message };

    private static Fault Http2(int row, string name, Func<Http2Conversation, int, int, Task> answer) => new(row, $"HTTP/2: {name}")
    {
        Posts = 0,
        Prepare = scene =>
        {
            int count = 0;
            scene.Server.Converse = Http2Conversation.Converse((http, stream) =>
                scene.IsHealed ? http.AcceptAsync(stream) : answer(http, stream, Interlocked.Increment(ref count)), scene.Echo);
        },
        Configure = static (_, builder) => builder.AddHttpMessageHandler(static () => new Http2Handler()),
    };

    private static Fault Proxy(int row, string name, Func<FaultScene, Response> refuse) => new(row, name)
    {
        IsSecure = true, Host = "vero.invalid", IsProxied = true,
        Prepare = scene => scene.Proxy.Respond = (stream, cancel) => (scene.IsHealed ? Tunnel(scene.Server.Port) : refuse(scene))(stream, cancel),
        Configure = static (scene, builder) => builder.ConfigurePrimaryHttpMessageHandler((handler, _) =>
            ((SocketsHttpHandler)handler).Proxy = new WebProxy($"http://127.0.0.1:{scene.Proxy.Port}") { Credentials = new NetworkCredential("boss", "hunter2") }),
        Exception = Connection, Attempts = 3, Posts = 0, Message = "The proxy for ",
    };

    private static bool ResetNow(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        return false;
    }

    private static bool Say(Socket socket, string text)
    {
        socket.Receive(new byte[4096]);
        socket.Send(Encoding.ASCII.GetBytes(text));
        return false;
    }

    private static bool FallSilent(Socket socket, FaultScene scene)
    {
        scene.SilentSockets.Add(socket);
        scene.Stalled.TrySetResult();

        // Until one of both closes: the greeting comes first.
        while (socket.Receive(new byte[4096]) > 0)
            continue;
        return false;
    }

    private static async ValueTask<Stream> ConnectNarrowlyAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = 4096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static string EchoOf(Http2Conversation http) => http.Echo;

    // The request itself, and what the HttpClient made of it: a GET without a body, or all of it.
    private static Task AssertSentElsewhere(FaultScene scene)
    {
        Assert.EndsWith("elsewhere", scene.Server.Requests.Last().Target, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static Task AssertNoConnection(FaultScene scene)
    {
        Assert.Equal(0, scene.Server.Connections);
        return Task.CompletedTask;
    }

    private static async Task SendAndCancelAsync(FaultScene scene)
    {
        await scene.SendAsync();
        await scene.Cancellation.CancelAsync();
    }

    private static async Task SendAndDisposeTwiceAsync(FaultScene scene)
    {
        await scene.SendAsync();
        scene.DisposeClient();
        scene.DisposeClient();
    }

    private static async Task AssertBorrowedHttpClientIsAsItWasAsync(FaultScene scene)
    {
        if (scene.Http is not { } http)
            return;
        using HttpResponseMessage response = await http.GetAsync(scene.Address);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal((null, TimeSpan.FromSeconds(100)), (http.BaseAddress, http.Timeout));
    }

    private static async Task SendManyAsync(FaultScene scene)
    {
        for (int round = 0; round < TimesMany; round++)
            await Task.WhenAll(Enumerable.Range(0, ManyAtOnce).Select(i => scene.SendAsync(Clients.NewRequest($"user {round}-{i}"))));
    }

    private static Response AnswerManyAtOnce()
    {
        int waiting = 0;
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return async (stream, cancel) =>
        {
            TaskCompletionSource mine = released;
            if (Interlocked.Increment(ref waiting) == ManyAtOnce)
            {
                waiting = 0;
                released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                mine.SetResult();
            }

            await mine.Task.WaitAsync(cancel);
            await Answer(200, Accepted)(stream, cancel);
        };
    }

    private static byte[] NewBomb()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(new byte[50_000_000]);
        return packed.ToArray();
    }

    /// <summary>Has the caller cancel at the moment when the time is over.</summary>
    private sealed class CancellingHandler(FaultScene scene) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await scene.Cancellation.CancelAsync();
                throw;
            }
        }
    }

    private sealed class RenamingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException exception)
            {
                // HttpClient itself turns an HttpRequestException of a cancelled request back.
                throw new IOException("interrupted", exception);
            }
        }
    }

    private sealed class DisposingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using (request)
                return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A customer with something that cannot be sent.</summary>
    private sealed class Customer(object? score, string id = "customer-4711", Exception? thrown = null) : IVeroUser
    {
        public IdentifyRequest ToIdentifyRequest()
        {
            int hint = 0;
            var writer = new VeroJsonWriter("Shop.Customer", 0);
            writer.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
            writer.Email(",\"email\":\""u8, Clients.Email, "Email");
            writer.RunTimeValue(",\"score\":"u8, thrown is null ? score : throw thrown, "Score");
            writer.Raw("}"u8);
            return writer.ToIdentifyRequest(ref hint);
        }

        public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) => throw new NotSupportedException("The client has no use for it.");

        public VeroIdentity ToVeroIdentity() => new(id);
    }
}

using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO203: the request is sent.</summary>
public sealed class UnsentRequestFixTests
{
    private static readonly CodeFixCase Client = new() { Options = new HarnessOptions { ReferencesClient = true } };

    [Theory]
    [InlineData("plain.{|VERO203-Warning:ToIdentifyRequest|}();", "await vero.IdentifyAsync(plain.ToIdentifyRequest(), ct);")]
    [InlineData("new Plain().{|VERO203-Warning:ToIdentifyRequest|}();", "await vero.IdentifyAsync(new Plain().ToIdentifyRequest(), ct);")]
    [InlineData("PlainVeroExtensions.{|VERO203-Warning:ToIdentifyRequest|}(plain);", "await vero.IdentifyAsync(PlainVeroExtensions.ToIdentifyRequest(plain), ct);")]
    [InlineData("if (plain.Id > 0) plain /* now */ .{|VERO203-Warning:ToIdentifyRequest|}() ; // sent", "if (plain.Id > 0) await vero.IdentifyAsync(plain /* now */ .ToIdentifyRequest(), ct) ; // sent")]
    [InlineData("try { } finally { plain.{|VERO203-Warning:ToIdentifyRequest|}(); }", "try { } finally { await vero.IdentifyAsync(plain.ToIdentifyRequest(), ct); }")]
    public Task It_is_sent_with_the_client_in_scope(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after), Client);

    [Fact]
    public Task An_event_is_tracked() => Verify.CodeFixAsync(
        Tracking("owned.{|VERO203-Warning:ToTrackRequest|}(); owned.{|VERO203-Warning:ToTrackRequest|}(new VeroIdentity(\"1\"));"),
        Tracking("await vero.TrackAsync(owned.ToTrackRequest(), ct); await vero.TrackAsync(owned.ToTrackRequest(new VeroIdentity(\"1\")), ct);"),
        Client);

    private static string Tracking(string body) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Vero.Typed;
        [VeroEvent("Owned")] public partial class Owned { [VeroId] public int UserId; }
        public class Calls { public async Task CallAsync(IVeroClient vero, Owned owned, CancellationToken ct) { {{body}} await Task.Yield(); } }
        """;

    [Fact]
    public Task The_title_names_the_client() => Verify.CodeFixAsync(
        Source("plain.{|VERO203-Warning:ToIdentifyRequest|}();"), Source("await vero.IdentifyAsync(plain.ToIdentifyRequest(), ct);"),
        Client with { Titles = ["Send it with 'vero'"] });

    [Fact]
    public Task A_field_is_a_client_too_and_without_a_token_none_is_passed() => Verify.CodeFixAsync(
        """
        using System.Threading.Tasks;
        using Vero.Typed;
        public partial class Customer { [VeroId] public int Id; }
        public class Signup(IVeroClient client)
        {
            private readonly IVeroClient _vero = client;
            public async Task CompleteAsync(Customer customer)
            {
                await Task.Yield();
                customer.{|VERO203-Warning:ToIdentifyRequest|}();
                customer.{|VERO203-Warning:ToIdentifyRequest|}();
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Vero.Typed;
        public partial class Customer { [VeroId] public int Id; }
        public class Signup(IVeroClient client)
        {
            private readonly IVeroClient _vero = client;
            public async Task CompleteAsync(Customer customer)
            {
                await Task.Yield();
                await _vero.IdentifyAsync(customer.ToIdentifyRequest());
                await _vero.IdentifyAsync(customer.ToIdentifyRequest());
            }
        }
        """,
        Client);

    [Fact]
    public Task A_program_without_a_class_can_wait() => Verify.CodeFixAsync(
        "using Vero.Typed; using var vero = new VeroClient(new VeroClientOptions()); new Plain().{|VERO203-Warning:ToIdentifyRequest|}(); public class Plain { [VeroId] public int Id; }",
        "using Vero.Typed; using var vero = new VeroClient(new VeroClientOptions()); await vero.IdentifyAsync(new Plain().ToIdentifyRequest()); public class Plain { [VeroId] public int Id; }",
        new CodeFixCase { Options = new HarnessOptions { ReferencesClient = true, OutputKind = OutputKind.ConsoleApplication } });

    [Theory]
    [InlineData("plain?.{|VERO203-Warning:ToIdentifyRequest|}();", "async Task", "IVeroClient vero")]
    [InlineData("plain.{|VERO203-Warning:ToIdentifyRequest|}();", "void", "IVeroClient vero")]
    [InlineData("plain.{|VERO203-Warning:ToIdentifyRequest|}();", "async Task", "int vero")]
    [InlineData("plain.{|VERO203-Warning:ToIdentifyRequest|}();", "async Task", "IVeroClient? vero")]
    [InlineData("lock (plain) { plain.{|VERO203-Warning:ToIdentifyRequest|}(); }", "async Task", "IVeroClient vero")]
    public Task Where_it_cannot_be_sent_nothing_is_offered(string body, string returns, string vero) => Verify.NoCodeFixAsync(Source(body, returns, vero), Client);

    private static string Source(string body, string returns = "async Task", string vero = "IVeroClient vero") => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Vero.Typed;
        public class Plain { [VeroId] public int Id; }
        public class Calls
        {
            public {{returns}} Run({{vero}}, Plain plain, CancellationToken ct)
            {
                {{(returns == "void" ? "" : "await Task.Yield();")}}
                {{body}}
            }
        }
        """;
}

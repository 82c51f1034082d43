using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Client;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO203.</summary>
public sealed class UnsentRequestTests
{
    private const string Usings = "using System; using System.Threading; using System.Threading.Tasks; using Vero.Typed;\n";

    [Theory]
    [InlineData("plain.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("partial.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("user.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("new Plain().{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("plain?.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("partial!.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("holder?.Partial?.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("holder.Partial.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("PlainVeroExtensions.{|VERO203-Warning:ToIdentifyRequest|}(plain);")]
    [InlineData("if (partial.Id > 0) partial.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("foreach (Plain p in new Plain[0]) { p.{|VERO203-Warning:ToIdentifyRequest|}(); }")]
    [InlineData("try { Run(user); } catch (VeroException) { plain.{|VERO203-Warning:ToIdentifyRequest|}(); }")]
    [InlineData("try { plain.{|VERO203-Warning:ToIdentifyRequest|}(); } finally { plain.{|VERO203-Warning:ToIdentifyRequest|}(); }")]
    [InlineData("using (IDisposable? d = null) { plain.{|VERO203-Warning:ToIdentifyRequest|}(); }")]
    [InlineData("Handwritten h = new(); h.{|VERO203-Warning:ToIdentifyRequest|}();")]
    [InlineData("void Own<T>(T any) where T : IVeroUser { } Own(partial); partial /* the one */ . {|VERO203-Warning:ToIdentifyRequest|} ( ) ;")]
    public Task A_request_that_is_thrown_away_is_reported(string body) => Verify.AnalyzerAsync(Program(body));

    [Theory]
    [InlineData("_ = plain.ToIdentifyRequest();")]
    [InlineData("var request = plain.ToIdentifyRequest();")]
    [InlineData("IdentifyRequest request; request = partial.ToIdentifyRequest();")]
    [InlineData("Send(plain.ToIdentifyRequest());")]
    [InlineData("plain.ToIdentifyRequest().ToJson();")]
    [InlineData("plain.ToIdentifyRequest().Equals(null);")]
    [InlineData("plain?.ToIdentifyRequest().ToJson();")]
    [InlineData("Func<IdentifyRequest> make = plain.ToIdentifyRequest;")]
    [InlineData("Func<IdentifyRequest> make = () => plain.ToIdentifyRequest();")]
    [InlineData("Action check = () => plain.ToIdentifyRequest();")]
    [InlineData("Action check = () => { plain.ToIdentifyRequest(); };")]
    [InlineData("Action check = delegate { plain.ToIdentifyRequest(); };")]
    [InlineData("Assert.Throws(() => { plain.ToIdentifyRequest(); });")]
    [InlineData("Assert.Throws(async () => { await Task.Yield(); plain.ToIdentifyRequest(); });")]
    [InlineData("void Act() { plain.ToIdentifyRequest(); } Assert.Throws(Act);")]
    [InlineData("void Act() => plain.ToIdentifyRequest(); Assert.Throws(Act);")]
    [InlineData("try { plain.ToIdentifyRequest(); } catch (VeroSerializationException) { }")]
    [InlineData("try { if (plain.Id > 0) { plain.ToIdentifyRequest(); } } catch { }")]
    [InlineData("try { try { plain.ToIdentifyRequest(); } finally { } } catch (Exception e) when (e.Message == \"\") { }")]
    [InlineData("for (int i = 0; i < 2; i++, plain.ToIdentifyRequest()) { }")]
    [InlineData("new Unrelated().ToIdentifyRequest(); new Unrelated().ToIdentifyRequest(1); Unrelated.ToIdentifyRequest(\"\");")]
    [InlineData("ToIdentifyRequest(); Mapping.ToIdentifyRequest(1); 1.ToIdentifyRequest();")]
    [InlineData("plain.WriteIdentifyRequest(new System.Buffers.ArrayBufferWriter<byte>());")]
    [InlineData("dynamic d = plain; d.ToIdentifyRequest();")]
    public Task A_request_that_is_used_or_only_tried_is_silent(string body) => Verify.AnalyzerAsync(Program(body));

    [Theory]
    [InlineData("public IdentifyRequest Make(Plain p) => p.ToIdentifyRequest();")]
    [InlineData("public void Check(Plain p) => p.ToIdentifyRequest();")]
    [InlineData("public IdentifyRequest Make(Plain p) { return p.ToIdentifyRequest(); }")]
    [InlineData("public System.Collections.Generic.IEnumerable<IdentifyRequest> Make(Plain p) { yield return p.ToIdentifyRequest(); }")]
    [InlineData("[ExpectedException(typeof(VeroException))] public void Check() { new Plain().ToIdentifyRequest(); }")]
    public Task A_member_whose_body_it_is_and_a_test_that_expects_an_exception_are_silent(string member) => Verify.AnalyzerAsync(
        $"{Usings}public class ExpectedExceptionAttribute : Attribute {{ public ExpectedExceptionAttribute(Type type) {{ }} }} public class Plain {{ [VeroId] public int Id; }} public class Calls {{ {member} }}");

    [Fact]
    public Task Inside_the_type_itself_it_is_reported_too() => Verify.AnalyzerAsync($$"""
        {{Usings}}
        public partial class Customer
        {
            [VeroId] public int Id;
            public void Save() { {|VERO203-Warning:ToIdentifyRequest|}(); this.{|VERO203-Warning:ToIdentifyRequest|}(); }
        }
        public partial class Vip : Customer { [VeroTrait] public int Level; public void SaveAll() { base.{|VERO203-Warning:ToIdentifyRequest|}(); } }
        """);

    [Fact]
    public Task A_program_without_a_class_is_reported() => Verify.AnalyzerAsync(
        "using Vero.Typed; var c = new Customer(); c.{|VERO203-Warning:ToIdentifyRequest|}(); public class Customer { [VeroId] public int Id; }",
        new HarnessOptions { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public Task A_customer_of_another_assembly_is_reported() => Verify.AnalyzerAsync(
        "public class Calls { public void Call(Domain.Customer c, Domain.Vip v) { c.{|VERO203-Warning:ToIdentifyRequest|}(); Domain.VipVeroExtensions.{|VERO203-Warning:ToIdentifyRequest|}(v); } }",
        new HarnessOptions
        {
            References =
            [
                GeneratorHarness.Run(
                    "using Vero.Typed; namespace Domain { public partial class Customer { [VeroId] public int Id; } public class Vip { [VeroId] public int Id; } }",
                    new HarnessOptions { AssemblyName = "Domain" }).ToAssembly(),
            ],
        });

    [Fact]
    public async Task The_message_names_the_type()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Program("plain.ToIdentifyRequest();")));
        Assert.Equal(ClientRules.UnsentRequest.MessageWith("Plain", "ToIdentifyRequest", "IdentifyAsync"), found.Message());
        Assert.Empty(found.Properties);
    }

    [Theory]
    [InlineData("public async Task M(IVeroClient vero, CancellationToken ct) { await Task.Yield(); new Plain().ToIdentifyRequest(); }", "vero", "ct", "true")]
    [InlineData("public void M(IVeroClient vero) { new Plain().ToIdentifyRequest(); }", "vero", null, null)]
    [InlineData("private readonly VeroClient _vero = null!; public async Task M() { await Task.Yield(); new Plain().ToIdentifyRequest(); }", "_vero", null, "true")]
    [InlineData("private readonly VeroClient _vero = null!; public static void M() { new Plain().ToIdentifyRequest(); }", null, null, null)]
    [InlineData("private IVeroClient Vero => null!; private IVeroClient _other = null!; public void M(IVeroClient a, IVeroClient b) { new Plain().ToIdentifyRequest(); }", "a", null, null)]
    [InlineData("public void M() { new Plain().ToIdentifyRequest(); IVeroClient later = null!; }", null, null, null)]
    [InlineData("public async Task M(IVeroClient vero) { await Task.Yield(); lock (this) { new Plain().ToIdentifyRequest(); } }", "vero", null, null)]
    public async Task The_fix_is_told_what_could_send_it(string member, string? client, string? token, string? canAwait)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"{Usings}public class Plain {{ [VeroId] public int Id; }} public class Calls {{ {member} }}", new HarnessOptions { ReferencesClient = true }));
        Assert.Equal(client, found.Properties.GetValueOrDefault(DiagnosticProperties.Client));
        Assert.Equal(token, found.Properties.GetValueOrDefault(DiagnosticProperties.CancellationToken));
        Assert.Equal(canAwait, found.Properties.GetValueOrDefault(DiagnosticProperties.CanAwait));
    }

    [Theory]
    [InlineData("new Happened().{|VERO203-Warning:ToTrackRequest|}(new VeroIdentity(\"1\"));")]
    [InlineData("new Owned().{|VERO203-Warning:ToTrackRequest|}();")]
    [InlineData("new Partial().{|VERO203-Warning:ToTrackRequest|}();")]
    [InlineData("new Partial().{|VERO203-Warning:ToTrackRequest|}(new VeroIdentity(\"1\"));")]
    [InlineData("((IVeroUserEvent)new Partial()).{|VERO203-Warning:ToTrackRequest|}();")]
    [InlineData("((IVeroEvent)new Partial()).{|VERO203-Warning:ToTrackRequest|}(new VeroIdentity(\"1\"));")]
    [InlineData("_ = new Owned().ToTrackRequest();")]
    [InlineData("new Owned().ToTrackRequest().ToJson();")]
    [InlineData("try { new Owned().ToTrackRequest(); } catch (VeroSerializationException) { }")]
    [InlineData("Action check = () => { new Owned().ToTrackRequest(); };")]
    [InlineData("new Unrelated().ToTrackRequest(); new Unrelated().ToTrackRequest(1);")]
    public Task An_event_that_is_thrown_away_is_reported(string body) => Verify.AnalyzerAsync($$"""
        {{Usings}}
        [VeroEvent("Happened")] public class Happened { [VeroTrait] public int Number; }
        [VeroEvent("Owned")] public class Owned { [VeroId] public int UserId; }
        [VeroEvent("Partial")] public partial class Partial { [VeroId] public int UserId; }
        public class Unrelated { public void ToTrackRequest() { } public TrackRequest? ToTrackRequest(int number) => null; }
        public class Calls { public void Call() { {{body}} } }
        """);

    [Fact]
    public async Task The_message_names_the_event_and_the_method_that_sends_it()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"{Usings}[VeroEvent(\"Owned\")] public class Owned {{ [VeroId] public int UserId; }} public class Calls {{ public void Call(Owned owned) {{ owned.ToTrackRequest(); }} }}"));
        Assert.Equal(ClientRules.UnsentRequest.MessageWith("Owned", "ToTrackRequest", "TrackAsync"), found.Message());
    }

    [Theory]
    [InlineData("plain.ToIdentifyRequest()")]
    [InlineData("plain.ToIdentifyRequest(;")]
    [InlineData("plain.ToIdentifyRequest;")]
    [InlineData("plain.ToIdentifyRequest(1);")]
    [InlineData("unknown.ToIdentifyRequest();")]
    [InlineData("plain..ToIdentifyRequest();")]
    [InlineData("(plain.ToIdentifyRequest());")]
    [InlineData("await plain.ToIdentifyRequest();")]
    [InlineData("new Broken().ToIdentifyRequest();")]
    public async Task Half_typed_code_is_left_alone(string body) =>
        Assert.DoesNotContain("VERO203", (await AnalyzerHarness.RunAsync(Program(body), new HarnessOptions { IsBroken = true })).Select(static found => found.Id));

    [Theory]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Enable)]
    public Task It_is_reported_whatever_the_language_and_nullability(LanguageVersion version, NullableContextOptions nullable) => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Plain { [VeroId] public int Id; } public class Calls { public void Call(Plain p) { p.{|VERO203-Warning:ToIdentifyRequest|}(); } }",
        new HarnessOptions { LanguageVersion = version, Nullable = nullable });

    [Fact]
    public Task Generated_code_is_silent() => Verify.AnalyzerAsync(
        "// <auto-generated/>\nusing Vero.Typed; public class Plain { [VeroId] public int Id; } public class Calls { public void Call(Plain p) { p.ToIdentifyRequest(); } }");

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Plain { [VeroId] public int Id; }
        public class Calls
        {
            public void Call(Plain p)
            {
        #pragma warning disable VERO203
                p.ToIdentifyRequest();
        #pragma warning restore VERO203
                p.{|VERO203-Warning:ToIdentifyRequest|}();
            }
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.Client", "VERO203")]
            public void Other(Plain p) { p.ToIdentifyRequest(); }
        }
        """);

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("suggestion", "{|VERO203-Info:", "|}")]
    public Task An_editorconfig_sets_its_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Plain {{ [VeroId] public int Id; }} public class Calls {{ public void Call(Plain p) {{ p.{open}ToIdentifyRequest{close}(); }} }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO203.severity = {severity}\n" });

    private static string Program(string body) => Usings + $$"""
        public class Plain { [VeroId] public int Id; }
        public partial class Partial { [VeroId] public int Id; }
        public class Holder { public Partial Partial = new(); }
        public class Handwritten : IVeroUser
        {
            public IdentifyRequest ToIdentifyRequest() => throw new NotSupportedException();
            public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) { }
            public VeroIdentity ToVeroIdentity() => new("1");
        }
        public class Unrelated
        {
            public void ToIdentifyRequest() { }
            public IdentifyRequest? ToIdentifyRequest(int number) => null;
            public static IdentifyRequest? ToIdentifyRequest(string text) => null;
        }
        public static class Mapping { public static IdentifyRequest? ToIdentifyRequest(this int id) => null; }
        public static class Assert { public static void Throws(Action action) { } public static void Throws(Func<Task> action) { } }
        public class Calls
        {
            private static void Send(IdentifyRequest request) { }
            private static void ToIdentifyRequest() { }
            public void Run(IVeroUser user) { }
            public void Call(Plain plain, Partial partial, IVeroUser user, Holder holder)
            {
                {{body}}
            }
        }
        """;
}

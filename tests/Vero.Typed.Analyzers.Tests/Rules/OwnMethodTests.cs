using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO012.</summary>
public sealed class OwnMethodTests
{
    private const string Usings = "using System; using System.Buffers; using System.Collections.Generic; using Vero.Typed; ";

    [Theory]
    [InlineData("public IdentifyRequest {|VERO012:ToIdentifyRequest|}() => null!;")]
    [InlineData("private void {|VERO012:ToIdentifyRequest|}() { }")]
    [InlineData("public static string {|VERO012:ToIdentifyRequest|}() => \"\";")]
    [InlineData("public string {|VERO012:ToIdentifyRequest|} => \"\";")]
    [InlineData("public string? {|VERO012:ToIdentifyRequest|};")]
    [InlineData("public class {|VERO012:ToIdentifyRequest|} { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(System.Buffers.IBufferWriter<byte> writer) { }")]
    [InlineData("public VeroIdentity {|VERO012:ToVeroIdentity|}() => default;")]
    [InlineData("public string {|VERO012:ToVeroIdentity|} => \"\";")]
    public async Task A_member_in_the_place_of_a_generated_one_is_reported(string member)
    {
        foreach (string kind in new[] { "partial class", "class", "partial struct" })
            await Verify.AnalyzerAsync($"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id => 1; {member} }}");
    }

    [Theory]
    [InlineData("public virtual IdentifyRequest ToIdentifyRequest() => null!;")]
    [InlineData("public IdentifyRequest ToIdentifyRequest(bool pretty = false) => null!;")]
    [InlineData("public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) { }")]
    [InlineData("public VeroIdentity ToVeroIdentity() => default;")]
    public Task An_inherited_method_that_would_be_called_instead_of_an_extension_is_reported(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Person {{ {member} }} public class {{|VERO012:Customer|}} : Person {{ [VeroId] public int Id => 1; }}");

    [Theory]
    [InlineData("public IdentifyRequest ToIdentifyRequest(int times) => null!;")]
    [InlineData("private IdentifyRequest ToIdentifyRequest() => null!;")]
    [InlineData("public static IdentifyRequest ToIdentifyRequest() => null!;")]
    public Task An_inherited_method_that_is_not_called_is_silent(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Person {{ {member} }} public class Customer : Person {{ [VeroId] public int Id => 1; }}");

    [Theory]
    [InlineData("public IdentifyRequest ToIdentifyRequest(int times) => null!;")]
    [InlineData("public void ToIdentifyRequest<T>() { }")]
    [InlineData("public void WriteIdentifyRequest(System.Buffers.IBufferWriter<char> writer) { }")]
    [InlineData("public void WriteIdentifyRequest() { }")]
    [InlineData("public IdentifyRequest toIdentifyRequest() => null!;")]
    [InlineData("public VeroIdentity ToVeroIdentity(string prefix) => default;")]
    [InlineData("public VeroIdentity ToVeroIdentity<T>() => default;")]
    public async Task An_overload_is_silent(string member)
    {
        foreach (string kind in new[] { "partial class", "class" })
            await Verify.AnalyzerAsync($"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id => 1; {member} }}");
    }

    [Theory]
    [InlineData("public int {|VERO012:__veroSize|} => 1;")]
    [InlineData("private void {|VERO012:__WriteVero|}() { }")]
    [InlineData("private class {|VERO012:__Vero0|} { }")]
    [InlineData("internal static int {|VERO012:__Vero12|};")]
    public async Task A_member_in_the_place_of_a_helper_is_reported_where_the_code_is_inside_the_type(string member)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id => 1; {member} }}");
        string plain = member.Replace("{|VERO012:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        await Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id => 1; {plain} }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id => 1; {plain.Replace("__", "_", StringComparison.Ordinal)} public int __Vero; public int __VeroA; }}");
    }

    [Fact]
    public Task A_base_that_gets_no_code_may_have_any_private_member() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public abstract partial class Person { [VeroTrait] public int Age { get; set; } private int __veroSize = 1; public int Size => __veroSize; }
        public partial class Customer : Person { [VeroId] public int Id { get; set; } }
        """);

    [Fact]
    public Task A_type_without_attributes_may_have_any_method() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { public int Id; public IdentifyRequest ToIdentifyRequest() => null!; }");

    [Fact]
    public Task The_generated_methods_themselves_are_silent() => Verify.AnalyzerAsync(
        "using Vero.Typed; public partial class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; }");

    [Theory]
    [InlineData("public string {|VERO012:ToIdentifyRequest|}(bool pretty = false) => \"\";")]
    [InlineData("public string {|VERO012:ToIdentifyRequest|}(params int[] more) => \"\";")]
    [InlineData("private string {|VERO012:ToVeroIdentity|}(string? prefix = null) => \"\";")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(object writer) { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(dynamic writer) { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(params object[] all) { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(in IBufferWriter<byte> writer, bool pretty = false) { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}<T>(T writer) where T : class { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}<T>(IBufferWriter<T> writer) where T : unmanaged, IComparable<T> { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}<T>(params T[] writers) { }")]
    public Task A_method_that_would_be_called_instead_of_an_extension_is_reported(string member) =>
        Verify.AnalyzerAsync($"{Usings}public class Customer {{ [VeroId] public int Id => 1; {member} }}");

    [Theory]
    [InlineData("public string {|VERO012:ToTrackRequest|}(object user) => \"\";")]
    [InlineData("public string {|VERO012:ToTrackRequest|}(ValueType user, int times = 1) => \"\";")]
    [InlineData("public string {|VERO012:ToTrackRequest|}(VeroIdentity? user = null) => \"\";")]
    [InlineData("public string {|VERO012:ToTrackRequest|}(IEquatable<VeroIdentity> user) => \"\";")]
    [InlineData("public string {|VERO012:ToTrackRequest|}(in VeroIdentity user) => \"\";")]
    [InlineData("public string {|VERO012:ToTrackRequest|}(User user) => \"\"; public class User { public static implicit operator User(VeroIdentity user) => new(); }")]
    [InlineData("public string {|VERO012:ToTrackRequest|}<T>(T user) where T : struct, IEquatable<T> => \"\";")]
    [InlineData("public void {|VERO012:WriteTrackRequest|}(object writer, object user) { }")]
    [InlineData("public void {|VERO012:WriteTrackRequest|}(IBufferWriter<byte> writer, params VeroIdentity[] users) { }")]
    [InlineData("public void {|VERO012:WriteTrackRequest|}<TWriter, TUser>(TWriter writer, TUser user) where TWriter : IBufferWriter<byte> { }")]
    public Task A_method_that_would_be_called_instead_of_an_extension_of_an_event_is_reported(string member) =>
        Verify.AnalyzerAsync($"{Usings}[VeroEvent] public class Paid {{ {member} }}");

    [Theory]
    [InlineData("public string ToTrackRequest(string user) => \"\";")]
    [InlineData("public string ToTrackRequest(ref VeroIdentity user) => \"\";")]
    [InlineData("public string ToTrackRequest(VeroIdentity[] users) => \"\";")]
    [InlineData("public string ToTrackRequest(params string[] users) => \"\";")]
    [InlineData("public string ToTrackRequest<T>(T user) where T : class => \"\";")]
    [InlineData("public string ToTrackRequest<T>(T user) where T : unmanaged => \"\";")]
    [InlineData("public string ToTrackRequest<T>(T user) where T : IDisposable => \"\";")]
    [InlineData("public string ToTrackRequest<T>(T? user) where T : struct => \"\";")]
    [InlineData("public string ToTrackRequest<T>(List<T> users) => \"\";")]
    [InlineData("public string ToTrackRequest<T>(VeroIdentity user) => \"\";")]
    [InlineData("public string ToTrackRequest(VeroIdentity user, int times) => \"\";")]
    [InlineData("public void WriteTrackRequest(ArrayBufferWriter<byte> writer, VeroIdentity user) { }")]
    [InlineData("public void WriteTrackRequest(VeroIdentity user, IBufferWriter<byte> writer) { }")]
    [InlineData("public void WriteTrackRequest(object writer) { }")]
    public async Task A_method_of_an_event_that_cannot_be_called_with_the_same_arguments_is_silent(string member)
    {
        foreach (string kind in new[] { "partial class", "class" })
            await Verify.AnalyzerAsync($"{Usings}[VeroEvent] public {kind} Paid {{ {member} }}");
    }

    [Theory]
    [InlineData("public string ToIdentifyRequest(bool pretty = false) => \"\";")]
    [InlineData("public string ToIdentifyRequest(params int[] more) => \"\";")]
    [InlineData("private string ToVeroIdentity(string? prefix = null) => \"\";")]
    [InlineData("public void WriteIdentifyRequest(object writer) { }")]
    [InlineData("public void WriteIdentifyRequest(in IBufferWriter<byte> writer) { }")]
    [InlineData("public void WriteIdentifyRequest<T>(IBufferWriter<T> writer) { }")]
    public void A_member_of_a_partial_type_is_preferred_to_a_method_with_more_or_wider_parameters(string member)
    {
        string json = GeneratorHarness.Run($$"""
            {{Usings}}
            public partial class Customer
            {
                [VeroId] public int Id => 1;
                {{member}}
                public string Write() { var buffer = new ArrayBufferWriter<byte>(); WriteIdentifyRequest(buffer); return ToVeroIdentity().Id + System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan); }
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); public static string Write() => new Customer().Write(); }
            """).Json;
        Assert.Equal("""{"id":"1"}""", json);
    }

    [Theory]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}<T>(T writer) where T : IBufferWriter<byte> { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}<T>(T writer, bool pretty = false) { }")]
    public Task A_type_parameter_that_fits_a_class_better_than_the_interface_does_is_reported(string member) =>
        Verify.AnalyzerAsync($"{Usings}public partial class Customer {{ [VeroId] public int Id => 1; {member} }}");

    [Theory]
    [InlineData("public string {|VERO012:ToIdentifyRequest|}(bool pretty = false) => \"\";")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(object writer) { }")]
    public async Task A_method_beside_an_override_is_preferred_to_those_of_bases_and_reported(string member)
    {
        await Verify.AnalyzerAsync($"{Usings}public partial class Person {{ [VeroId] public int Id => 1; }} public partial class Customer : Person {{ [VeroTrait] public int Age => 1; {member} }}");
        await Verify.AnalyzerAsync(
            $"{Usings}public class Contract {{ public virtual IdentifyRequest ToIdentifyRequest() => null!; public virtual void WriteIdentifyRequest(IBufferWriter<byte> writer) {{ }} }} public partial class Customer : Contract {{ [VeroId] public int Id => 1; {member} }}");
    }

    [Fact]
    public Task Only_a_method_with_the_value_as_its_first_parameter_is_in_the_way_in_a_map() => Verify.AnalyzerAsync($$"""
        {{Usings}}
        [VeroMap(typeof(Version)), VeroId(From = "Major")]
        public static partial class VersionMap
        {
            public static string {|VERO012:ToIdentifyRequest|}(Version version) => "";
            public static string ToIdentifyRequest() => "";
            public static string ToIdentifyRequest(object version) => "";
            public static void {|VERO012:WriteIdentifyRequest|}(Version version, IBufferWriter<byte> writer) { }
            public static void WriteIdentifyRequest(IBufferWriter<byte> writer) { }
            public static int {|VERO012:ToVeroIdentity|} => 1;
        }
        """);
}

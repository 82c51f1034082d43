using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO108 and VERO109.</summary>
public sealed class PhoneNumberTests
{
    private const string Usings = "using System.Collections.Generic; using Vero.Typed; ";

    private const string Customer = Usings + """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroPhoneNumber] public string? Phone { get; set; }
            [VeroData] public Dictionary<string, object?> More { get; } = new();
            public string? Other { get; set; }
        }
        public record Record([VeroId] int Id, [VeroPhoneNumber] string? Phone);

        """;

    [Theory]
    [InlineData("0491 570 006")]
    [InlineData("0061491570006")]
    [InlineData("61491570006")]
    [InlineData("+61 491")]
    [InlineData("+0491570006")]
    [InlineData("+44 (0)20 7946 0000")]
    [InlineData("+614915700061234567")]
    [InlineData("+61 491 570 006 ext. 5")]
    [InlineData("tel:+61491570006")]
    [InlineData("+1-800-FLOWERS")]
    [InlineData("unknown")]
    public async Task A_constant_that_Vero_would_never_deliver_to_is_reported(string number)
    {
        Assert.Throws<VeroSerializationException>(() => Sent(number));
        await Verify.AnalyzerAsync($"{Customer} public class Calls {{ public object Call() => new Customer {{ Phone = {{|VERO108-Warning:\"{number}\"|}}, Other = \"{number}\" }}; }}");
    }

    [Theory]
    [InlineData("+61491570006")]
    [InlineData(" +61 491-570.006 ")]
    [InlineData("+49 (30) 123/4567")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task What_is_sent_as_a_number_or_left_out_is_silent(string number)
    {
        Assert.NotEmpty(Sent(number));
        await Verify.AnalyzerAsync($"{Customer} public class Calls {{ public object Call() => new Customer {{ Phone = \"{number}\" }}; }}");
    }

    [Theory]
    [InlineData("c.Phone = flag ? {|VERO108-Warning:\"0491\"|} : text;")]
    [InlineData("c.Phone ??= {|VERO108-Warning:\"0491\" + \"570006\"|};")]
    [InlineData("const string Phone = \"0491\"; c.Phone = {|VERO108-Warning:Phone|};")]
    [InlineData("_ = new Record(1, {|VERO108-Warning:\"0491\"|}) with { Phone = {|VERO108-Warning:\"0491\"|} };")]
    [InlineData("(c.Other, c.Phone) = (\"0491\", {|VERO108-Warning:\"0491\"|});")]
    [InlineData("c.Phone = text; c.Phone = null; c.Phone = \"+61\" + text; c.Phone = $\"+61{text}\"; c.Phone = Convert(\"0491\"); if (c.Phone == \"0491\") { }")]
    [InlineData("string phone = \"0491\"; if (flag) phone = \"+61491570006\"; c.Phone = phone;")]
    public Task It_is_seen_however_it_gets_there(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ static string Convert(string number) => number; public void Call(Customer c, bool flag, string? text) {{ {statements} }} }}");

    [Theory]
    [InlineData("0061491570006", "the country code follows a +, not 00")]
    [InlineData("0491570006", "it has no + and country code, and Vero has no default country")]
    [InlineData("+44 (0)20 7946 0000", "after the + are the country code and the number, 7 to 15 digits in all, without a zero for calls inside the country")]
    public async Task It_says_what_is_missing_and_not_the_number(string number, string reason)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync($"{Usings} public class C {{ [VeroId] public int Id; [VeroPhoneNumber] public string Phone = \"{number}\"; }}"));
        Assert.Equal(ReservedKeyRules.NoPhoneNumber.MessageWith("Phone", reason), found.Message());
        Assert.DoesNotContain(number, found.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string? A;")]
    [InlineData("[VeroTrait({|VERO109-Warning:VeroReservedKeys.PhoneNumber|})] public string? A;")]
    [InlineData("[{|VERO109-Warning:VeroTrait|}] public string? PhoneNumber { get; set; }")]
    [InlineData("[VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string A = {|VERO108-Warning:\"0491\"|};")]
    [InlineData("[VeroData] public Dictionary<string, object?> More = new() { [{|VERO109-Warning:\"phone_number\"|}] = \"+61491570006\" };")]
    [InlineData("[VeroData] public Dictionary<string, object?> More = new() { { {|VERO109-Warning:VeroReservedKeys.PhoneNumber|}, {|VERO107-Warning:\"0491\"|} } };")]
    [InlineData("[VeroData] public Dictionary<string, object?> More = new(); public void Fill(string text) => More[{|VERO109-Warning:\"phone_number\"|}] = text;")]
    [InlineData("[VeroData] public Dictionary<string, object?> More = new() { [{|VERO109-Warning:\"phone_number\"|}] = {|VERO107-Warning:61491570006|} };")]
    [InlineData("[VeroTrait({|VERO101:\"phone_number\"|})] public long A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"phonenumber\"|})] public string? A;")]
    [InlineData("[VeroTrait] public string? Phone; [VeroPhoneNumber] public string? Mobile;")]
    [InlineData("[VeroTrait] public Contact? Contact;")]
    public Task The_key_is_for_the_attribute(string member) => Verify.AnalyzerAsync(
        $"{Usings} public class C {{ [VeroId] public int Id; {member} }} [VeroSerialization(ValueOnly = true)] public class Contact {{ [VeroTrait(\"phone_number\")] public string Number = \"0491\"; }}");

    private static string Sent(string number) => GeneratorHarness.Run(
        $"{Customer} public static class Case {{ public static IdentifyRequest Make() => new Record(1, \"{number}\").ToIdentifyRequest(); }}").Json;

    [Fact]
    public Task A_key_of_a_base_is_reported_there() => Verify.AnalyzerAsync(
        Usings + "public abstract class B { [VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string? A; } public class C : B { [VeroId] public int Id; }");

    [Fact]
    public Task Events_have_no_phone_number() => Verify.AnalyzerAsync(Usings + """
        [VeroEvent]
        public class Called
        {
            [VeroTrait] public string PhoneNumber = "0491";
            [VeroTrait("phone_numbre")] public string? Misspelt;
            [VeroData] public Dictionary<string, object?> More = new() { ["phone_number"] = 5, ["phone_numbre"] = 5, [{|VERO121-Warning:"time_zone"|}] = 5 };
        }
        """);
}

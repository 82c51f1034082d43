using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO026 and VERO027.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("[{|VERO026:VeroTrait(\"kind\")|}]")]
    [InlineData("[{|VERO026:VeroEmail|}]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = null|})]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = typeof(int)|})]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = new[] { 1 }|})]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = double.NaN|})]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = 1|}, From = \"Id\")]")]
    [InlineData("[{|VERO026:VeroTrait(Value = 1)|}]")]
    [InlineData("[VeroTrait(\"kind\", Value = System.DayOfWeek.Monday)]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = (System.DayOfWeek)9|})]")]
    [InlineData("[VeroTrait(\"kind\", Value = System.AttributeTargets.Class | System.AttributeTargets.Struct)]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = (System.AttributeTargets)(1 << 20)|})]")]
    [InlineData("[VeroTrait(\"kind\", {|VERO026:Value = (System.AttributeTargets)0|})]")]
    [InlineData("[VeroTrait(\"kind\", Value = 1, {|VERO026:WriteNull = true|})]")]
    [InlineData("[VeroTrait(\"kind\", Value = 1, {|VERO026:WriteDefault = true|})]")]
    [InlineData("[VeroTrait(\"kind\", Value = 1, WriteNull = false, WriteDefault = false)]")]
    [InlineData("[VeroTrait(\"timezone\", Value = 1, {|VERO026:WriteNull = true|})]")]
    [InlineData("[VeroTrait(\"timezone\", Value = 1, {|VERO026:WriteDefault = true|})]")]
    [InlineData("[VeroTrait(\"kind\", Value = 1, {|VERO026:Converter = \"None\"|})]")]
    public Task On_a_type(string attribute) => Verify.AnalyzerAsync($"using Vero.Typed; {attribute} public class Customer {{ [VeroId] public int Id; }}");

    [Theory]
    [InlineData("[VeroTrait({|VERO026:Value = 1|})] public int A;")]
    [InlineData("[VeroTrait({|VERO026:Json = true|})] public int A;")]
    [InlineData("[VeroTimezone({|VERO026:Id = true|})] public int A;")]
    [InlineData("[VeroTrait({|VERO026:WriteDefault = true|})] public int A;")]
    [InlineData("[VeroTrait({|VERO026:WriteDefault = true|})] public System.TimeOnly A;")]
    [InlineData("[VeroTrait({|VERO026:WriteDefault = true|})] public System.DateOnly[] A = { };")]
    [InlineData("[VeroTrait(WriteDefault = true)] public System.DateOnly A; [VeroTrait(WriteDefault = true)] public System.DateTimeOffset? B; [VeroTrait(WriteDefault = false)] public int C;")]
    [InlineData("[{|VERO007:VeroTrait(WriteDefault = true)|}] public object? A;")]
    [InlineData("[VeroId({|VERO026:Replaces = true|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \" x\"|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \"\\u200B\"|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \"a\\u200B\"|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \"a\\n\"|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \"a\\uD800\"|})] public int A;", "")]
    [InlineData("[VeroId({|VERO026:Prefix = \"a\\u3164b\"|})] public int A;", "")]
    [InlineData("[VeroId(Prefix = \"\\u00FCn 1 \")] public int A;", "")]
    [InlineData("[{|VERO026:VeroTrait|}] public int A(int b) => b;")]
    [InlineData("[{|VERO026:VeroTrait|}] public void A() { }")]
    [InlineData("[{|VERO026:VeroTrait|}] public async System.Threading.Tasks.Task<int> A() { await System.Threading.Tasks.Task.Yield(); return 1; }")]
    [InlineData("[{|VERO026:VeroTrait|}] public int A<T>() => 1;")]
    public Task On_a_member(string member, string id = "[VeroId] public int Id;") => Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ {id} {member} }}");

    [Theory]
    [InlineData("public class {|VERO027:Map|} { }")]
    [InlineData("public static class {|VERO027:Map|} { }")]
    [InlineData("public partial class {|VERO027:Map|} { }")]
    [InlineData("public static partial class {|VERO027:Map|}<T> { }")]
    public Task A_map_of_another_shape(string map) => Verify.AnalyzerAsync($"using Vero.Typed; [VeroMap(typeof(Customer))] [VeroId(From = \"Id\")] {map} public class Customer {{ public int Id; }}");

    [Theory]
    [InlineData("int[]")]
    [InlineData("int[][]")]
    [InlineData("Kind")]
    [InlineData("Done")]
    public async Task A_map_of_what_has_no_values_of_its_own(string type)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"using Vero.Typed; [VeroMap(typeof({type}))] [VeroId(From = \"Id\")] public static partial class Map {{ }} public enum Kind {{ A }} public delegate void Done();"));
        Assert.Equal(ShapeRules.Map.MessageWith("Map", "the type that it maps is not a class or a struct with values"), found.Message());
    }

    [Fact]
    public Task A_nested_map() => Verify.AnalyzerAsync(
        "using Vero.Typed; public static partial class Outer { [VeroMap(typeof(Customer))] [VeroId(From = \"Id\")] public static partial class {|VERO027:Map|} { } } public class Customer { public int Id; }");

    [Fact]
    public Task A_map_without_an_id() => Verify.AnalyzerAsync(
        "using Vero.Typed; [VeroMap(typeof(Customer))] [VeroTrait(From = \"Id\")] public static partial class {|VERO001:Map|} { } public class Customer { public int Id; }");

    [Theory]
    [InlineData("Value = (System.DayOfWeek)9", "Remove Value: 'System.DayOfWeek' has no name for 9")]
    [InlineData("Value = System.AttributeTargets.Class | (System.AttributeTargets)(1 << 20)", "Remove Value: 'System.AttributeTargets' has no name for 1048580")]
    [InlineData("Value = 1, WriteDefault = true", "Remove WriteDefault: it is for a date that was never set, and not for a constant")]
    [InlineData("Value = 1, WriteNull = true", "Remove WriteNull: a constant is never null")]
    [InlineData("Value = 1, Converter = \"None\"", "Remove Converter: a constant is not converted")]
    public async Task What_is_said_of_a_constant(string arguments, string expected)
    {
        Diagnostic said = Assert.Single(await AnalyzerHarness.RunAsync($"using Vero.Typed; [VeroTrait(\"kind\", {arguments})] public class Customer {{ [VeroId] public int Id; }}"));
        Assert.Equal(expected, said.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}

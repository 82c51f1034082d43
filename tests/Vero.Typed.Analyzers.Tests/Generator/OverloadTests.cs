using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Members that are meant, where C# would choose another one of their name.</summary>
public sealed class OverloadTests
{
    /// <summary>What a derived type can have of the name <c>M</c>, which its base has as a public method that returns "good".</summary>
    public static TheoryData<string> Nearer { get; } =
    [
        "public string M(int required) => \"bad\";",
        "public string M(int optional = 0) => \"bad\";",
        "public int M(int optional = 0) => 3;",
        "public string M(params int[] all) => \"bad\";",
        "public string M(in int optional = 0, params string[] all) => \"bad\";",
        "public string M([System.Runtime.InteropServices.Optional] int optional) => \"bad\";",
        "public static string M(int optional = 0) => \"bad\";",
        "public new string M() => \"bad\";",
        "public new int M() => 3;",
        "public new void M() { }",
        "public static new string M() => \"bad\";",
        "public string M<T>() => \"bad\";",
        "public string M<T>(T? optional = default) => \"bad\";",
        "public new int M => 3;",
        "public new System.Func<string> M => () => \"bad\";",
        "public new System.Func<string> M = () => \"bad\";",
        "public new dynamic M => 3;",
        "public new event System.Func<string>? M { add { } remove { } }",
        "public new class M { }",
        "public new const string M = \"bad\";",
        "[System.Obsolete(\"no\", true)] public new string M() => \"bad\";",
        "private string M(int optional = 0) => \"bad\" + M(1);",
        "private new string M() => \"bad\" + M();",
        "internal new string M() => \"bad\";",
    ];

    /// <summary>What a derived type can have of the name <c>P</c>, which its base has as a public property that returns "good".</summary>
    public static TheoryData<string> NearerProperties { get; } =
    [
        "public new int P => 3;",
        "public new string P = \"bad\";",
        "public new string P { set { } }",
        "public new string P { private get; set; } = \"bad\";",
        "public static new string P => \"bad\";",
        "public new const string P = \"bad\";",
        "public new string P() => \"bad\";",
        "public new string P(int required) => \"bad\";",
        "public new string P<T>() => \"bad\";",
        "public new class P { }",
        "public new event System.Action? P { add { } remove { } }",
        "[System.Obsolete(\"no\", true)] public new string P => \"bad\";",
        "private new int P => 3 + P;",
    ];

    [Theory]
    [MemberData(nameof(Nearer))]
    public void An_inherited_method_is_sent_whatever_the_type_has_of_its_name(string nearer)
    {
        foreach (string kind in (string[])["class", "partial class"])
        {
            Assert.Equal("""{"id":"1","data":{"m":"good","z":1}}""", User($$"""
                public {{kind}} B { [VeroId] public int Id => 1; [VeroTrait] public string M() => "good"; }
                public {{kind}} D : B { [VeroTrait] public int Z => 1; {{nearer}} }
                """));
            Assert.Equal("""{"id":"good","email":"good@good","data":{"length":4,"z":1}}""", User($$"""
                public abstract {{kind}} A { [VeroEmail] public string N() => "good@good"; }
                public abstract {{kind}} B : A { [VeroId, VeroTrait(From = "Length")] public string M() => "good"; private protected string N(int optional = 0) => "bad" + N(1); }
                public {{kind}} D : B { [VeroTrait] public int Z => 1; {{nearer}} }
                """));
        }
    }

    [Theory]
    [MemberData(nameof(Nearer))]
    public void An_event_a_value_and_a_map_send_the_inherited_method(string nearer)
    {
        foreach (string kind in (string[])["class", "partial class"])
        {
            Assert.Equal("""{"identity":{"id":"1"},"event_name":"D","data":{"m":"good"}}""", Json($$"""
                public abstract {{kind}} B { [VeroTrait] public string M() => "good"; }
                [VeroEvent] public {{kind}} D : B { [VeroId] public int Id => 1; {{nearer}} }
                public static class Case { public static TrackRequest Make() => new D().ToTrackRequest(); }
                """));
            Assert.Equal("""{"id":"1","data":{"v":{"m":"good","z":1},"w":[{"m":"good","z":1}]}}""", User($$"""
                public abstract {{kind}} B { [VeroTrait] public string M() => "good"; }
                [VeroSerialization(ValueOnly = true)] public {{kind}} V : B { [VeroTrait] public int Z => 1; {{nearer}} }
                public {{kind}} D { [VeroId] public int Id => 1; [VeroTrait] public V V => new(); [VeroTrait] public V[] W => new V[] { new() }; }
                """));
        }

        Assert.Equal($$"""{"id":"{{MeantByStep(nearer).Trim('"')}}"}""", Json($$"""
            public class B { public string M() => "good"; }
            public class D : B { {{nearer}} }
            [VeroMap(typeof(D))] [VeroId(From = "M()")] public static partial class Map;
            public static class Case { public static IdentifyRequest Make() => new D().ToIdentifyRequest(); }
            """));
    }

    [Theory]
    [MemberData(nameof(Nearer))]
    public void A_step_calls_the_method_that_has_no_parameters(string nearer)
    {
        string expected = MeantByStep(nearer);
        Assert.Equal($$$"""{"id":"1","data":{"a":{{{expected}}},"b":{{{expected}}},"c":[{{{expected}}},null],"d":{{{expected}}}}}""", User($$"""
            public class B { public string M() => "good"; }
            public class E : B { {{nearer}} }
            public class F : E { }
            [VeroTrait("a", From = "M()")] [VeroTrait("b", From = "Other.M()")] [VeroTrait("c", From = "Others[].M()")] [VeroTrait("none", From = "None.M()")] [VeroTrait("d", From = "Self.Other.M()")]
            public class D : F { [VeroId] public int Id => 1; public F Other => new(); public F?[] Others => new F?[] { new(), null }; public F? None => null; public D Self => this; }
            """));
    }

    [Theory]
    [MemberData(nameof(NearerProperties))]
    public void A_step_reads_the_property_that_can_be_read(string nearer)
    {
        string expected = nearer == "public new int P => 3;" ? "3" : nearer == "public new string P = \"bad\";" ? "\"bad\"" : "\"good\"";
        Assert.Equal($$$"""{"id":"1","data":{"a":{{{expected}}},"b":{{{expected}}},"c":[{{{expected}}},null],"d":{{{expected}}}}}""", User($$"""
            public class B { public string P => "good"; }
            public class E : B { {{nearer}} }
            public class F : E { }
            [VeroTrait("a", From = "P")] [VeroTrait("b", From = "Other.P")] [VeroTrait("c", From = "Others[].P")] [VeroTrait("none", From = "None.P")] [VeroTrait("d", From = "Self.Other.P")]
            public class D : F { [VeroId] public int Id => 1; public F Other => new(); public F?[] Others => new F?[] { new(), null }; public F? None => null; public D Self => this; }
            """));
    }

    [Fact]
    public void A_value_behind_a_hidden_property_may_be_of_any_type() => Assert.Equal(
        """{"id":"1","data":{"number":7,"length":4,"year":2026}}""",
        User("""
            public class B { public int Number => 7; public string? Text => "good"; public System.DateTime? Date => new System.DateTime(2026, 1, 1); }
            public class E : B { public new int Number { set { } } public new void Text() { } public new int Date(int a) => a; }
            [VeroTrait("number", From = "A.Number")] [VeroTrait("length", From = "A.Text.Length")] [VeroTrait("year", From = "A.Date.Year")] [VeroTrait("none", From = "N.Number")]
            public class D { [VeroId] public int Id => 1; public E? A => new(); public E? N => null; }
            """));

    [Theory]
    [InlineData("class", "public override string M() => \"good\"; public string M(int optional = 0) => \"bad\";")]
    [InlineData("partial class", "public override string M() => \"good\"; public string M(int optional = 0) => \"bad\";")]
    [InlineData("class", "public override string M() => \"good\";")]
    [InlineData("partial class", "public override string M() => \"good\";")]
    public void Of_an_override_the_declaration_counts(string kind, string members) => Assert.Equal(
        """{"id":"1","data":{"m":"good","x":"good","y":"good"}}""",
        User($$"""
            public abstract class A { [VeroTrait] public virtual string M() => "base"; }
            public class B : A { public string M(params int[] optional) => "bad"; }
            [VeroTrait("x", From = "M()")] [VeroTrait("y", From = "Other.M()")]
            public {{kind}} D : B { [VeroId] public int Id => 1; public D Other => this; {{members}} }
            """));

    [Theory]
    [InlineData("public string ToString(int optional = 0) => \"bad\";", "\"good\"")]
    [InlineData("public override string ToString() => \"mine\"; public string ToString(int optional = 0) => \"bad\";", "\"mine\"")]
    public void Methods_of_object_are_called_too(string members, string expected)
    {
        foreach (string kind in (string[])["struct", "class", "record struct"])
        {
            string value = members.Contains("override", StringComparison.Ordinal) ? expected : kind == "record struct" ? "\"V { }\"" : "\"V\"";
            Assert.Equal($$$"""{"id":"1","data":{"a":{{{value}}},"b":{{{value}}}}}""", User($$"""
                public {{kind}} V { {{members}} }
                [VeroTrait("a", From = "A.ToString()")] [VeroTrait("b", From = "B.ToString()")] [VeroTrait("c", From = "C.ToString()")]
                public class D { [VeroId] public int Id => 1; public V A => new(); public V? B => new V(); public V? C => null; }
                """));
        }
    }

    [Fact]
    public void A_step_goes_to_the_interface_that_is_meant() => Assert.Equal(
        """{"id":"1","data":{"a":"good","b":"left","c":"good","d":"left","e":"good","f":"good","g":"good"}}""",
        Json("""
            public interface IA { string Q { get; } string R(); }
            public interface ILeft : IA { new string Q { get; } string R(int optional = 0); }
            public interface IRight : IA { }
            public interface IBoth : IRight, ILeft { }
            public interface IOther { string R(int optional = 0); void Q(int a); }
            public class Impl : IBoth { string IA.Q => "base"; string ILeft.Q => "left"; string IA.R() => "good"; string ILeft.R(int optional) => "bad"; }
            public class Impl2 : Impl, IOther { string IOther.R(int optional) => "bad"; void IOther.Q(int a) { } }
            public class C { public string S(params string[] all) => "bad"; public string T => "good"; }
            public interface IT { string T { get; } string U => "good"; string S(); }
            public class CT : C, IT { string IT.T => "bad"; string IT.S() => "good"; }
            [VeroTrait("a", From = "Both.R()")] [VeroTrait("b", From = "Both.Q")] [VeroTrait("c", From = "Open.R()")] [VeroTrait("d", From = "Left.Q")]
            [VeroTrait("e", From = "Class.T")] [VeroTrait("f", From = "Class.U")] [VeroTrait("g", From = "Class.S()")]
            public sealed class D<T, TLeft, U> where T : IOther, IA, ILeft where TLeft : IA, ILeft where U : C, IT
            {
                [VeroId] public int Id => 1;
                public IBoth Both => new Impl();
                public T Open = default!;
                public TLeft Left = default!;
                public U Class = default!;
            }
            public static class Case { public static IdentifyRequest Make() => new D<Impl2, Impl, CT> { Open = new(), Left = new(), Class = new() }.ToIdentifyRequest(); }
            """));

    // A method without parameters that is nearer, and that can be called, is meant itself.
    private static string MeantByStep(string nearer) => nearer switch
    {
        "public new int M() => 3;" => "3",
        "public new string M() => \"bad\";" or "internal new string M() => \"bad\";" => "\"bad\"",
        _ => "\"good\"",
    };

    [Theory]
    [InlineData("Money", "public static int C(Money m, int a = 0) => 3;")]
    [InlineData("Money", "public static int C(Money m, params int[] a) => 3;")]
    [InlineData("Money", "public static int C<T>(T m) => 3;")]
    [InlineData("Money", "public static int C(in Money m) => 3;")]
    [InlineData("IMoney", "public static int C(Money m, int a = 0) => 3; public static int C<T>(T m) => 3;")]
    [InlineData("IMoney?", "public static int C(Money m, int a = 0) => 3; public static int C<T>(T m) => 3;")]
    [InlineData("object", "public static int C(Rich m, int a = 0) => 3; public static int C<T>(T m) => 3;")]
    [InlineData("dynamic", "public static int C(Rich m, int a = 0) => 3; public static int C<T>(T m) => 3;")]
    [InlineData("dynamic?", "public static int C(Rich m, int a = 0) => 3; public static int C<T>(T m) => 3;")]
    public void The_converter_that_is_meant_is_called(string parameter, string overloads) => Assert.Equal(
        """{"id":"1","data":{"m":"good"}}""",
        User($$"""
            public interface IMoney { }
            public class Money : IMoney { }
            public class Rich : Money { }
            public class B { public static int C(Money m) => 3; }
            public class D : B { [VeroId] public int Id => 1; [VeroTrait(Converter = "Cv")] public Money M => new Rich(); {{overloads.Replace("C(", "Cv(", StringComparison.Ordinal).Replace("C<", "Cv<", StringComparison.Ordinal)}} public static string Cv({{parameter}} m) => "good"; }
            """));

    [Theory]
    [InlineData("Price", "public static int C(Price m, int a = 0) => 3; public static int C(Price? m) => 3; public static int C<T>(T m) => 3;")]
    [InlineData("Price", "public static int C(params Price[] m) => 3; public static int C(object m) => 3; public static int C(in Price m) => 3;")]
    [InlineData("Price?", "public static int C(Price m) => 3; public static int C<T>(T m) => 3; public static int C(object? m) => 3;")]
    public void The_listed_converter_that_is_meant_is_called(string parameter, string overloads) => Assert.Equal(
        """{"id":"1","data":{"a":"good","b":"good","c":["good"],"d":{"good":1}}}""",
        User($$"""
            public struct Price { }
            public static class Converters { [VeroConverter] public static string C({{parameter}} m) => "good"; {{overloads}} }
            public class D { [VeroId] public int Id => 1; [VeroTrait] public Price A => new(); [VeroTrait] public Price? B => new Price(); [VeroTrait] public Price[] C => new Price[1]; [VeroTrait("d")] public System.Collections.Generic.Dictionary<Price, int> E => new() { [default] = 1 }; }
            """));

    [Fact]
    public void Bases_of_another_assembly_are_read_as_well()
    {
        CompiledAssembly bases = GeneratorHarness.Run(
            """
            using Vero.Typed;
            public abstract class A { [VeroTrait] public string M() => "good"; public string N() => "good"; public string P => "good"; protected internal string Q() => "good"; }
            public abstract class B : A
            {
                public string M(params int[] optional) => "bad"; internal string N(int optional = 0) => "seen"; internal new string P => "seen";
                private protected string Q(int optional = 0) => "seen";
            }
            """, new HarnessOptions { AssemblyName = "Bases" }).ToAssembly();
        foreach (string kind in (string[])["class", "partial class"])
        {
            Assert.Equal("""{"id":"1","data":{"m":"good","n":"good","p":"good"}}""", GeneratorHarness.Run(
                $$"""
                using Vero.Typed;
                [VeroTrait("n", From = "N()")] [VeroTrait("p", From = "P")] public {{kind}} D : B { [VeroId] public int Id => 1; public static string N(int optional = 0) => "bad"; public new string P { set { } } }
                public static class Case { public static IdentifyRequest Make() => new D().ToIdentifyRequest(); }
                """, new HarnessOptions { References = [bases] }).Json);
        }

        GeneratorRun seen = GeneratorHarness.Run(
            """
            using Vero.Typed;
            [VeroTrait("q", From = "Q()")] public partial class D : B { [VeroId] public int Id => 1; }
            public static class Case { public static IdentifyRequest Make() => new D().ToIdentifyRequest(); }
            """, new HarnessOptions { References = [bases] });
        Assert.Equal("""{"id":"1","data":{"m":"good","q":"good"}}""", seen.Json);
        Assert.Contains("global::D __value", seen.Text, StringComparison.Ordinal);
    }

    private static string User(string source) => Json(source + " public static class Case { public static IdentifyRequest Make() => new D().ToIdentifyRequest(); }");

    private static string Json(string source) => GeneratorHarness.Run("using Vero.Typed; " + source).Json;
}

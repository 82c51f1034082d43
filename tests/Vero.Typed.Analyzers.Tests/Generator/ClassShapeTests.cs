using System.Globalization;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Classes as people write them, in one project, which is one compilation for all: what each of them sends.</summary>
public sealed class ClassShapeTests
{
    private const string Usings = """
        using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Generic; using System.Collections.Immutable; using System.Linq;
        using System.Net.Mail; using System.Runtime.Serialization; using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization; using Vero.Typed;

        """;

    // Declarations, how the customer is made, and what is sent.
    private static readonly (string Types, string Make, string Json)[] Shapes =
    [
        ("public class C { private int _a = 5; private string _b = \"x\"; private int[] _c = { 1 }; private int? _z = 3; [VeroId] public ref int Id => ref _a; [VeroTrait] public ref readonly string B => ref _b; [VeroTrait] public ref int[] A => ref _c; [VeroTimezone] public ref int? Z => ref _z; }",
            "new C()", """{"id":"5","data":{"b":"x","a":[1],"timezone":3}}"""),
        ("public record C([VeroId] in int Id, [param: VeroTrait] string A, [VeroTrait] params string[] Tags);", "new C(1, \"a\", \"x\")", """{"id":"1","data":{"a":"a","tags":["x"]}}"""),
        ("public record C([VeroId] int Id, [VeroTrait] string Name) { public string Name = Name; }", "new C(1, \"x\")", """{"id":"1","data":{"name":"x"}}"""),
        ("public partial class Outer { [VeroId] public int Id = 1; [VeroTrait] public int[] A = { 1 }; public partial class C : Outer { [VeroTrait] public int B = 2; } }",
            "((Outer)new Outer.C())", """{"id":"1","data":{"a":[1],"b":2}}"""),
        ("public abstract class A { private string _a = \"x\"; [VeroTrait(\"a\")] public virtual string P { get => _a; set => _a = value; } } public class C : A { [VeroId] public int Id = 1; public override string P { set => base.P = value; } }",
            "new C()", """{"id":"1","data":{"a":"x"}}"""),
        ("public class V { [VeroTrait] public int X = 1; } public class W : V { [VeroTrait] public int Y = 2; } public abstract class A { [VeroId] public int Id = 1; [VeroTrait] public virtual V Home => new(); } public class C : A { public override W Home => new(); [VeroTrait] public int Z = 3; }",
            "new C()", """{"id":"1","data":{"home":{"x":1,"y":2},"z":3}}"""),
        ("public abstract class A { [VeroTrait] public string Name = \"old\"; [VeroTrait] public int Kind = 1; } public partial class C : A { [VeroId] public int Id = 1; public new string Name() => \"m\"; public new class Kind { } }",
            "new C()", """{"id":"1","data":{"name":"old","kind":1}}"""),
        ("public abstract class A { [VeroTrait] public string Name = \"old\"; } public partial class C : A { [VeroId] public int Id = 1; private new string Name = \"own\"; [VeroTrait] public int B => Name.Length; }",
            "new C()", """{"id":"1","data":{"name":"old","b":3}}"""),
        ("public enum @enum { @default, @struct } public class @delegate { [VeroTrait] public int @x = 1; } public partial class @base { [VeroId] public int id = 1; [VeroTrait] public @delegate a = new(); [VeroTrait] public @enum[] b = { @enum.@struct }; [VeroTrait] public int @__arglist = 2; }",
            "new @base()", """{"id":"1","data":{"a":{"x":1},"b":["struct"],"arglist":2}}"""),
        ("public class C<System, Vero, IdentifyRequest, String> { [VeroId] public int Id = 1; [VeroTrait] public List<string> A = new() { \"x\" }; } public partial class P<System, Vero> { [VeroId] public int Id = 1; [VeroTrait] public List<string> A = new() { \"x\" }; }",
            "new C<int, int, int, int>()", """{"id":"1","data":{"a":["x"]}}"""),
        ("public class Outer<T> where T : class, IComparable<T> { public class C<U> where U : T, IEquatable<U> { [VeroId] public string Id = \"x\"; } }", "new Outer<string>.C<string>()", """{"id":"x"}"""),
        ("public enum P { X, Y } public abstract class A<T, U> where T : struct, Enum where U : struct { [VeroId] public int Id = 1; [VeroTrait] public T E; [VeroTrait] public T[] L = { default }; [VeroTrait] public U? N; [VeroTrait] public List<U?> M = new() { default(U), null }; } [VeroSerialization] public sealed partial class C : A<P, int> { }",
            "new C { E = P.Y, N = 5 }", """{"id":"1","data":{"e":"Y","l":["X"],"n":5,"m":[0,null]}}"""),
        ("public class H<T> { public enum E { X, Y } } public class C<T> { public enum E { Z } public class In { [VeroTrait] public E E = E.Z; } [VeroId] public int Id = 1; [VeroTrait] public H<T>.E A = H<T>.E.Y; [VeroTrait] public In B = new(); }",
            "new C<int>()", """{"id":"1","data":{"a":"Y","b":{"e":"Z"}}}"""),
        ("public abstract record Vo<T>(T Value); public sealed record Tid(string Value) : Vo<string>(Value); public abstract class N { public abstract int Value { get; } } public class M : N { public override int Value => 7; } public class R { private int _v = 8; public ref readonly int Value => ref _v; } public interface IO { int Other { get; } } public class X : IO { public int Value => 9; int IO.Other => 2; public static int Static => 1; internal int Inner => 2; } public class C { [VeroId] public Tid Id = new(\"x\"); [VeroTrait] public M A = new(); [VeroTrait] public R B = new(); [VeroTrait] public X[] D = { new() }; }",
            "new C()", """{"id":"x","data":{"a":7,"b":8,"d":[9]}}"""),
        ("public readonly record struct Q(int? Value); public readonly record struct T(string? Value); public record TT(T? Value); public class C { [VeroId] public Q? Id = new Q(7); [VeroEmail] public T? E = new T(\"e@f\"); [VeroTrait(WriteNull = true)] public Q? A = new Q(null); [VeroTrait] public TT B = new(new T(\"x\")); [VeroTrait] public Dictionary<string, Q?[]> D = new() { [\"k\"] = new Q?[] { new Q(1), new Q(null), null } }; }",
            "new C()", """{"id":"7","email":"e@f","data":{"a":null,"b":"x","d":{"k":[1,null,null]}}}"""),
        ("public struct Bag : IEnumerable<KeyValuePair<string, int>> { public IEnumerator<KeyValuePair<string, int>> GetEnumerator() { yield return new(\"k\", 1); } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); } public class C { [VeroId] public int Id = 1; [VeroData] public Bag? A = new Bag(); [VeroData] public Bag? B = null; [VeroData] public JsonObject D = new() { [\"j\"] = new JsonArray(1) }; [VeroData] public SortedList<string, string?> E = new() { [\"s\"] = \"x\", [\"n\"] = null }; [VeroData] public System.Dynamic.ExpandoObject F = Make(); static System.Dynamic.ExpandoObject Make() { dynamic d = new System.Dynamic.ExpandoObject(); d.x = 1; return d; } }",
            "new C()", """{"id":"1","data":{"k":1,"j":[1],"s":"x","x":1}}"""),
        ("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct C { [VeroId, System.Runtime.InteropServices.FieldOffset(0)] public int Id; [VeroTrait, System.Runtime.InteropServices.FieldOffset(0)] public int B; }",
            "new C { Id = 5 }", """{"id":"5","data":{"b":5}}"""),
        ("public class C { [VeroId] public int Id = 1; [VeroTrait] public int A = 1, B = 2; [VeroTrait] public volatile int V = 3; }", "new C()", """{"id":"1","data":{"a":1,"b":2,"v":3}}"""),
        ("public class C { [VeroId] public int Id = 1; [VeroTrait] public ImmutableArray<int>? A = null; [VeroTrait] public List<ImmutableArray<int>?> B = new() { ImmutableArray.Create(2), default(ImmutableArray<int>), null }; [VeroTrait] public ArraySegment<byte> S = new(new byte[] { 1 }); }",
            "new C()", """{"id":"1","data":{"b":[[2],null,null],"s":[1]}}"""),
        ("public class TimeSpan { [VeroTrait] public int X = 1; } public class Guid { [VeroTrait] public int Y = 2; } public struct Boolean { public bool Value => true; } public class C { [VeroId] public int Id = 1; [VeroTrait] public TimeSpan A = new(); [VeroTrait] public Guid B = new(); [VeroTrait] public Boolean D = new(); }",
            "new C()", """{"id":"1","data":{"a":{"x":1},"b":{"y":2},"d":true}}"""),
        // Operators, conversions and Deconstruct of the user's are never asked.
        ("public class V : IEnumerable<int> { public static bool operator ==(V? a, V? b) => throw new InvalidOperationException(); public static bool operator !=(V? a, V? b) => throw new InvalidOperationException(); public override bool Equals(object? o) => throw new InvalidOperationException(); public override int GetHashCode() => 1; public static implicit operator bool(V v) => throw new InvalidOperationException(); public void Deconstruct(out int a, out int b) => throw new InvalidOperationException(); public IEnumerator<int> GetEnumerator() { yield return 1; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); } public class C { [VeroId] public int Id = 1; [VeroTrait] public V A = new(); public static bool operator ==(C? a, C? b) => throw new InvalidOperationException(); public static bool operator !=(C? a, C? b) => throw new InvalidOperationException(); public override bool Equals(object? o) => throw new InvalidOperationException(); public override int GetHashCode() => 1; }",
            "new C()", """{"id":"1","data":{"a":[1]}}"""),
        ("public enum E { P } public record Vo(string Value); public class C { int _n; T Once<T>(T v) => ++_n > 5 ? throw new InvalidOperationException(\"read twice\") : v; [VeroId] public int Id => Once(1); [VeroTrait] public List<string>? A => Once(new List<string> { \"x\" }); [VeroTrait] public Vo? B => Once(new Vo(\"1\")); [VeroTrait] public bool? D => Once<bool?>(true); [VeroTrait] public E? F => Once<E?>(E.P); }",
            "new C()", """{"id":"1","data":{"a":["x"],"b":"1","d":true,"f":"P"}}"""),
        ("public interface IHeaders : IReadOnlyDictionary<string, IEnumerable<string>> { } public class Headers : Dictionary<string, IEnumerable<string>>, IHeaders { } public class C { [VeroId] public int Id = 1; [VeroTrait] public IHeaders A = new Headers { [\"k\"] = new[] { \"v\" } }; }",
            "new C()", """{"id":"1","data":{"a":{"k":["v"]}}}"""),
        ("public interface IA : IEnumerable<string> { } public interface IB : IEnumerable<string> { } public class Bag : IA, IB { public IEnumerator<string> GetEnumerator() { yield return \"x\"; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); } public class Counted : List<int> { [VeroTrait] public int Total => Count; } public class C { [VeroId] public int Id = 1; [VeroTrait] public Bag A = new(); [VeroTrait] public Counted B = new() { 1, 2 }; }",
            "new C()", """{"id":"1","data":{"a":["x"],"b":{"total":2}}}"""),
        ("public class V { [VeroTrait] public int __it = 1; [VeroTrait] public int __json = 2; [VeroTrait] public int __value = 3; [VeroTrait] public int __start = 4; } public class C { [VeroId] public int Id = 1; [VeroTrait] public V A = new(); public int __Vero0 => 1; public int __veroSize = 2; public int __WriteVero = 3; [VeroTrait] public new string Equals = \"e\"; [VeroTrait] public new int GetHashCode = 5; }",
            "new C()", """{"id":"1","data":{"a":{"it":1,"json":2,"value":3,"start":4},"equals":"e","get_hash_code":5}}"""),
        ("public class Box<T> { [VeroTrait] public T Content = default!; [VeroTrait] public Dictionary<string, List<T>>? Many; } public class C { [VeroId] public int Id = 1; [VeroTrait] public Box<Box<int[]>> B = new() { Content = new() { Content = new[] { 1 }, Many = new() { [\"k\"] = new() { new[] { 2 } } } } }; }",
            "new C()", """{"id":"1","data":{"b":{"content":{"content":[1],"many":{"k":[[2]]}}}}}"""),
        ("[Flags] public enum F : short { X = 1, Neg = short.MinValue, All = -1 } public enum E { One = 1, Uno = 1, [EnumMember(Value = \"a\\\"b\\\\c\\u0001\")] Odd = 3 } public class C { [VeroId] public int Id = 1; [VeroTrait] public F[] A = { F.All, F.X | F.Neg }; [VeroTrait] public E?[] B = { E.Uno, E.Odd, null }; }",
            "new C()", """{"id":"1","data":{"a":["All","Neg, X"],"b":["One","a\"b\\c\u0001",null]}}"""),
        ("public partial class C : IVeroUser { [VeroId] public int Id = 1; IdentifyRequest IVeroUser.ToIdentifyRequest() => ToIdentifyRequest(); }", "((IVeroUser)new C())", """{"id":"1"}"""),
        ("public partial class C { private class V { [VeroTrait] public W W = new(); } private record struct W([VeroTrait] E E); private enum E { X } [VeroId] private int Id => 1; [VeroTrait] private List<V> A => new() { new() }; }",
            "new C()", """{"id":"1","data":{"a":[{"w":{"e":"X"}}]}}"""),
    ];

    [Fact]
    public void Each_shape_sends_its_members()
    {
        string types = string.Concat(Shapes.Select(static (shape, i) =>
            $"namespace Shape{i.ToString(CultureInfo.InvariantCulture)} {{ {shape.Types} public static class Maker {{ public static global::Vero.Typed.IdentifyRequest Make() => {shape.Make}.ToIdentifyRequest(); }} }}\n"));
        string makeAll = string.Join(", ", Enumerable.Range(0, Shapes.Length).Select(static i => $"Shape{i.ToString(CultureInfo.InvariantCulture)}.Maker.Make()"));
        GeneratorRun run = GeneratorHarness.Run($"{Usings}{types}public static class Case {{ public static IdentifyRequest[] MakeAll() => new[] {{ {makeAll} }}; }}");
        Assert.Equal(Shapes.Select(static shape => shape.Json), run.AllJson);
    }

    [Fact]
    public async Task No_rule_has_anything_to_say_of_them() => Assert.Empty(await AnalyzerHarness.RunAsync(
        Usings + string.Concat(Shapes.Select(static (shape, i) => $"namespace Shape{i.ToString(CultureInfo.InvariantCulture)} {{ {shape.Types} }}\n"))));

    [Theory]
    [InlineData("public abstract partial class A { [VeroId] public int Id => 1; [VeroTrait(\"a\")] public virtual string Pa => \"0\"; [VeroTrait(\"b\")] public abstract string Pb { get; } }", "partial class", "((A)new Customer())")]
    [InlineData("public abstract class A { [VeroId] public int Id => 1; [VeroTrait(\"a\")] public virtual string Pa => \"0\"; [VeroTrait(\"b\")] public abstract string Pb { get; } }", "class", "new Customer()")]
    public void Overrides_over_three_assemblies(string first, string kind, string make)
    {
        CompiledAssembly a = GeneratorHarness.Run("using Vero.Typed; " + first, new HarnessOptions { AssemblyName = "A" }).ToAssembly();
        CompiledAssembly b = GeneratorHarness.Run(
            $"using Vero.Typed; public {kind} B : A {{ public override string Pa => \"1\"; public override string Pb => \"1\"; [VeroTrait(\"c\")] public virtual string Pc => \"1\"; }}",
            new HarnessOptions { AssemblyName = "B", References = [a] }).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"a":"2","b":"1","c":"2"}}""", GeneratorHarness.Run(
            $$"""
            using Vero.Typed;
            public sealed {{kind}} Customer : B { public override string Pa => "2"; [VeroTrait("c")] public sealed override string Pc => "2"; }
            public static class Case { public static IdentifyRequest Make() => {{make}}.ToIdentifyRequest(); }
            """,
            new HarnessOptions { References = [a, b] }).Json);
    }

    [Fact]
    public void Values_keep_the_names_of_the_assembly_that_declares_them()
    {
        CompiledAssembly shared = GeneratorHarness.Run(
            "using Vero.Typed; [assembly: VeroSerialization(Naming = Naming.AsDeclared)] namespace @event { [VeroSerialization(ValueOnly = true)] public readonly record struct Measure<T>([VeroTrait] T Amount, [property: VeroTrait] string? UnitName) where T : struct; }",
            new HarnessOptions { AssemblyName = "Shared" }).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"lastWeight":{"Amount":1.5,"UnitName":"kg"}}}""", GeneratorHarness.Run("""
            using Vero.Typed;
            [assembly: VeroSerialization(Naming = Naming.CamelCase)]
            public partial class Customer { [VeroId] public int Id = 1; [VeroTrait] private @event.Measure<double>? LastWeight => new(1.5, "kg"); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """, new HarnessOptions { References = [shared] }).Json);
    }
}

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class TypeShapeTests
{
    private const string Ann = """{"id":"1","data":{"name":"Ann"}}""";

    public static TheoryData<string, string> ShapesOfAnn { get; } = new()
    {
        { "class", """
            public class Customer { [VeroId] public int Id { get; set; } = 1; [VeroTrait] public string Name { get; set; } = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "partial class in two files' worth of parts", """
            public partial class Customer { [VeroId] public int Id { get; set; } = 1; }
            public partial class Customer { [VeroTrait] public string Name { get; set; } = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => ((IVeroUser)new Customer()).ToIdentifyRequest(); }
            """ },
        { "sealed partial class", """
            public sealed partial class Customer { [VeroId] public int Id { get; set; } = 1; [VeroTrait] public string Name { get; set; } = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "internal class", """
            internal class Customer { [VeroId] internal int Id { get; set; } = 1; [VeroTrait] protected internal string Name { get; set; } = "Ann"; }
            internal static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "private members of a partial class", """
            public partial class Customer { [VeroId] private int Id { get; set; } = 1; [VeroTrait] protected string Name => "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "record", """
            public record Customer { [VeroId] public int Id { get; init; } [VeroTrait] public string? Name { get; init; } }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 1, Name = "Ann" }.ToIdentifyRequest(); }
            """ },
        { "sealed partial record class", """
            public sealed partial record class Customer { [VeroId] public int Id { get; init; } [VeroTrait] public string? Name { get; init; } }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 1, Name = "Ann" }.ToIdentifyRequest(); }
            """ },
        { "positional record", """
            public record Customer([VeroId] int Id, [VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "positional record with property targets", """
            public record Customer([property: VeroId] int Id, [property: VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "positional record with param targets", """
            public record Customer([param: VeroId] int Id, [param: VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "positional partial record with one of each", """
            public partial record Customer([property: VeroId] int Id, [VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "the same attribute on parameter and property", """
            public record Customer([VeroId] [property: VeroId] int Id, [VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "a parameter whose property is written by hand", """
            public record Customer([VeroId] int Id, [VeroTrait] string Name) { public string Name { get; } = Name.ToUpperInvariant()[..1] + "nn"; }
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "ann").ToIdentifyRequest(); }
            """ },
        { "an attribute on the property written by hand", """
            public record Customer([VeroId] int Id, string Name) { [VeroTrait] public string Name { get; } = Name; }
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "a parameter whose property is a field written by hand", """
            public record Customer([VeroId] int Id, [VeroTrait] string Name) { public readonly string Name = Name; }
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "struct", """
            public struct Customer { [VeroId] public int Id { get; set; } [VeroTrait] public string Name { get; set; } }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 1, Name = "Ann" }.ToIdentifyRequest(); }
            """ },
        { "partial struct", """
            public partial struct Customer { [VeroId] public int Id; [VeroTrait] public string Name; }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 1, Name = "Ann" }.ToIdentifyRequest(); }
            """ },
        { "readonly struct", """
            public readonly struct Customer { public Customer(int id, string name) { Id = id; Name = name; } [VeroId] public int Id { get; } [VeroTrait] public readonly string Name; }
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "record struct", """
            public record struct Customer([VeroId] int Id, [property: VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "readonly partial record struct", """
            public readonly partial record struct Customer([VeroId] int Id, [VeroTrait] string Name);
            public static class Case { public static IdentifyRequest Make() { IVeroUser user = new Customer(1, "Ann"); return user.ToIdentifyRequest(); } }
            """ },
        { "nested in a class", """
            public class Outer { public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => Outer_CustomerVeroExtensions.ToIdentifyRequest(new Outer.Customer()); }
            """ },
        { "nested in partial types of every kind", """
            public partial interface IA { public partial struct B { internal partial record C { public partial record struct D { public partial class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } } } } }
            public static class Case { public static IdentifyRequest Make() => new IA.B.C.D.Customer().ToIdentifyRequest(); }
            """ },
        { "nested in a static class", """
            public static class Models { public sealed record Customer([VeroId] int Id, [VeroTrait] string Name); }
            public static class Case { public static IdentifyRequest Make() => new Models.Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "partial, nested in a type that is not partial", """
            public class Outer { public partial class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => new Outer.Customer().ToIdentifyRequest(); }
            """ },
        { "internal, nested in a public type", """
            public class Outer { internal class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => new Outer.Customer().ToIdentifyRequest(); }
            """ },
        { "protected internal, nested in a public type", """
            public class Outer { protected internal class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => new Outer.Customer().ToIdentifyRequest(); }
            """ },
        { "private, nested in a partial type", """
            public static partial class Case
            {
                private partial class Customer { [VeroId] private int Id => 1; [VeroTrait] public string Name = "Ann"; }
                public static IdentifyRequest Make() => new Customer().ToIdentifyRequest();
            }
            """ },
        { "private protected, nested in a partial type", """
            public partial class Case
            {
                private protected partial class Customer { [VeroId] public int Id => 1; [VeroTrait] public string Name = "Ann"; }
                public static IdentifyRequest Make() => new Customer().ToIdentifyRequest();
            }
            """ },
        { "generic with every kind of constraint", """
            public interface IMarked<T> { }
            public class Marked : IMarked<Marked> { }
            public class Customer<TClass, TNullable, TStruct, TNew, TUnmanaged, TNotNull, TSelf>
                where TClass : class
                where TNullable : class?
                where TStruct : struct
                where TNew : Marked, new()
                where TUnmanaged : unmanaged, Enum
                where TNotNull : notnull
                where TSelf : IMarked<TSelf>, IEnumerable<TClass?>?
            { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public class Self : List<string?>, IMarked<Self> { }
            public static class Case { public static IdentifyRequest Make() => new Customer<string, object?, int, Marked, DayOfWeek, string, Self>().ToIdentifyRequest(); }
            """ },
        { "partial generic", """
            public partial class Customer<T, @class> where T : IComparable<T> where @class : struct { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer<string, int>().ToIdentifyRequest(); }
            """ },
        { "self-referential generic", """
            public abstract class Entity<TSelf> where TSelf : Entity<TSelf> { [VeroId] public int Id = 1; }
            public class Customer : Entity<Customer> { [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "nested in a generic", """
            public class Outer<T> where T : struct { public class Customer<U> where U : class { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } }
            public static class Case { public static IdentifyRequest Make() => new Outer<int>.Customer<string>().ToIdentifyRequest(); }
            """ },
        { "partial, nested in a partial generic with the same parameter name", """
            public partial class Outer<T> where T : struct { public partial class Middle { public partial class Customer<U> where U : IEnumerable<T> { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } } }
            public static class Case { public static IdentifyRequest Make() => new Outer<int>.Middle.Customer<int[]>().ToIdentifyRequest(); }
            """ },
        { "generic and plain of one name", """
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public class Customer<T> { [VeroId] public int Id = 2; }
            public class Customer<T, U> { [VeroId] public int Id = 3; }
            public static class Case { public static IdentifyRequest Make() { new Customer<int>().ToIdentifyRequest(); new Customer<int, int>().ToIdentifyRequest(); return new Customer().ToIdentifyRequest(); } }
            """ },
        { "required, init and private setters", """
            public class Customer { [VeroId] public required int Id { get; init; } [VeroTrait] public string Name { get; private set; } = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 1 }.ToIdentifyRequest(); }
            """ },
        { "computed properties and readonly fields", """
            public class Customer { [VeroId] public int Id => 1; [VeroTrait] public readonly string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "several fields of one declaration", """
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string? Name = "Ann", Other, volatile_; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "virtual, override and sealed properties", """
            public abstract class Base { public abstract int Id { get; } public virtual string Name => "Bob"; }
            public class Customer : Base { [VeroId] public sealed override int Id => 1; [VeroTrait] public override string Name => "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "a property that returns by reference", """
            public class Customer { private string _name = "Ann"; [VeroId] public int Id = 1; [VeroTrait] public ref readonly string Name => ref _name; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "attributes by their full name, with suffix, and in one list", """
            public class Customer { [global::Vero.Typed.VeroIdAttribute()] public int Id = 1; [Obsolete("gone"), Vero.Typed.VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "members called like those of generated code", """
            public partial class Customer
            {
                [VeroId] public int user = 1; [VeroTrait("name")] public string writer = "Ann"; public int w, __json, __writer, json, sizeHint, _sizeHint, __sizeHint, SizeHint, VeroJsonWriter, VeroExtensions;
                public static int IdentifyRequest, IVeroUser;
            }
            public static class Case { public static global::Vero.Typed.IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "type parameters called like those of generated code", """
            #pragma warning disable CS8981 // a name in lower case only
            public class Customer<user, writer, System, Vero, T> { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer<int, int, int, int, int>().ToIdentifyRequest(); }
            """ },
        { "an explicit implementation of an interface", """
            public interface INamed { string Name { get; } }
            public class Customer : INamed { [VeroId] public int Id = 1; string INamed.Name => "Bob"; [VeroTrait] public string Name => "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "nested in partial types with every modifier", """
            public abstract unsafe partial class A { public readonly ref partial struct B { public static partial class C { public sealed partial record Customer([VeroId] int Id, [VeroTrait] string Name); } } }
            public static class Case { public static IdentifyRequest Make() => new A.B.C.Customer(1, "Ann").ToIdentifyRequest(); }
            """ },
        { "a private enum and a private value object", """
            public partial class Customer
            {
                private enum Names { Bob, Ann } private readonly record struct Number(int Value);
                [VeroId] private Number Id => new(1); [VeroTrait] private Names Name => Names.Ann;
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "members that hide those of every object", """
            public partial class Customer
            {
                [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann";
                [VeroTrait] public new string? GetType => null; [VeroTrait] public new string? MemberwiseClone => null; [VeroTrait] public new string? ReferenceEquals => null;
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "a file with nullable switched on and off", """
            #nullable disable
            public class Base<T> { }
            public class Customer : Base<string> { [VeroId] public int Id = 1;
            #nullable enable
                [VeroTrait] public string? Name = "Ann";
            #nullable disable
                [VeroTrait] public string Other; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "an assembly that is CLS compliant", """
            [assembly: CLSCompliant(true)]
            public partial class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public class customer1 { [VeroId] public int Id = 1; }
            [CLSCompliant(false)] public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "a partial class that has IVeroUser itself", """
            public partial class Customer : IVeroUser { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "overloads of the user's own", """
            public partial class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; public string ToIdentifyRequest(int times) => ""; public void ToIdentifyRequest<T>() { } }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "regions, conditional parts and #line", """
            #define HAS_NAME
            using Vero.Typed;
            #line 300 "elsewhere.razor"
            public class Customer
            {
                #region Members
                [VeroId] public int Id = 1;
            #if HAS_NAME
                [VeroTrait] public string Name = "Ann";
            #else
                [VeroTrait] public string Other = "Bob";
            #endif
                #endregion
            #line hidden
            }
            #line default
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
        { "global namespace with top-level types of the framework's names", """
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; }
            public class Guid { } public class String { } public class Object { } public class ReadOnlySpan<T> { } public class IBufferWriter<T> { } public class GeneratedCodeAttribute { }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """ },
    };

    [Theory]
    [MemberData(nameof(ShapesOfAnn))]
    public void Every_shape_of_a_type_sends_the_same(string shape, string source) => Assert.True(Ann == Json(source), shape);

    public static TheoryData<string, string> Namespaces { get; } = new()
    {
        { "file-scoped", "namespace Shop.Accounts; MEMBERS" },
        { "block", "namespace Shop { namespace Accounts { MEMBERS } }" },
        { "System", "namespace Shop.System { MEMBERS }" },
        { "Vero", "namespace Shop.Vero.Typed { MEMBERS }" },
        { "System at the end and types of that name", "namespace System.Shop { MEMBERS public class System { } public class Vero { } public class Int32 { } }" },
        { "inside the library's own", "namespace Vero.Typed { MEMBERS }" },
        { "beside the library's own", "namespace Vero { MEMBERS public class System { } }" },
        { "keywords", "namespace @event.@class.@namespace { MEMBERS }" },
        { "unicode", "namespace Лавка.商店 { MEMBERS }" },
        { "unicode escapes", "namespace Sh\\u006fp.\\u0063lass1 { MEMBERS }" },
        { "contextual keywords", "namespace record.required.file.global.var.async.await.field.extension { MEMBERS }" },
        { "a type of the namespace's name", "namespace Shop { public class Shop { } MEMBERS }" },
    };

    [Theory]
    [MemberData(nameof(Namespaces))]
    public void Every_namespace_works(string name, string source)
    {
        const string Plain = """
            public class Customer { [global::Vero.Typed.VeroId] public int Id = 1; [global::Vero.Typed.VeroTrait] public string Name = "Ann"; }
            public static class Case { public static global::Vero.Typed.IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        Assert.True(Ann == GeneratorHarness.Run(source.Replace("MEMBERS", Plain, StringComparison.Ordinal)).Json, name);
        string partial = Plain.Replace("public class Customer", "public partial class Customer", StringComparison.Ordinal);
        Assert.True(Ann == GeneratorHarness.Run(source.Replace("MEMBERS", partial, StringComparison.Ordinal)).Json, name);
    }

    [Theory]
    [InlineData("@event", "event")]
    [InlineData("@class", "class")]
    [InlineData("@this", "this")]
    [InlineData("@record", "record")]
    [InlineData("@base", "base")]
    [InlineData("System", "system")]
    [InlineData("Vero", "vero")]
    [InlineData("Typed", "typed")]
    [InlineData("String", "string")]
    [InlineData("ToString", "to_string")]
    [InlineData("GetHashCode", "get_hash_code")]
    [InlineData("Equals", "equals")]
    [InlineData("global", "global")]
    [InlineData("field", "field")]
    [InlineData("value", "value")]
    [InlineData("N\\u0061me", "name")]
    [InlineData("\\u0063lass", "class")]
    [InlineData("名前", "名前")]
    [InlineData("_", "_")]
    [InlineData("IdentifyRequest", "identify_request")]
    [InlineData("Customer_", "customer_")]
    public void Every_name_of_a_member_works(string name, string key)
    {
        foreach (string modifiers in new[] { "public class", "public partial class", "public partial struct" })
        {
            Assert.Equal(
                $$$"""{"id":"1","data":{"{{{key}}}":true}}""",
                GeneratorHarness.Run($$"""
                    using Vero.Typed;
                    {{modifiers}} Customer { [VeroId] public int Number => 1; [VeroTrait] public {{(name is "ToString" or "GetHashCode" or "Equals" ? "new " : "")}}bool {{name}} => true; }
                    public static class Case { public static global::Vero.Typed.IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
                    """).Json);
        }
    }

    [Theory]
    [InlineData("@class")]
    [InlineData("@event")]
    [InlineData("System")]
    [InlineData("Vero")]
    [InlineData("record_")]
    [InlineData("@record")]
    [InlineData("@file")]
    [InlineData("user")]
    [InlineData("IdentifyRequest")]
    [InlineData("VeroIdAttribute")]
    [InlineData("Кunde")]
    [InlineData("Cust\\u006fmer")]
    public void Every_name_of_a_type_works(string name)
    {
        foreach (string modifiers in new[] { "public class", "public sealed partial class" })
        {
            Assert.Equal(Ann, GeneratorHarness.Run($$"""
                #pragma warning disable CS8981 // a name in lower case only
                namespace Shop
                {
                    {{modifiers}} {{name}} { [global::Vero.Typed.VeroId] public int Id => 1; [global::Vero.Typed.VeroTrait] public string Name => "Ann"; }
                    public static class Case { public static global::Vero.Typed.IdentifyRequest Make() => new {{name}}().ToIdentifyRequest(); }
                }
                """).Json);
        }
    }

    [Fact]
    public void Types_of_one_name_in_two_places_are_two_types() => Assert.Equal(
        ["""{"id":"1"}""", """{"id":"2"}""", """{"id":"3"}""", """{"id":"4"}"""],
        GeneratorHarness.Run("""
            using Vero.Typed;
            namespace A { public class Customer { [VeroId] public int Id = 1; } }
            namespace B { public class Customer { [VeroId] public int Id = 2; } }
            namespace C { public class One { public partial class Customer { [VeroId] public int Id = 3; } } public class Two { public class Customer { [VeroId] public int Id = 4; } } }
            public static class Case { public static IdentifyRequest[] MakeAll() => new[] { Calls.A(), Calls.B(), Calls.One(), Calls.Two() }; }
            public static class Calls
            {
                public static IdentifyRequest A() => global::A.CustomerVeroExtensions.ToIdentifyRequest(new A.Customer());
                public static IdentifyRequest B() => global::B.CustomerVeroExtensions.ToIdentifyRequest(new B.Customer());
                public static IdentifyRequest One() => global::C.One_CustomerVeroExtensions.ToIdentifyRequest(new C.One.Customer());
                public static IdentifyRequest Two() => global::C.Two_CustomerVeroExtensions.ToIdentifyRequest(new C.Two.Customer());
            }
            """).AllJson);

    [Fact]
    public void Types_that_differ_only_by_case_are_two_types() => Assert.Equal(
        ["""{"id":"1"}""", """{"id":"2"}""", """{"id":"3"}"""],
        Json3("public class Customer { [VeroId] public int Id = 1; } public class customer_ { } public class CUSTOMER { [VeroId] public int Id = 2; } public partial class customer { [VeroId] public int Id = 3; }", "Customer", "CUSTOMER", "customer"));

    [Fact]
    public void Names_that_only_a_careless_file_name_makes_equal_are_two_types() => Assert.Equal(
        ["""{"id":"1"}""", """{"id":"2"}""", """{"id":"3"}"""],
        Json3("public partial class A { public partial class B { [VeroId] public int Id = 1; } } public class A_B { [VeroId] public int Id = 2; } public class İ { [VeroId] public int Id = 3; } public class I { [VeroId] public int Id = 4; }", "A.B", "A_B", "İ"));

    [Fact]
    public void Members_that_differ_only_by_case_are_two_members() => Assert.Equal(
        """{"id":"1","data":{"Name":"a","name":"b"}}""",
        Json("""
            [VeroSerialization(Naming = Naming.AsDeclared)] public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "a"; [VeroTrait] public string name = "b"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """));

    [Fact]
    public void Aliases_of_attributes_are_the_attributes()
    {
        const string Aliases = """
            global using GlobalId = Vero.Typed.VeroIdAttribute;
            global using GlobalTrait = global::Vero.Typed.VeroTraitAttribute;
            """;
        Assert.Equal(Ann, GeneratorHarness.Run([
            """
            using Vero.Typed;
            using Trait = Vero.Typed.VeroTraitAttribute;
            public class Customer { [GlobalId] public int Id = 1; [Trait] public string Name = "Ann"; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """,
            Aliases]).Json);
        Assert.Equal(Ann, GeneratorHarness.Run([
            """
            using Vero.Typed;
            using Trait = Vero.Typed.VeroTraitAttribute;
            public record Customer([GlobalId] int Id, [Trait] string Name);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """,
            Aliases]).Json);
    }

    [Theory]
    [InlineData("[property: VeroId] int Id, [property: Trait] string Name")]
    [InlineData("[property: GlobalId] int Id, [property: VeroTrait] string Name")]
    [InlineData("[property: GlobalId] int Id, [property: GlobalTrait] string Name")]
    [InlineData("[GlobalId] int Id, [property: Trait] string Name")]
    public void Aliases_behind_property_targets_are_the_attributes(string parameters) => Assert.Equal(Ann, GeneratorHarness.Run([
        $$"""
        using Vero.Typed;
        using Trait = Vero.Typed.VeroTraitAttribute;
        public record Customer({{parameters}});
        public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
        """,
        """
        global using GlobalId = Vero.Typed.VeroIdAttribute;
        global using GlobalTrait = Vero.Typed.VeroTraitAttribute;
        """]).Json);

    [Fact]
    public void Attributes_of_the_same_name_in_another_namespace_are_not_ours() => Assert.Empty(GeneratorHarness.Run("""
        namespace Other { public class VeroIdAttribute : System.Attribute { } public class VeroTraitAttribute : System.Attribute { public VeroTraitAttribute(string? key = null) { } } }
        namespace Shop { using Other; public class Customer { [VeroId] public int Id = 1; [VeroTrait] public string Name = "Ann"; } public record R([property: VeroId] int Id); }
        """).Files);

    [Fact]
    public void A_project_without_the_library_gets_nothing() => Assert.Empty(GeneratorHarness.Run(
        "public class Customer { public int Id = 1; }", new HarnessOptions { ReferencesLibrary = false }).Files);

    [Fact]
    public void An_enum_that_is_obsolete_as_an_error_is_sent_by_name() => Assert.Equal(
        """{"id":"1","data":{"plan":"Pro"}}""",
        GeneratorHarness.Run("""
            using System;
            using Vero.Typed;
            [Obsolete("gone", true)] public enum Plan : long { Free = long.MinValue, Pro = 0 }
            [Obsolete("with it")] public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Plan Plan = Plan.Pro; }
            [Obsolete("with it")] public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("public class")]
    [InlineData("public partial class")]
    public void Obsolete_and_experimental_members_cause_no_warning(string modifiers) => Assert.Equal(
        """{"id":"1","data":{"a":"a","b":"b","c":"c","plan":"Old","odd":"d"}}""",
        Json($$"""
            public enum Plan { [Obsolete] Old, [Obsolete("x", DiagnosticId = "SHOP001")] Older, New }
            {{modifiers}} Customer
            {
                [VeroId] public int Id = 1;
                [Obsolete, VeroTrait] public string A = "a";
                [Obsolete("use A", DiagnosticId = "SHOP002", UrlFormat = "https://example.com")] [VeroTrait] public string B = "b";
                [System.Diagnostics.CodeAnalysis.Experimental("SHOP003")] [VeroTrait] public string C => "c";
                [VeroTrait] public Plan Plan;
                [System.Diagnostics.CodeAnalysis.Experimental("SHOP004")] public class Odd { public override string ToString() => "d"; }
                [VeroTrait("odd")] public string D = "d";
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """));

    [Fact]
    public void An_obsolete_type_causes_no_warning()
    {
        Assert.Single(GeneratorHarness.Run("using System; using Vero.Typed; [Obsolete] public class Customer { [VeroId] public int Id = 1; }").Files);
        Assert.Single(GeneratorHarness.Run("using System; using Vero.Typed; [Obsolete(\"gone\", true)] public partial class Customer { [VeroId] public int Id = 1; }").Files);
        Assert.Single(GeneratorHarness.Run("using Vero.Typed; [System.Diagnostics.CodeAnalysis.Experimental(\"SHOP001\")] public class Customer { [VeroId] public int Id = 1; }").Files);
    }

    [Fact]
    public void An_enum_value_that_must_not_be_used_any_more_is_still_sent() => Assert.Equal(
        """{"id":"1","data":{"plan":"Old"}}""",
        Json("""
            public enum Plan { [Obsolete("gone", true)] Old, New }
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Plan Plan = default; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Every_nullable_context_works(NullableContextOptions nullable) => Assert.Equal(Ann, GeneratorHarness.Run(
        """
        using Vero.Typed;
        public class Base<T> where T : class { }
        public partial class Customer : Base<string> { [VeroId] public int Id { get; set; } = 1; [VeroTrait] public string Name { get; set; } = "Ann"; [VeroEmail] public string Email => ""; }
        public class Plain<T> : Base<T> where T : class { [VeroId] public int Id { get; set; } }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """,
        new HarnessOptions { Nullable = nullable }).Json);

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    public void Every_supported_language_version_works(LanguageVersion version) => Assert.Equal(
        """{"id":"1","email":"a@b","channels":[{"type":"push","platform":"ios","address":"x"}],"data":{"name":"Ann","plan":"Pro","score":1.5,"timezone":3}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public enum Plan { Free, Pro }
            public abstract record Base<T>([VeroId] T Id);
            public partial record Customer(int Id, [VeroTrait] string Name) : Base<int>(Id)
            {
                [VeroEmail] public string? Email { get; init; } = "a@b";
                [VeroChannel("push", "ios")] public string[] Tokens { get; init; } = new[] { "x" };
                [VeroTrait] public Plan? Plan { get; init; } = global::Plan.Pro;
                [VeroTrait] public double Score { get; init; } = 1.5;
                [VeroTimezone] public System.TimeSpan Zone { get; init; } = System.TimeSpan.FromHours(3);
            }
            public class Plain<T> where T : notnull { [VeroId] public int Id { get; set; } }
            public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
            """, new HarnessOptions { LanguageVersion = version }).Json);

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public void Types_written_in_c_sharp_10_get_no_code(string kind) => Assert.Empty(GeneratorHarness.Run(
        $"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id = 1; }}", new HarnessOptions { LanguageVersion = LanguageVersion.CSharp10 }).Files);

    [Fact]
    public void A_primary_constructor_of_a_class_holds_no_members() => Assert.Equal(Ann, Json("""
        public class Customer(int id, string name) { [VeroId] public int Id => id; [VeroTrait] public string Name { get; } = name; }
        public static class Case { public static IdentifyRequest Make() => new Customer(1, "Ann").ToIdentifyRequest(); }
        """));

    [Fact]
    public void Types_beside_top_level_statements_work() => Assert.Single(GeneratorHarness.Run("""
        using Vero.Typed;
        System.Console.WriteLine(new Customer(1).ToIdentifyRequest().ToJson());
        public record Customer([VeroId] int Id);
        """, new HarnessOptions { OutputKind = OutputKind.ConsoleApplication }).Files);

    [Fact]
    public void A_hundred_and_twenty_traits_are_sent_in_order()
    {
        StringBuilder members = new(), json = new();
        for (int i = 0; i < 120; i++)
        {
            members.Append(CultureInfo.InvariantCulture, $"[VeroTrait] public int? T{i} = {i}; ");
            json.Append(CultureInfo.InvariantCulture, $",\"t{i}\":{i}");
        }

        string traits = json.ToString(1, json.Length - 1);
        Assert.Equal("{\"id\":\"1\",\"data\":{" + traits + "}}", GeneratorHarness.Run(CustomerSource.WithMembers(members.ToString())).Json);
    }

    [Fact]
    public void Names_of_300_characters_work()
    {
        string name = new('N', 300);
        GeneratorRun run = GeneratorHarness.Run($$"""
            using Vero.Typed;
            namespace {{name}}
            {
                public class {{name}}1 { public class {{name}}2 { [VeroId] public int {{name}} = 1; [VeroTrait("name")] public string {{name}}3 = "Ann"; } public class {{name}}22 { [VeroId] public int {{name}} = 1; } }
                public static class Case { public static IdentifyRequest Make() => new {{name}}1.{{name}}2().ToIdentifyRequest(); }
            }
            """);
        Assert.Equal(Ann, run.Json);
        Assert.All(run.Files, static file => Assert.InRange(file.HintName.Length, 1, 150));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_the_source_do_not_reach_the_output(string newLine)
    {
        const string Source = "using Vero.Typed;\npublic partial class Customer\n{\n[VeroId] public int Id = 1;\n}\n";
        GeneratorRun run = GeneratorHarness.Run(Source.Replace("\n", newLine, StringComparison.Ordinal));
        Assert.DoesNotContain('\r', run.Text);
        Assert.Equal(GeneratorHarness.Run(Source).Text, run.Text);
    }

    private static string Json(string source) => GeneratorHarness.Run(source.StartsWith("#define", StringComparison.Ordinal) ? source : CustomerSource.Usings + source).Json;

    private static IReadOnlyList<string> Json3(string types, params string[] names) => GeneratorHarness.Run($$"""
        #pragma warning disable CS8981 // a name in lower case only
        using Vero.Typed;
        {{types}}
        public static class Case { public static IdentifyRequest[] MakeAll() => new[] { {{string.Join(", ", names.Select(static name => $"new {name}().ToIdentifyRequest()"))}} }; }
        """).AllJson;
}

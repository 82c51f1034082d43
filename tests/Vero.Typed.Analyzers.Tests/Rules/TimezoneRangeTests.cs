using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO104, and with it every way in which a value can reach a member.</summary>
public sealed class TimezoneRangeTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Vero.Typed; ";

    private const string Customer = Usings + """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTimezone] public int Zone { get; set; }
            public int Other { get; set; }
            public Customer? Friend { get; set; }
        }
        public class Nullable { [VeroId] public int Id; [VeroTimezone] public long? Zone { get; set; } }
        public class Span { [VeroId] public int Id; [VeroTimezone] public TimeSpan Zone { get; set; } }
        public class Maybe { [VeroId] public int Id; [VeroTimezone] public TimeSpan? Zone { get; set; } }
        public static class Zones { public const int Bad = 99; public const int Good = 10; public static readonly int Fixed = 99; public static readonly int Reset = 99; public static int Loose = 99; public static int Get() => 99; public static int Bare => 99; public static int Given { get; } = 99; public static int Either => Loose > 1 ? 99 : 1; public static int Settable { get; set; } = 99; static Zones() => Reset = 10; }
        public class Office { public int Zone { get; } = 99; public virtual int Virtual => 99; public readonly int Field = 99; public int Set { get; } = 99; public int Inited { get; init; } = 99; public readonly int FromInit = 99; public int Init { init => FromInit = 1; } public Office() => Set = 1; }
        public struct Room { public readonly int Zone = 99; public Room() { } }
        public enum Zone { Sydney = 600, Perth = 8 }

        """;

    [Theory]
    [InlineData("c.Zone = {|VERO104-Warning:99|};")]
    [InlineData("c.Zone = {|VERO104-Warning:-13|};")]
    [InlineData("c.Zone = {|VERO104-Warning:15|};")]
    [InlineData("c.Zone = ({|VERO104-Warning:99|});")]
    [InlineData("c.Zone = {|VERO104-Warning:10 * 60|};")]
    [InlineData("c.Zone = {|VERO104-Warning:(int)99L|};")]
    [InlineData("c.Zone = {|VERO104-Warning:int.MinValue|};")]
    [InlineData("c.Zone = {|VERO104-Warning:'a'|};")]
    [InlineData("c.Zone = {|VERO104-Warning:Zones.Bad|};")]
    [InlineData("c.Zone = {|VERO104-Warning:Zones.Fixed|};")]
    [InlineData("c.Zone = {|VERO104-Warning:Zones.Bare|}; c.Zone = {|VERO104-Warning:Zones.Given|};")]
    [InlineData("c.Zone = {|VERO104-Warning:new Office().Zone|}; var o = new Office(); c.Zone = {|VERO104-Warning:o.Field|}; int zone = o.Zone; c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("c.Zone = {|VERO104-Warning:(int)Zone.Sydney|};")]
    [InlineData("c.Zone = checked({|VERO104-Warning:99|});")]
    [InlineData("c.Zone = flag ? {|VERO104-Warning:99|} : 10;")]
    [InlineData("c.Zone = flag ? 10 : flag ? {|VERO104-Warning:99|} : {|VERO104-Warning:-99|};")]
    [InlineData("c.Zone = {|VERO104-Warning:true ? 99 : 100|}; c.Zone = true ? {|VERO104-Warning:99|} : number;")]
    [InlineData("c.Zone = number switch { 1 => 10, 2 => {|VERO104-Warning:99|}, _ => throw new Exception() };")]
    [InlineData("c.Zone = maybe ?? {|VERO104-Warning:99|};")]
    [InlineData("c.Zone = (int)(flag ? {|VERO104-Warning:99L|} : 1L);")]
    [InlineData("const int zone = 99; c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("int zone = 99; c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("int zone; zone = 99; c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("int first = 99; int zone = first; c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("int zone = 99; Action a = () => c.Zone = {|VERO104-Warning:zone|};")]
    [InlineData("c!.Zone = {|VERO104-Warning:99|}!;")]
    [InlineData("c.Friend!.Zone = {|VERO104-Warning:99|};")]
    [InlineData("c.Other = c.Zone = {|VERO104-Warning:99|};")]
    [InlineData("c.Zone = c.Friend!.Zone = {|VERO104-Warning:99|};")]
    [InlineData("(c.Zone, c.Other) = ({|VERO104-Warning:99|}, 99);")]
    [InlineData("(c.Other, (c.Zone, c.Id)) = (99, ({|VERO104-Warning:99|}, 99));")]
    [InlineData("_ = new Customer { Zone = {|VERO104-Warning:99|}, Other = 99 };")]
    [InlineData("_ = new Customer { Friend = { Zone = {|VERO104-Warning:99|} } };")]
    [InlineData("_ = new Customer { Friend = new() { Zone = {|VERO104-Warning:99|} } };")]
    [InlineData("_ = new List<Customer> { new() { Zone = {|VERO104-Warning:99|} } };")]
    [InlineData("var n = new Nullable { Zone = {|VERO104-Warning:99|} }; n.Zone ??= {|VERO104-Warning:100|}; n.Zone = null; n.Zone = flag ? {|VERO104-Warning:101|} : null;")]
    [InlineData("var s = new Span { Zone = {|VERO104-Warning:TimeSpan.FromHours(15)|} }; s.Zone = {|VERO104-Warning:new TimeSpan(15, 0, 0)|};")]
    [InlineData("var s = new Span { Zone = {|VERO104-Warning:TimeSpan.FromMinutes(900)|} }; s.Zone = {|VERO104-Warning:TimeSpan.FromHours(-12.5)|};")]
    [InlineData("var s = new Span { Zone = {|VERO104-Warning:TimeSpan.FromHours(14.5)|} }; s.Zone = {|VERO104-Warning:-TimeSpan.FromHours(13)|};")]
    [InlineData("var s = new Span { Zone = {|VERO104-Warning:new TimeSpan(1, 0, 0, 0)|} }; s.Zone = {|VERO104-Warning:new TimeSpan(36000000000 * 15)|};")]
    [InlineData("var s = new Span { Zone = {|VERO104-Warning:new TimeSpan(minutes: 0, seconds: 0, hours: 20)|} }; s.Zone = {|VERO104-Warning:TimeSpan.MaxValue|};")]
    [InlineData("var m = new Maybe { Zone = {|VERO104-Warning:TimeSpan.FromDays(1)|} }; m.Zone ??= {|VERO104-Warning:TimeSpan.FromSeconds(99999)|}; m.Zone = null;")]
    [InlineData("TimeSpan offset = TimeSpan.FromHours(15); _ = new Span { Zone = {|VERO104-Warning:offset|} };")]
    public Task A_constant_that_no_timezone_has_is_reported(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ public void Call(Customer c, bool flag, int number, int? maybe) {{ {statements} }} }}");

    [Theory]
    [InlineData("c.Zone = 10; c.Zone = -12; c.Zone = 14; c.Zone = 0; c.Zone = default; c.Zone = Zones.Good; c.Zone = (int)Zone.Perth;")]
    [InlineData("c.Other = 99; c.Id = 99; Zones.Loose = 99;")]
    [InlineData("c.Zone = Zones.Reset; c.Zone = Zones.Either; c.Zone = Zones.Settable; var o = new Office(); c.Zone = o.Virtual; c.Zone = o.Set; c.Zone = o.Inited; c.Zone = o.FromInit; c.Zone = default(Room).Zone;")]
    [InlineData("c.Zone = c.Friend!.Zone; c.Zone = Zones.Loose; c.Zone = Zones.Get(); c.Zone = number; c.Zone = maybe ?? 10;")]
    [InlineData("c.Zone = 600 / 60; c.Zone = number * 60; c.Zone = 99 - number; c.Zone += 99; c.Zone++;")]
    [InlineData("c.Zone = unchecked((sbyte)266);")]
    [InlineData("c.Zone = unchecked((sbyte)(flag ? 266 : 1));")]
    [InlineData("c.Zone = false ? 99 : 10; c.Zone = true ? 10 : 99; c.Zone = true ? number : 99;")]
    [InlineData("int zone = 99; zone = 10; c.Zone = zone;")]
    [InlineData("int zone = 99; if (flag) zone = 10; c.Zone = zone;")]
    [InlineData("int zone = 99; zone /= 10; c.Zone = zone;")]
    [InlineData("int zone = 15; zone--; c.Zone = zone;")]
    [InlineData("int zone = 99; int.TryParse(\"1\", out zone); c.Zone = zone;")]
    [InlineData("int zone = 99; ref int other = ref zone; other = 1; c.Zone = zone;")]
    [InlineData("int zone = 99; (zone, _) = (1, 2); c.Zone = zone;")]
    [InlineData("int zone = flag ? 99 : 1; if (zone < 15) c.Zone = zone;")]
    [InlineData("int zone = maybe ?? 99; if (zone < 15) c.Zone = zone;")]
    [InlineData("for (int zone = 99; zone > 0; zone--) c.Zone = zone;")]
    [InlineData("foreach (int zone in new[] { 99 }) c.Zone = zone;")]
    [InlineData("if (c is { Zone: 99 }) { } bool b = c.Zone == 99; int x = c.Zone + 99; Compare(c.Zone, 99);")]
    [InlineData("_ = new Customer { Other = 99, Zone = 10, Friend = new() { Other = 99 } };")]
    [InlineData("_ = new Span { Zone = TimeSpan.FromHours(14) }; _ = new Span { Zone = new TimeSpan(-12, 0, 0) }; _ = new Span { Zone = TimeSpan.FromMinutes(600) };")]
    [InlineData("_ = new Span { Zone = TimeSpan.Zero }; _ = new Span { Zone = TimeSpan.FromHours(number) }; _ = new Span { Zone = -TimeSpan.FromHours(12) };")]
    [InlineData("_ = new Span { Zone = TimeSpan.Parse(\"99\") }; _ = new Span { Zone = new TimeSpan(number, 99, 0) }; _ = new Maybe { Zone = null };")]
    [InlineData("(c.Zone, c.Other) = Pair(); (c.Zone, c.Other) = (10, 99); (int a, int z) = (1, 99); c.Zone = z;")]
    public Task What_may_be_right_or_is_not_sent_is_silent(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ static (int, int) Pair() => (99, 99); static void Compare(int a, int b) {{ }} public void Call(Customer c, bool flag, int number, int? maybe) {{ {statements} }} }}");

    [Theory]
    [InlineData("[VeroTimezone] public int Zone = {|VERO104-Warning:99|};")]
    [InlineData("[VeroTimezone] public sbyte Zone = {|VERO104-Warning:99|};")]
    [InlineData("[VeroTimezone] public ulong Zone { get; set; } = {|VERO104-Warning:ulong.MaxValue|};")]
    [InlineData("[VeroTimezone] public short? Zone { get; } = {|VERO104-Warning:99|};")]
    [InlineData("[VeroTimezone] public TimeSpan Zone { get; init; } = {|VERO104-Warning:TimeSpan.FromHours(15)|};")]
    [InlineData("[VeroTimezone] public int Zone => {|VERO104-Warning:99|};")]
    [InlineData("[VeroTimezone] public int Zone { get => {|VERO104-Warning:99|}; }")]
    [InlineData("[VeroTimezone] public int Zone { get { return {|VERO104-Warning:99|}; } set { } }")]
    [InlineData("[VeroTimezone] public int Zone { get { if (Id == 1) return {|VERO104-Warning:99|}; return Id switch { 2 => {|VERO104-Warning:98|}, _ => Id }; } }")]
    [InlineData("[VeroTimezone] public int Zone { get { int zone = 99; return {|VERO104-Warning:zone|}; } }")]
    [InlineData("private readonly int _zone = {|VERO104-Warning:99|}; [VeroTimezone] public int Zone => _zone;")]
    [InlineData("private int _zone; public Customer() => _zone = {|VERO104-Warning:99|}; [VeroTimezone] public int Zone { get { return this._zone; } set { _zone = Math.Min(value, 14); } }")]
    [InlineData("private int _zone; [VeroTimezone] public int Zone { get => _zone; set => _zone = value; } public void Move() => Zone = {|VERO104-Warning:99|};")]
    [InlineData("private int _zone; [VeroTimezone] public int Zone { get { return _zone; } init { this._zone = value; } } public static Customer Make() => new() { Zone = {|VERO104-Warning:99|} };")]
    [InlineData("[VeroTimezone] public int Zone { get; set; } public Customer() { Zone = {|VERO104-Warning:99|}; }")]
    [InlineData("[VeroTimezone] public int Zone { get; set; } public void Move() { this.Zone = {|VERO104-Warning:99|}; }")]
    [InlineData("[VeroTrait({|VERO103-Info:\"timezone\"|})] public int Hours { get; set; } = {|VERO104-Warning:99|};")]
    [InlineData("[{|VERO103-Info:VeroTrait|}] public int Timezone { get; set; } = {|VERO104-Warning:99|};")]
    public Task Initializers_and_getters_are_looked_at(string member) => Verify.AnalyzerAsync(
        $"{Usings} public class Customer {{ [VeroId] public int Id {{ get; set; }} {member} }}");

    [Theory]
    [InlineData("public int Zone = 99; public int Timezone { get; } = 99;")]
    [InlineData("[VeroTrait] public int Age = 99; [VeroTrait(\"zone\")] public int Zone => 99;")]
    [InlineData("[VeroTimezone] public int Zone { get { Func<int> f = () => 99; int Local() => 98; return f() + Local(); } }")]
    [InlineData("private int _zone = 99; [VeroTimezone] public int Zone => Math.Min(_zone, 14);")]
    [InlineData("private int _zone; [VeroTimezone] public int Zone { get => _zone; set => _zone = Math.Min(value, 14); } public void Move() => Zone = 99;")]
    [InlineData("private int _minutes; [VeroTimezone] public int Zone { get => _minutes / 60; set => _minutes = value; } public void Move() => Zone = 600;")]
    [InlineData("private int _zone, _other; [VeroTimezone] public int Zone { get => _zone; set => _other = value; } public void Move() => Zone = 600;")]
    [InlineData("private int _zone; [VeroTimezone] public int Zone { get => _zone; set { if (value < 15) _zone = value; } } public void Move() => Zone = 600;")]
    [InlineData("[VeroTimezone] public int Zone { get => 1; set { } } public void Move() => Zone = 99;")]
    [InlineData("[{|VERO101:VeroTimezone|}] public double Zone { get; set; } = 99;")]
    [InlineData("[{|VERO101:VeroTimezone|}] public DayOfWeek Zone { get; set; } = (DayOfWeek)99;")]
    [InlineData("[VeroTimezone, {|VERO010:VeroTrait|}] public int Zone { get; set; } = 99;")]
    [InlineData("[{|VERO008:VeroTimezone|}] public static int Zone = 99;")]
    [InlineData("[VeroTimezone] public TimeZoneInfo? Zone { get; set; } = null;")]
    [InlineData("[VeroUserAgent] public string Agent { get; set; } = \"99\";")]
    [InlineData("[VeroTimezone] public int Zone { get; set; } public int this[int i] { get => 99; set { } } public void Move() => this[1] = 99;")]
    public Task Members_whose_value_is_another_are_silent(string member) => Verify.AnalyzerAsync(
        $"{Usings} public class Customer {{ [VeroId] public int Id {{ get; set; }} {member} }}");

    [Theory]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone);", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone);", "new Customer(Zone: {|VERO104-Warning:99|}, Id: 99)")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone);", "new Customer(1, 2) with { Zone = {|VERO104-Warning:99|}, Id = 99 }")]
    [InlineData("public record Customer([VeroId] int Id, [property: VeroTimezone] int? Zone);", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public record struct Customer([VeroId] int Id, [VeroTimezone] TimeSpan Zone);", "new Customer(1, {|VERO104-Warning:TimeSpan.FromHours(15)|})")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone = {|VERO104-Warning:99|});", "new Customer(1)")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone) { public int Zone { get; init; } = Zone; }", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public record Person([VeroId] int Id, [VeroTimezone] int Zone); public record Customer(int Id, int Zone) : Person(Id, Zone);", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public record Person([VeroId] int Id, int Zone); public record Customer(int Id, [VeroTimezone] int Zone) : Person(Id, Zone);", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public record Person([VeroId] int Id, [VeroTimezone] int Zone); public record Customer(int Id) : Person(Id, {|VERO104-Warning:99|});", "new Customer(1)")]
    [InlineData("public class Customer(int id, int zone) { [VeroId] public int Id { get; } = id; [VeroTimezone] public int Zone { get; } = zone; }", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public class Customer(int id, int zone) { [VeroId] public int Id { get; } = id; [VeroTimezone] public int Zone => zone; }", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public class Customer(int id, int zone) { [VeroId] public int Id { get; } = id; [VeroTimezone] public int Zone = zone; }", "new Customer(1, {|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int id, int zone) { Id = id; Zone = zone; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer(99, {|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int zone, int id = 99) => (Id, this.Zone) = (id, zone); [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int zone) => _zone = zone; [VeroId] public int Id { get; } private readonly int _zone; [VeroTimezone] public int Zone => _zone; }", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int? zone) { Zone = zone ?? throw new ArgumentNullException(nameof(zone)); } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int zone) { if (zone > 14) throw new ArgumentException(\"\"); Zone = (sbyte)zone; } [VeroId] public int Id { get; } [VeroTimezone] public sbyte Zone { get; } }", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer() : this({|VERO104-Warning:99|}) { } public Customer(int zone) { Zone = zone; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer()")]
    [InlineData("public class Customer { public Customer(int zone) : this(zone, 1) { } public Customer(int zone, int id) { Zone = zone; Id = id; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Person { public Person(int zone) => Zone = zone; [VeroId] public int Id; [VeroTimezone] public int Zone { get; } } public class Customer(int zone) : Person(zone);", "new Customer({|VERO104-Warning:99|})")]
    [InlineData("public class Customer { public Customer(int zone = {|VERO104-Warning:99|}) { Zone = zone; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer()")]
    [InlineData("public class Customer<T> { public Customer(T id, int zone) { Id = 1; Zone = zone; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }", "new Customer<string>(\"\", {|VERO104-Warning:99|})")]
    public Task Arguments_that_go_straight_through_are_reported(string type, string creation) => Verify.AnalyzerAsync(
        $"{Usings} {type} public class Calls {{ public object Call() => {creation}; }}");

    [Theory]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone, int Other);", "new Customer(99, 10, 99)")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone);", "new Customer(1, 99) { Zone = 10 }")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone) { public int Zone { get; init; } = Math.Min(Zone, 14); }", "new Customer(1, 99)")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTimezone] int Zone) { public Customer(int minutes) : this(1, minutes / 60) { } }", "new Customer(600)")]
    [InlineData("public class Customer(int zone) { [VeroId] public int Id; [VeroTimezone] public int Zone => zone; public void Fix() => zone = 10; }", "new Customer(99)")]
    [InlineData("public class Customer(int zone) { [VeroId] public int Id; [VeroTimezone] public int Zone { get; } = zone / 60; }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) { zone /= 60; Zone = zone; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) { if (zone < 15) Zone = zone; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) { if (zone > 14) return; Zone = zone; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) { Zone = zone; if (Zone > 14) Zone /= 60; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) : this(zone, 1) { Zone = 10; } public Customer(int zone, int id) { Zone = zone; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone) { Zone = zone; } [VeroId] public int Id; private int _zone; [VeroTimezone] public int Zone { get => _zone; set => _zone = value / 60; } }", "new Customer(600)")]
    [InlineData("public class Customer { public Customer(int zone, Customer other) { other.Zone = zone; } [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } }", "new Customer(600, null!)")]
    [InlineData("public class Customer { public Customer(int zone) { Zone ??= zone; } [VeroId] public int Id; [VeroTimezone] public int? Zone { get; set; } = 10; }", "new Customer(600)")]
    [InlineData("public class Customer { public static Customer Make(int zone) => new() { Zone = zone }; [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } }", "Customer.Make(600)")]
    public Task Arguments_that_may_end_up_as_something_else_are_silent(string type, string creation) => Verify.AnalyzerAsync(
        $"{Usings} {type} public class Calls {{ public object Call() => {creation}; }}");

    [Theory]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTimezone] public virtual int Zone { get; set; } } public class Customer : Person { public override int Zone { get; set; } = {|VERO104-Warning:99|}; }", "new Customer { Zone = {|VERO104-Warning:98|} }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; [VeroTimezone] public abstract int Zone { get; } } public class Customer : Person { public override int Zone => {|VERO104-Warning:99|}; }", "new Customer()")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } } public class Customer : Person { }", "new Customer { Zone = {|VERO104-Warning:98|} }")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } } public class Customer : Person { public new int Zone { get; set; } = 99; }", "new Customer { Zone = 98 }")]
    [InlineData("public class Person { [VeroId] public int Id; public int Zone { get; set; } } public class Customer : Person { [VeroTimezone] public new int Zone { get; set; } = {|VERO104-Warning:99|}; }", "new Person { Zone = 98 }")]
    [InlineData("public interface IZoned { int Zone { get; set; } } public class Customer : IZoned { [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } public static IZoned Make() => new Customer(); public static void Move(IZoned z) => z.Zone = 99; }", "new Customer()")]
    [InlineData("public abstract class Entity<T> { [VeroId] public int Id; [VeroTimezone] public T? Zone { get; set; } } public class Customer : Entity<int> { [VeroTrait] public int A; }", "new Customer { Zone = {|VERO104-Warning:98|} }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } public static void Move<T>(T c) where T : Customer => c.Zone = {|VERO104-Warning:99|}; }", "new Customer()")]
    [InlineData("public abstract class Person { [VeroId] public int Id; [VeroTimezone] public abstract int Zone { get; set; } public void Move() => Zone = 99; } public class Customer : Person { private int _m; public override int Zone { get => _m / 60; set => _m = value; } }", "new Customer { Zone = 600 }")]
    [InlineData("public struct Customer { [VeroId] public int Id; [VeroTimezone] public int Zone; }", "new Customer { Zone = {|VERO104-Warning:98|} }")]
    public Task Hierarchies_are_understood(string types, string creation) => Verify.AnalyzerAsync(
        $"{Usings} {types} public class Calls {{ public object Call() => {creation}; }}");

    [Theory]
    [InlineData("new Customer { Zone = {|VERO104-Warning:99|} }")]
    [InlineData("new Customer { Hidden = 99, Full = 99, Field = {|VERO104-Warning:99|} }")]
    [InlineData("new Positional(1, {|VERO104-Warning:99|})")]
    [InlineData("new Positional(1, 2) with { Zone = {|VERO104-Warning:99|} }")]
    [InlineData("new Derived(1, {|VERO104-Warning:99|}, 99)")]
    [InlineData("new Mine(1, {|VERO104-Warning:99|})")]
    [InlineData("new Positional(99)")]
    [InlineData("new Plain(99)")]
    public async Task Types_of_another_assembly_count(string creation)
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            """
            using Vero.Typed;
            namespace Domain;
            public class Customer
            {
                private int _full;
                [VeroId] public int Id { get; set; }
                [VeroTimezone] public int Zone { get; set; }
                public int Hidden { get; set; }
                [VeroTrait("timezone")] public int Full { get => _full; set => _full = value / 60; }
                [VeroTimezone] public int Field;
            }
            public record Positional([VeroId] int Id, [VeroTimezone] int Zone) { public Positional(int minutes) : this(1, minutes / 60) { } }
            public record Derived(int Id, int Zone, int Other) : Positional(Id, Zone);
            public class Plain { public Plain(int Zone) { this.Zone = Zone / 60; } [VeroId] public int Id { get; } [VeroTimezone] public int Zone { get; } }
            """,
            new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            $"using Domain; public record Mine(int Id, int Zone) : Positional(Id, Zone); public class Calls {{ public object Call() => {creation}; }}",
            new HarnessOptions { References = [domain] });
    }

    [Theory]
    [InlineData("99", "")]
    [InlineData("15", "")]
    [InlineData("-45", "")]
    [InlineData("60", "; 60 minutes are 1 hour")]
    [InlineData("36000", "; 36000 seconds are 10 hours")]
    [InlineData("600", "; 600 minutes are 10 hours")]
    [InlineData("-570", "; -570 minutes are -9.5 hours")]
    [InlineData("36000000", "; 36000000 milliseconds are 10 hours")]
    public async Task It_says_what_the_number_may_have_been_meant_as(string number, string hint)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTimezone] public int Zone = {number}; }}"));
        Assert.Equal(ReservedKeyRules.TimezoneOutOfRange.MessageWith("Zone", number, hint), found.Message());
    }

    [Fact]
    public async Task It_says_how_long_a_time_span_is()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            "using System; using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTimezone] public TimeSpan Zone = TimeSpan.FromMinutes(870); }"));
        Assert.Equal(ReservedKeyRules.TimezoneOutOfRange.MessageWith("Zone", "a time span of 14.5 hours", ""), found.Message());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public Task It_holds_in_every_language_version_and_without_nullable(LanguageVersion version) => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTimezone] public int Zone { get; set; } = {|VERO104-Warning:99|}; public void Move(bool b) { this.Zone = b ? {|VERO104-Warning:98|} : 1; } }",
        new HarnessOptions { LanguageVersion = version, Nullable = NullableContextOptions.Disable });

    [Fact]
    public Task A_type_in_several_files_is_one_type() => Verify.AnalyzerAsync(
    [
        "using Vero.Typed; public partial class Customer { [VeroId] public int Id; private readonly int _zone; [VeroTimezone] public int Zone => _zone; }",
        "public partial class Customer { public Customer(int zone) { _zone = zone; } }",
        "public class Calls { public object Call() => new Customer({|VERO104-Warning:99|}); }",
    ]);

    [Fact]
    public Task Code_without_a_method_of_its_own_is_looked_at() => Verify.AnalyzerAsync(
        "using Vero.Typed; var c = new Customer(); c.Zone = {|VERO104-Warning:99|}; public class Customer { [VeroId] public int Id; [VeroTimezone] public int Zone; public static Customer One = new() { Zone = {|VERO104-Warning:99|} }; }",
        new HarnessOptions { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public Task Generated_files_are_left_alone() => Verify.AnalyzerAsync(
        "// <auto-generated/>\nusing Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTimezone] public int Zone = 99; }");

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("silent", "{|VERO104-Hidden:", "|}")]
    [InlineData("suggestion", "{|VERO104-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTimezone] public int Zone = {open}99{close}; }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO104.severity = {severity}\n" });

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO104
            [VeroTimezone] public int Zone = 99;
        #pragma warning restore VERO104
            public void Move() => Zone = {|VERO104-Warning:99|};
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.ReservedKeys", "VERO104")]
            public void MoveAgain() => Zone = 99;
        }
        """);
}

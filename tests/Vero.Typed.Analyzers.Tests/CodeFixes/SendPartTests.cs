using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO005, VERO006 and VERO007: the path to the part of a value that is meant, or a converter that returns it.</summary>
public sealed class SendPartTests
{
    private const string Types = """
        using System; using System.Collections.Generic; using Vero.Typed;
        public readonly record struct AccountId(Guid Id) { public bool IsEmpty => Id == Guid.Empty; }
        public sealed record Mail(string Address, bool IsVerified);
        public abstract class SmartEnum { public string Name { get; init; } = ""; public int Value { get; init; } }
        public sealed class Level : SmartEnum { }
        public record Amount(decimal Value, string Currency);
        public struct Instant { public long Ticks { get; } public DateTimeOffset ToDateTimeOffset() => default; }
        public class Login { public string? Password { get; set; } public bool IsLocked { get; set; } }
        public class Holder { public AccountId Account { get; set; } public Level? Level { get; set; } public List<Level> Levels { get; } = new(); }
        public readonly record struct V1(int Value);
        public readonly record struct V2(V1 Value);
        public record Text(string Value);
        public record Ws(V1 Id, string N);
        public class Boxed<T> { public T Value { get; set; } = default!; public string? X { get; set; } }
        public class Hidden { internal int Id { get; set; } public string? S { get; set; } }
        public class Wrap { public V1? Id { get; set; } public string? T { get; set; } public string? U { get; set; } }
        public class MailPart { public System.Net.Mail.MailAddress? Address { get; set; } public string? DisplayName { get; set; } }
        public class TextPart { public Text? Email { get; set; } public string? Note { get; set; } }
        public class Price { public V2 Value { get; set; } public string? Note { get; set; } }
        public class One { public V2 Inner { get; set; } public bool IsSet { get; set; } }

        """;

    private const string Unclear = """
        public record Two(string One, string Other);
        public record Flag(bool IsSet);
        public class Double { public double Id { get; set; } public string? S { get; set; } }
        public class Stored { public V1 Id; public string? S { get; set; } }
        public class Beside { public int Number; public string? S { get; set; } }
        public class Closed { private int Id { get; set; } public string? S { get; set; } }
        public class Outdated { [Obsolete("", true)] public int Id { get; set; } public string? S { get; set; } }
        public class Inside { public string? S { get; set; } internal string? T { get; set; } }
        public class NumberPart { public V1 Address { get; set; } public string? Name { get; set; } }
        public class Named { public Text? Name { get; set; } public string? Note { get; set; } }
        public class Untyped { public object? Value { get; set; } public string? Note { get; set; } }

        """;

    private static readonly CodeFixCase Path = new() { EquivalenceKey = "Vero.SendPart" };

    private static readonly CodeFixCase Converter = new() { EquivalenceKey = "Vero.WriteConverter" };

    [Theory]
    [InlineData("[{|VERO005:VeroId|}] public AccountId Key;", "[VeroId(From = \"Id\")] public AccountId Key;")]
    [InlineData("[{|VERO005:VeroId(Prefix = \"a-\")|}] public AccountId? Key;", "[VeroId(Prefix = \"a-\", From = \"Id\")] public AccountId? Key;")]
    [InlineData("[{|VERO005:VeroId(From = \"Account\")|}] public Holder? Key;", "[VeroId(From = \"Account.Id\")] public Holder? Key;")]
    [InlineData("[VeroId] public int Id; [{|VERO006:VeroEmail|}] public Mail? Email;", "[VeroId] public int Id; [VeroEmail(From = \"Address\")] public Mail? Email;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Level? MyLevel;", "[VeroId] public int Id; [VeroTrait(\"my_level\", From = \"Name\")] public Level? MyLevel;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait()|}] public Level? A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"Name\")] public Level? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait(\"x\")|}] public Level? A;", "[VeroId] public int Id; [VeroTrait(\"x\", From = \"Name\")] public Level? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait(WriteNull = true)|}] public Level? A;", "[VeroId] public int Id; [VeroTrait(\"a\", WriteNull = true, From = \"Name\")] public Level? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait(From = \"Level\")|}] public Holder? A;", "[VeroId] public int Id; [VeroTrait(\"level\", From = \"Level.Name\")] public Holder? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Level[]? A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"[].Name\")] public Level[]? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait(\"x\", From = \"Levels\")|}] public Holder? A;", "[VeroId] public int Id; [VeroTrait(\"x\", From = \"Levels[].Name\")] public Holder? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait(\"x\", From = \"[].Level\")|}] public List<Holder>? A;", "[VeroId] public int Id; [VeroTrait(\"x\", From = \"[].Level.Name\")] public List<Holder>? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Amount? A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"Value\")] public Amount? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Instant A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"ToDateTimeOffset()\")] public Instant A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Level GetLevel() => new();", "[VeroId] public int Id; [VeroTrait(\"level\", From = \"Name\")] public Level GetLevel() => new();")]
    [InlineData("[{|VERO005:VeroId|}] public Ws? Key;", "[VeroId(From = \"Id\")] public Ws? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Boxed<V1>? Key;", "[VeroId(From = \"Value\")] public Boxed<V1>? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Hidden? Key;", "[VeroId(From = \"Id\")] public Hidden? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Wrap? Key;", "[VeroId(From = \"Id\")] public Wrap? Key;")]
    [InlineData("[VeroId] public int Id; [{|VERO006:VeroEmail|}] public MailPart? E;", "[VeroId] public int Id; [VeroEmail(From = \"Address\")] public MailPart? E;")]
    [InlineData("[VeroId] public int Id; [{|VERO006:VeroEmail|}] public TextPart? E;", "[VeroId] public int Id; [VeroEmail(From = \"Email\")] public TextPart? E;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Price? A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"Value\")] public Price? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public One? A;", "[VeroId] public int Id; [VeroTrait(\"a\", From = \"Inner\")] public One? A;")]
    public Task The_path_is_written_with_the_key_that_there_was(string before, string after) =>
        Verify.CodeFixAsync($"{Types}public class Customer {{ {before} }}", $"{Types}public class Customer {{ {after} }}", Path);

    [Fact]
    public Task On_a_type_and_on_a_parameter() => Verify.CodeFixAsync(
        $$"""
        {{Types}}
        [{|VERO005:VeroId(From = nameof(Account))|}, {|VERO007:VeroTrait("level", From = "Level")|}] public class User : Holder { }
        public record Customer([{|VERO005:VeroId|}] AccountId Id, [{|VERO007:VeroTrait|}] Level Level);
        """,
        $$"""
        {{Types}}
        [{|VERO005:VeroId(From = nameof(Account))|}, VeroTrait("level", From = "Level.Name")] public class User : Holder { }
        public record Customer([VeroId(From = "Id")] AccountId Id, [VeroTrait("level", From = "Name")] Level Level);
        """,
        Path with { Iterations = 3 });

    [Fact]
    public Task A_converter_is_written_behind_the_type() => Verify.CodeFixAsync(
        $$"""
        {{Types}}
        namespace Shop
        {
            public class Customer
            {
                [{|VERO005:VeroId|}]
                public AccountId Id { get; set; }
            } // of the shop

            public class Other { [VeroId] public int Id; }
        }
        """,
        $$"""
        {{Types}}
        namespace Shop
        {
            public class Customer
            {
                [VeroId]
                public AccountId Id { get; set; }
            } // of the shop

            internal static class AccountIdConverter
            {
                [VeroConverter]
                internal static Guid ToVero(AccountId value) => value.Id;
            }

            public class Other { [VeroId] public int Id; }
        }
        """,
        Converter with { Titles = ["Send 'Id'", "Write a converter for 'AccountId'"] });

    [Fact]
    public Task One_converter_serves_all_members_of_its_type() => Verify.CodeFixAsync(
        $$"""
        {{Types}}
        public class Customer
        {
            [{|VERO007:VeroTrait|}] public Level? Level { get; set; }
            [{|VERO007:VeroTrait|}] public List<Level?>? Levels { get; set; }
            [{|VERO007:VeroTrait|}] public Instant Since { get; set; }
            [{|VERO005:VeroId|}] public AccountId Id { get; set; }
            [{|VERO007:VeroTrait|}] public AccountId? Referrer { get; set; }
        }
        public class Lead { [{|VERO005:VeroId|}] public AccountId Id { get; set; } [{|VERO006:VeroEmail|}] public Mail? Email { get; set; } }
        """,
        $$"""
        {{Types}}
        public class Customer
        {
            [VeroTrait] public Level? Level { get; set; }
            [VeroTrait] public List<Level?>? Levels { get; set; }
            [VeroTrait] public Instant Since { get; set; }
            [VeroId] public AccountId Id { get; set; }
            [VeroTrait] public AccountId? Referrer { get; set; }
        }

        internal static class AccountIdConverter
        {
            [VeroConverter]
            internal static Guid ToVero(AccountId value) => value.Id;
        }

        internal static class InstantConverter
        {
            [VeroConverter]
            internal static DateTimeOffset ToVero(Instant value) => value.ToDateTimeOffset();
        }

        internal static class LevelConverter
        {
            [VeroConverter]
            internal static string ToVero(Level value) => value.Name;
        }
        public class Lead { [VeroId] public AccountId Id { get; set; } [VeroEmail] public Mail? Email { get; set; } }

        internal static class MailConverter
        {
            [VeroConverter]
            internal static string ToVero(Mail value) => value.Address;
        }
        """,
        Converter with { Iterations = 4 });

    [Theory]
    [InlineData("[{|VERO005:VeroId|}] public double Id;")]
    [InlineData("[{|VERO005:VeroId|}] public Two Id;")]
    [InlineData("[{|VERO005:VeroId|}] public System.Uri? Id;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Two? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Dictionary<int, Level>? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public System.Text.RegularExpressions.Match? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Flag? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public object? A;")]
    [InlineData("[{|VERO005:VeroId|}] public Double? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Closed? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Stored? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Beside? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Outdated? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Inside? Key;")]
    [InlineData("[{|VERO005:VeroId|}] public Login? Key;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Login? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO006:VeroEmail|}] public NumberPart? E;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Named? A;")]
    [InlineData("[VeroId] public int Id; [{|VERO007:VeroTrait|}] public Untyped? A;")]
    public Task Where_it_is_not_evident_nothing_is_offered(string member) => Verify.NoCodeFixAsync(
        $"{Types}{Unclear}public class Customer {{ {member} }}");

    [Fact]
    public Task No_converter_is_offered_where_there_is_a_type_of_its_name() => Verify.CodeFixAsync(
        $"{Types}public class AccountIdConverter {{ }} public class Customer {{ [{{|VERO005:VeroId|}}] public AccountId Id; }}",
        $"{Types}public class AccountIdConverter {{ }} public class Customer {{ [VeroId(From = \"Id\")] public AccountId Id; }}",
        Path with { Titles = ["Send 'Id'"] });
}

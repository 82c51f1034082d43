using System.Globalization;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>
/// Classes of twenty members as they are in programs: records and classes, ids in a base or a generic base, values and enums that others share, collections,
/// a key that is a constant of another file.
/// </summary>
internal sealed class MixedShape : Shape
{
    public override string Name => "mixed";

    protected override string SharedByAnnotated => """
        using Vero.Typed;
        namespace Shop;
        public abstract class Party { [VeroId] public int Id { get; set; } [VeroEmail] public string? Email { get; set; } }
        public abstract class Keyed<T> { [VeroId] public T? Id { get; set; } }
        public static class Keys { public const string City = "home_" + "city"; }
        public enum Level { Free, Pro, Team }
        public sealed record Line([VeroTrait] string Product, [VeroTrait] int Quantity, [VeroTrait] decimal Price);
        """ + string.Concat(Enumerable.Range(0, 50).Select(static n => FormattableString.Invariant(
            $"\npublic sealed class Address{n} {{ [VeroTrait] public string? Street {{ get; set; }} [VeroTrait] public string? City {{ get; set; }} [VeroTrait] public int Zip {{ get; set; }} }}")));

    protected override string SharedByPlain => """
        namespace Shop;
        public abstract class Party { public int Id { get; set; } public string? Email { get; set; } }
        public abstract class Keyed<T> { public T? Id { get; set; } }
        public static class Keys { public const string City = "home_" + "city"; }
        public enum Level { Free, Pro, Team }
        public sealed record Line(string Product, int Quantity, decimal Price);
        """ + string.Concat(Enumerable.Range(0, 50).Select(static n => FormattableString.Invariant(
            $"\npublic sealed class Address{n} {{ public string? Street {{ get; set; }} public string? City {{ get; set; }} public int Zip {{ get; set; }} }}")));

    protected override string Annotated(int n, string lastMember, int version)
    {
        string head = (n % 4) switch
        {
            0 => $"public partial class Customer{n} : Party",
            1 => $"public sealed record Customer{n}([VeroId] int Number, [VeroEmail] string? Email)",
            2 => $"public class Customer{n} : Keyed<long>",
            _ => $"public sealed partial class Customer{n} : Party",
        };
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using Vero.Typed;

            namespace Shop;

            {{head}}
            {
                [VeroTrait] public string? FirstName { get; set; }
                [VeroTrait] public string? LastName { get; set; }
                [VeroTrait(Keys.City)] public string? Town { get; set; }
                [VeroTrait] public Level Level { get; set; }
                [VeroTrait] public Level? Wanted { get; set; }
                [VeroTrait] public int Visits { get; set; }
                [VeroTrait] public long? Points { get; set; }
                [VeroTrait] public decimal Spent { get; set; }
                [VeroTrait] public bool? WantsNews { get; set; }
                [VeroTrait] public DateTimeOffset Registered { get; set; }
                [VeroTrait] public DateOnly? Birthday { get; set; }
                [VeroTrait] public Guid Reference { get; set; }
                [VeroTrait] public Uri? Website { get; set; }
                [VeroTrait] public List<string> Tags { get; set; } = new();
                [VeroTrait] public Dictionary<string, int> Scores { get; set; } = new();
                [VeroTrait] public Address{{n % 50}}? Home { get; set; }
                [VeroTrait] public List<Line> Lines { get; set; } = new();
                [VeroTrait] public string? {{lastMember}} { get; set; }

                public int Next(int n) { return n + {{version}}; }
            }
            """);
    }

    protected override string Plain(int n, string lastMember, int version)
    {
        string head = (n % 4) switch
        {
            0 => $"public partial class Customer{n} : Party",
            1 => $"public sealed record Customer{n}(int Number, string? Email)",
            2 => $"public class Customer{n} : Keyed<long>",
            _ => $"public sealed partial class Customer{n} : Party",
        };
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Text.Json.Serialization;

            namespace Shop;

            {{head}}
            {
                [JsonPropertyName("first_name")] public string? FirstName { get; set; }
                [JsonPropertyName("last_name")] public string? LastName { get; set; }
                [JsonPropertyName(Keys.City)] public string? Town { get; set; }
                [JsonPropertyName("level")] public Level Level { get; set; }
                [JsonPropertyName("wanted")] public Level? Wanted { get; set; }
                [JsonPropertyName("visits")] public int Visits { get; set; }
                [JsonPropertyName("points")] public long? Points { get; set; }
                [JsonPropertyName("spent")] public decimal Spent { get; set; }
                [JsonPropertyName("wants_news")] public bool? WantsNews { get; set; }
                [JsonPropertyName("registered")] public DateTimeOffset Registered { get; set; }
                [JsonPropertyName("birthday")] public DateOnly? Birthday { get; set; }
                [JsonPropertyName("reference")] public Guid Reference { get; set; }
                [JsonPropertyName("website")] public Uri? Website { get; set; }
                [JsonPropertyName("tags")] public List<string> Tags { get; set; } = new();
                [JsonPropertyName("scores")] public Dictionary<string, int> Scores { get; set; } = new();
                [JsonPropertyName("home")] public Address{{n % 50}}? Home { get; set; }
                [JsonPropertyName("lines")] public List<Line> Lines { get; set; } = new();
                public string? {{lastMember}} { get; set; }

                public int Next(int n) { return n + {{version}}; }
            }
            """);
    }
}

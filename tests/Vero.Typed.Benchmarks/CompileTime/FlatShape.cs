using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>Classes of twenty members that have simple types, each with nothing but itself and an enum.</summary>
internal sealed class FlatShape : Shape
{
    public override string Name => "flat";

    protected override string Annotated(int n, string lastMember, int version) => Customer(n, lastMember, version);

    protected override string Plain(int n, string lastMember, int version) => Dto(n, lastMember, version);

    private static string Customer(int n, string lastMember, int version) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Globalization;
        using Vero.Typed;

        namespace Shop;

        public enum Plan{{n}} { Free, Pro, Team }

        public {{(n % 2 == 0 ? "sealed partial class" : "class")}} Customer{{n}}
        {
            [VeroId] public required int Id { get; init; }
            [VeroEmail] public string? Email { get; init; }
            [VeroTrait] public string? FirstName { get; init; }
            [VeroTrait] public string? LastName { get; init; }
            [VeroTrait] public string? Company { get; init; }
            [VeroTrait("city")] public string? Town { get; init; }
            [VeroTrait] public Plan{{n}} Plan { get; init; }
            [VeroTrait] public int Orders { get; init; }
            [VeroTrait] public long? Points { get; init; }
            [VeroTrait] public decimal Spent { get; init; }
            [VeroTrait] public double Score { get; init; }
            [VeroTrait] public bool IsActive { get; init; }
            [VeroTrait] public bool? WantsNews { get; init; }
            [VeroTrait] public DateTime Registered { get; init; }
            [VeroTrait] public DateTimeOffset? LastSeen { get; init; }
            [VeroTrait] public Guid Reference { get; init; }
            [VeroTrait] public Uri? Website { get; init; }
            [VeroTimezone] public int? Timezone { get; init; }
            [VeroLanguage] public string? Language { get; init; }
            [VeroTrait] public string? {{lastMember}} { get; init; }

            public int Next(int n) { return n + {{version}}; }
        }
        """);

    private static string Dto(int n, string lastMember, int version) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Globalization;
        using System.Text.Json.Serialization;

        namespace Shop;

        public enum Plan{{n}} { Free, Pro, Team }

        public {{(n % 2 == 0 ? "sealed partial class" : "class")}} Customer{{n}}
        {
            public required string Id { get; init; }
            public string? Email { get; init; }
            [JsonPropertyName("first_name")] public string? FirstName { get; init; }
            [JsonPropertyName("last_name")] public string? LastName { get; init; }
            [JsonPropertyName("company")] public string? Company { get; init; }
            [JsonPropertyName("city")] public string? Town { get; init; }
            [JsonPropertyName("plan")] public Plan{{n}} Plan { get; init; }
            [JsonPropertyName("orders")] public int Orders { get; init; }
            [JsonPropertyName("points")] public long? Points { get; init; }
            [JsonPropertyName("spent")] public decimal Spent { get; init; }
            [JsonPropertyName("score")] public double Score { get; init; }
            [JsonPropertyName("is_active")] public bool IsActive { get; init; }
            [JsonPropertyName("wants_news")] public bool? WantsNews { get; init; }
            [JsonPropertyName("registered")] public DateTime Registered { get; init; }
            [JsonPropertyName("last_seen")] public DateTimeOffset? LastSeen { get; init; }
            [JsonPropertyName("reference")] public Guid Reference { get; init; }
            [JsonPropertyName("website")] public Uri? Website { get; init; }
            [JsonPropertyName("timezone")] public int? Timezone { get; init; }
            [JsonPropertyName("language")] public string? Language { get; init; }
            public string? {{lastMember}} { get; init; }

            public int Next(int n) { return n + {{version}}; }
        }
        """);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using Vero.Typed;

namespace Shop;

public sealed record Customer
{
    [VeroId] public required int Id { get; init; }
    [VeroEmail] public string? Email { get; init; }
    [VeroTrait] public string? FirstName { get; init; }
    [VeroTrait("plan")] public Plan? Plan { get; init; }
    [VeroTrait(WriteNull = true)] public DateTimeOffset? LastOrder { get; init; }
    [VeroTrait] public bool Vip { get; init; }
    [VeroTrait] public double Score { get; init; }
    [VeroTimezone] public TimeZoneInfo? Zone { get; init; }
    [VeroLanguage] public CultureInfo? Culture { get; init; }
    [VeroChannel("push", "android")] public string? AndroidToken { get; init; }
    [VeroData] public Dictionary<string, object?>? More { get; init; }
}

public enum Plan { Free, Pro }

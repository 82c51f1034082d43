namespace Vero.Typed.Benchmarks.Serializer;

public sealed partial class Customer
{
    [VeroId]
    public required Guid Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroChannel("push", "android")]
    public string? AndroidToken { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait]
    public string? LastName { get; init; }

    [VeroTrait]
    public string? Company { get; init; }

    [VeroTrait]
    public string? City { get; init; }

    [VeroTrait]
    public string? Notes { get; init; }

    [VeroTrait]
    public string? Referrer { get; init; }

    [VeroTrait]
    public Plan Plan { get; init; }

    [VeroTrait]
    public bool Vip { get; init; }

    [VeroTrait]
    public int Visits { get; init; }

    [VeroTrait]
    public long? LastOrder { get; init; }

    [VeroTrait]
    public decimal Balance { get; init; }

    [VeroTrait]
    public double Score { get; init; }

    [VeroTrait]
    public DateTimeOffset SignedUpAt { get; init; }

    [VeroLanguage]
    public string? Language { get; init; }

    [VeroTimezone]
    public int Timezone { get; init; }
}

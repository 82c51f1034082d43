namespace Vero.Typed.Benchmarks.Serializer;

public sealed class CustomerDataDto
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Company { get; init; }

    public string? City { get; init; }

    public string? Notes { get; init; }

    public string? Referrer { get; init; }

    public required string Plan { get; init; }

    public bool Vip { get; init; }

    public int Visits { get; init; }

    public long? LastOrder { get; init; }

    public decimal Balance { get; init; }

    public double Score { get; init; }

    public DateTimeOffset SignedUpAt { get; init; }

    public string? Language { get; init; }

    public int Timezone { get; init; }
}

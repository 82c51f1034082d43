using Vero.Typed;

Customer customer = new(8) { Joined = new DateOnly(2026, 11, 28) };
Console.WriteLine(customer.ToIdentifyRequest().ToJson());

#if PLANTED
using VeroClient vero = new(new VeroClientOptions { AuthToken = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1" });
#endif

internal sealed record Customer([VeroId] int Id)
{
    [VeroTrait]
    public DateOnly Joined { get; init; }
}

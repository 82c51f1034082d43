namespace Vero.Typed.Benchmarks.Serializer;

public readonly record struct Money(decimal Amount, string Currency)
{
    [VeroConverter]
    public static decimal ToAmount(Money money) => money.Amount;
}

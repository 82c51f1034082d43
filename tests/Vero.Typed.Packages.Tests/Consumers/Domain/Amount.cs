namespace Shop.Domain;

public readonly struct Amount
{
    public Amount(decimal value, string currency) => (Value, Currency) = (value, currency);

    public decimal Value { get; }

    public string Currency { get; }
}

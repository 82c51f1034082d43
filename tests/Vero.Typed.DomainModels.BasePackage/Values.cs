namespace Framework.Domain;

public sealed class Currency
{
    public static readonly Currency Euro = new("EUR", "Euro", 2);

    public static readonly Currency Yen = new("JPY", "Yen", 0);

    private Currency(string code, string name, int digits)
    {
        Code = code;
        Name = name;
        Digits = digits;
    }

    public string Code { get; }

    public string Name { get; }

    public int Digits { get; }
}

public sealed class Money(decimal amount, Currency currency)
{
    public decimal Amount { get; } = amount;

    public Currency Currency { get; } = currency;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Amount} {Currency.Code}");
}

/// <summary>An id as generators write it: its value beside whether there is one.</summary>
public readonly struct AccountNumber : IEquatable<AccountNumber>
{
    private readonly int _value;
    private readonly bool _isInitialized;

    private AccountNumber(int value)
    {
        _value = value;
        _isInitialized = true;
    }

    public int Value => _isInitialized ? _value : throw new InvalidOperationException("Use of an uninitialized value object.");

    public bool IsInitialized => _isInitialized;

    public static AccountNumber From(int value) => new(value);

    public static bool operator ==(AccountNumber left, AccountNumber right) => left.Equals(right);

    public static bool operator !=(AccountNumber left, AccountNumber right) => !left.Equals(right);

    public bool Equals(AccountNumber other) => _value == other._value;

    public override bool Equals(object? obj) => obj is AccountNumber other && Equals(other);

    public override int GetHashCode() => _value;
}

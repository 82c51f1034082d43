namespace Shop.Strict;

/// <summary>How good a customer is.</summary>
public enum Level
{
    /// <summary>Owes something.</summary>
    Debtor = -1,

    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>Pays.</summary>
    Payer = 1,
}

namespace Shop.Strict;

/// <summary>What a customer may do.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Look.</summary>
    Read = 1,

    /// <summary>Change.</summary>
    Write = 2,
}

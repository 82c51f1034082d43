using System;
using Vero.Typed;

namespace Shop;

public static partial class Accounts
{
    public partial class Customer<TRegion>
        where TRegion : struct, Enum
    {
        [VeroId] private readonly Guid _id = Guid.NewGuid();
        [VeroTrait("class")] public string? @class { get; set; }
    }
}

public partial class Reseller : Accounts.Customer<DayOfWeek>
{
    [VeroTrait] public decimal Discount { get; set; }
}

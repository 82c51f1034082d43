using System.Globalization;
using Shop.Domain;
using Vero.Typed;

namespace Shop.Friends;

public static class AmountConverters
{
    [VeroConverter]
    public static string ToText(Amount amount) => amount.Value.ToString(CultureInfo.InvariantCulture) + " " + amount.Currency;
}

using System.Globalization;
using Vero.Typed;

namespace Shop.Strict;

/// <summary>Requests to look at.</summary>
public static class Examples
{
    /// <summary>One of each.</summary>
    /// <returns>The requests.</returns>
    public static IReadOnlyList<IdentifyRequest> Requests()
    {
        Customer customer = new()
        {
            Id = ulong.MaxValue,
            Level = Level.Debtor,
            Rights = Rights.Read | Rights.Write,
            Balance = long.MinValue,
            Delay = TimeSpan.MinValue,
            Offset = TimeSpan.FromMinutes(-210),
            Culture = CultureInfo.GetCultureInfo("en-AU"),
            Tags = ["a", "ü"],
        };
        Lead lead = new() { Id = new Guid("11111111-2222-3333-4444-555555555555"), Tokens = ["t1", "t2"] };
        return [customer.ToIdentifyRequest(), lead.ToIdentifyRequest()];
    }
}

namespace Backfill.Customers;

/// <summary>Customers for a database that has none. One of 200 has an email address that Vero would reject.</summary>
internal static class InventedCustomers
{
    private const int EveryUnsendable = 200;

    private static readonly string[] Names = ["Ada", "Grace", "Alan", "Edsger", "Barbara"];

    public static IEnumerable<Customer> Take(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            string name = Names[i % Names.Length];
            yield return new Customer
            {
                Email = i % EveryUnsendable == 0 ? $"{name} at example.com" : FormattableString.Invariant($"{name}.{i}@example.com"),
                FirstName = name,
                Plan = i % 7 == 0 ? Plan.Pro : Plan.Free,
                OrderCount = i % 13,
                SignedUpAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i),
            };
        }
    }
}

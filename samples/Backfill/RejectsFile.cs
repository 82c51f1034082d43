using System.Text.Json;
using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Vero.Typed;

namespace Backfill;

/// <summary>
/// Lists who was not delivered. Made from the database at the end, so that it is complete whichever processes found them, and however often they were
/// killed.
/// </summary>
internal sealed class RejectsFile(IDbContextFactory<ShopContext> shops, IVeroDelivery delivery, BackfillOptions options)
{
    /// <returns>How many there are.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        await using ShopContext shop = await shops.CreateDbContextAsync(cancellationToken);
        List<UnsendableCustomer> unsendable = await shop.UnsendableCustomers.Where(customer => customer.Run == options.Run)
            .OrderBy(static customer => customer.CustomerId).ToListAsync(cancellationToken);
        IReadOnlyList<VeroDeadLetter> dead = await delivery.GetDeadLettersAsync(int.MaxValue, cancellationToken);
        string[] lines =
        [
            .. unsendable.Select(static customer => Line(FormattableString.Invariant($"{customer.CustomerId}"), customer.Reason)),
            .. dead.Select(static letter => Line(letter.UserId, $"{letter.Status}: {letter.Reason}")),
        ];
        if (lines.Length > 0)
            await File.WriteAllLinesAsync(options.RejectsFile, lines, cancellationToken);
        else
            File.Delete(options.RejectsFile);
        return lines.Length;
    }

    private static string Line(string customer, string reason) => JsonSerializer.Serialize(new { customer, reason });
}

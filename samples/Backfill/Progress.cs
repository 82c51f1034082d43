using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Vero.Typed;

namespace Backfill;

/// <summary>Prints how far all processes together have come.</summary>
internal sealed class Progress(IDbContextFactory<ShopContext> shops, IVeroDelivery delivery, BackfillOptions options, TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long? _total;

    public async Task ReportAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stopping))
            await WriteAsync(stopping);
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using ShopContext shop = await shops.CreateDbContextAsync(cancellationToken);
        _total ??= await shop.Customers.LongCountAsync(cancellationToken);
        long read = await shop.Runs.Where(run => run.Name == options.Run).Select(static run => run.CustomersRead).SingleOrDefaultAsync(cancellationToken);
        int unsendable = await shop.UnsendableCustomers.CountAsync(customer => customer.Run == options.Run, cancellationToken);
        VeroDeliveryStatus status = await delivery.GetStatusAsync(cancellationToken);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{read} of {_total} customers read, {status.Pending} pending, {unsendable} unsendable, {status.DeadLetters} rejected"));
        foreach (VeroDeliveryPause pause in status.Pauses)
            await output.WriteLineAsync($"Paused: {pause.Reason}");
    }
}

using Vero.Typed;

namespace Quickstart;

/// <summary>Sends rows, several at a time. A row that goes wrong does not stop the others.</summary>
internal sealed class CustomerSender(IVeroClient vero)
{
    private const int CallsAtATime = 8;

    /// <param name="rows">What to send.</param>
    /// <param name="finished">Called once for each row, from any thread.</param>
    /// <param name="cancellationToken">Stops at once; calls under way are given up.</param>
    /// <returns>One outcome for each row, in their order.</returns>
    public async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<CustomerRow> rows, Action<RowOutcome> finished, CancellationToken cancellationToken)
    {
        var outcomes = new RowOutcome[rows.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsAtATime, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rows.Count, options, async (i, token) =>
        {
            outcomes[i] = await SendAsync(rows[i], token);
            finished(outcomes[i]);
        });
        return outcomes;
    }

    private async Task<RowOutcome> SendAsync(CustomerRow row, CancellationToken cancellationToken)
    {
        try
        {
            IdentifyRequest request = row.ToCustomer().ToIdentifyRequest();
            await vero.IdentifyAsync(request, cancellationToken);
            return new RowOutcome(row, RowResult.Sent, request.ToJson());
        }
        catch (Exception e) when (e is UnreadableCellException or VeroSerializationException)
        {
            return new RowOutcome(row, RowResult.Unsendable, e.Message);
        }
        catch (VeroException e)
        {
            return new RowOutcome(row, RowResult.Failed, e.Message);
        }
    }
}

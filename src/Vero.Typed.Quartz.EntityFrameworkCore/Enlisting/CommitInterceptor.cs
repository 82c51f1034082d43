using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vero.Typed;

/// <summary>Refuses a commit that would lose requests, and wakes the delivery after one.</summary>
internal sealed class CommitInterceptor : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return new ValueTask<InterceptionResult>(result);
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => End(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Check(DbContext? context)
    {
        if (context is not null && ContextState.Of(context) is { IsSaving: false, HasUnsaved: true })
            throw new InvalidOperationException(EnlistingMessages.NotSaved);
    }

    private static void End(DbContext? context)
    {
        if (context is not null && ContextState.Of(context) is { IsSaving: false } state)
            state.Committed();
    }
}

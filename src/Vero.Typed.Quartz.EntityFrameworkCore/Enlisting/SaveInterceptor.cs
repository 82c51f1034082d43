using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vero.Typed;

/// <summary>Writes the requests of a context with its entities.</summary>
internal sealed class SaveInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (Begin(eventData.Context) is not { } state)
            return result;
        try
        {
            state.Own(eventData.Context!.Database.BeginTransaction());
        }
        catch
        {
            state.FailSaving(eventData.Context!);
            throw;
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Begin(eventData.Context) is not { } state)
            return result;
        try
        {
            state.Own(await eventData.Context!.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            state.FailSaving(eventData.Context!);
            throw;
        }

        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context is not { } context || ContextState.Of(context) is not { } state)
            return result;
        foreach (VeroPendingOperation row in state.TakeLate())
            context.Database.ExecuteSqlRaw(PendingModel.InsertSql(context), PendingModel.Values(row));
        if (state.TakeOwn() is { } own)
        {
            using (own)
                own.Commit();
        }

        state.EndSaving(context);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not { } context || ContextState.Of(context) is not { } state)
            return result;
        foreach (VeroPendingOperation row in state.TakeLate())
        {
            await context.Database
                .ExecuteSqlRawAsync(PendingModel.InsertSql(context), PendingModel.Values(row), cancellationToken).ConfigureAwait(false);
        }

        if (state.TakeOwn() is { } own)
        {
            await using (own.ConfigureAwait(false))
                await own.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        state.EndSaving(context);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData)
    {
        if (Fail(eventData.Context) is { } own)
            own.Dispose();
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Fail(eventData.Context) is { } own)
            await own.DisposeAsync().ConfigureAwait(false);
    }

    public override void SaveChangesCanceled(DbContextEventData eventData)
    {
        if (Fail(eventData.Context) is { } own)
            own.Dispose();
    }

    public override async Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Fail(eventData.Context) is { } own)
            await own.DisposeAsync().ConfigureAwait(false);
    }

    /// <returns>The state, if a transaction is to be begun.</returns>
    private static ContextState? Begin(DbContext? context)
    {
        if (context is null || ContextState.Of(context) is not { } state)
            return null;
        try
        {
            return state.BeginSaving(context) ? state : null;
        }
        catch
        {
            state.FailSaving(context);
            throw;
        }
    }

    // Disposing the transaction rolls it back.
    private static IDbContextTransaction? Fail(DbContext? context)
    {
        if (context is null || ContextState.Of(context) is not { } state)
            return null;
        state.FailSaving(context);
        return state.TakeOwn();
    }
}

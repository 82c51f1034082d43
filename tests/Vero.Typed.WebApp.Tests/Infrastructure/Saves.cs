using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vero.Typed.WebApp.Tests;

/// <summary>Stands before and behind every commit.</summary>
internal sealed class Saves : SaveChangesInterceptor
{
    /// <summary>Is awaited before the commit.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>Is awaited after the commit, before the application goes on.</summary>
    public Func<Task>? After { get; set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Before is not null)
            await Before();
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (After is not null)
            await After();
        return result;
    }
}

using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vero.Typed;

/// <summary>What one context has enlisted and not saved. A service of the context, so that a pool resets it with the context.</summary>
internal sealed class ContextState(IDbContextOptions options) : IResettableService
{
    private readonly ContextSettings _settings = options.FindExtension<ContextExtension>()!.Settings;

    // Rows of requests, added to the context.
    private readonly List<EntityEntry<VeroPendingOperation>> _rows = [];

    // Entities of the context whose requests are made when they are saved.
    private readonly List<EnlistedItem> _items = [];

    // What is written after the entities: items with generated values, and everything that was enlisted after the first of them.
    private readonly List<(string Id, Func<IReadOnlyList<VeroPendingOperation>> Rows)> _late = [];

    // What this SaveChanges has made of the items, so that a failure can undo it.
    private readonly List<EnlistedItem> _attempted = [];
    private readonly List<EntityEntry<VeroPendingOperation>> _made = [];
    private readonly List<VeroPendingOperation> _moved = [];

    // Followed entities that are read again after they were written.
    private readonly List<(FollowedType Type, object Entity)> _reloads = [];

    private IDbContextTransaction? _own;
    private bool _areEntitiesWritten;
    private bool _hasWritten;

    /// <summary>Whether SaveChanges is running: its own commit is not the end of the unit of work.</summary>
    public bool IsSaving { get; private set; }

    /// <summary>Whether something would be lost by a commit.</summary>
    public bool HasUnsaved => _items.Count > 0 || _rows.Exists(static row => row.State == EntityState.Added && !row.Entity.IsWritten);

    public static ContextState? Of(DbContext context) =>
        ((IInfrastructure<IServiceProvider>)context).Instance.GetService(typeof(ContextState)) as ContextState;

    public void Enlist(DbContext context, VeroRequest request, string client)
    {
        foreach (VeroPendingOperation row in VeroPendingOperation.Create(request, client, _settings.Shards, _settings.Now))
            _rows.Add(context.Add(row));
    }

    public void Enlist(DbContext context, object item, Func<VeroRequest> toRequest, string client)
    {
        if (context.Entry(item).State == EntityState.Detached)
            Enlist(context, toRequest(), client);
        else
            _items.Add(new EnlistedItem(item, toRequest, client, VeroPendingOperation.NextId(_settings.Now)));
    }

    /// <summary>Before the entities are written: makes the requests that can be made, and a transaction if others must follow.</summary>
    /// <returns>Whether a transaction of ours is needed.</returns>
    public bool BeginSaving(DbContext context)
    {
        IsSaving = true;
        _areEntitiesWritten = false;
        ForgetAttempt();
        _attempted.AddRange(_items);
        _rows.RemoveAll(static row => row.State != EntityState.Added);
        _late.Clear();
        Follow(context);
        string? firstLate = null;
        foreach (EnlistedItem item in _items)
        {
            EntityEntry entry = context.Entry(item.Item);
            if (entry.State == EntityState.Detached)
                continue; // ChangeTracker.Clear, or a detached entity: the request goes with it.
            if (firstLate is null && !HasGeneratedValues(entry))
            {
                foreach (VeroPendingOperation row in CreateRows(item.ToRequest(), item.Client, item.Id))
                    _made.Add(context.Add(row));
                continue;
            }

            firstLate ??= item.Id;
            _late.Add((item.Id, () => context.Entry(item.Item).State == EntityState.Added
                ? throw new InvalidOperationException(EnlistingMessages.NotAccepted(item.Item))
                : CreateRows(item.ToRequest(), item.Client, item.Id)));
        }

        _rows.AddRange(_made);
        object? lateItem = firstLate is null ? null : _items.Find(item => item.Id == firstLate)!.Item;
        _items.Clear();
        AddReloads(context, ref lateItem);
        if (lateItem is not null || _rows.Count > 0)
            CheckAtomic(context, isLate: lateItem is not null);
        if (lateItem is null)
            return false;

        if (firstLate is not null)
            MoveBehind(firstLate);
        _late.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        if (context.Database.CurrentTransaction is not null)
            return false;
        if (Transaction.Current is not null || context.Database.GetEnlistedTransaction() is not null)
            throw new InvalidOperationException(EnlistingMessages.AmbientTransaction(lateItem));
        return context.Database.CreateExecutionStrategy().RetriesOnFailure
            ? throw new InvalidOperationException(EnlistingMessages.RetryingStrategy(lateItem))
            : true;
    }

    public void Own(IDbContextTransaction transaction) => _own = transaction;

    /// <summary>After the entities were written: the rows that must follow.</summary>
    public List<VeroPendingOperation> TakeLate()
    {
        _areEntitiesWritten = true;
        return [.. _late.SelectMany(static late => late.Rows())];
    }

    /// <summary>Takes the transaction that was begun for this SaveChanges, if there is one.</summary>
    public IDbContextTransaction? TakeOwn()
    {
        IDbContextTransaction? own = _own;
        _own = null;
        return own;
    }

    /// <summary>After everything was written.</summary>
    public void EndSaving(DbContext context)
    {
        IsSaving = false;
        _hasWritten |= _late.Count > 0 || _rows.Count > 0;
        _late.Clear();
        ForgetAttempt();
        foreach (EntityEntry<VeroPendingOperation> row in _rows)
        {
            // Without acceptAllChangesOnSuccess a row stays added, because the save may have to be repeated.
            if (row.State == EntityState.Unchanged)
                row.State = EntityState.Detached;
            else
                row.Entity.IsWritten = true;
        }

        _rows.RemoveAll(static row => row.State == EntityState.Detached);
        if (_hasWritten && context.Database.CurrentTransaction is null && Transaction.Current is null)
            Committed();
    }

    /// <summary>
    /// Nothing was written. What was enlisted stays for the next SaveChanges, as added entities do; requests are made again, because the entities may
    /// change until then. Once the entities were written and accepted it cannot: they will not be saved again, and a request without them would be wrong.
    /// </summary>
    public void FailSaving(DbContext context)
    {
        IsSaving = false;
        if (!_areEntitiesWritten)
        {
            foreach (EntityEntry<VeroPendingOperation> row in _made)
            {
                row.State = EntityState.Detached;
                _rows.Remove(row);
            }

            foreach (VeroPendingOperation row in _moved)
                _rows.Add(context.Add(row));
            _items.Clear();
            _items.AddRange(_attempted);
        }

        _late.Clear();
        ForgetAttempt();
    }

    /// <summary>A transaction of the context has committed.</summary>
    public void Committed()
    {
        if (!_hasWritten)
            return;
        _hasWritten = false;
        _settings.Delivery.Wake();
    }

    public void ResetState()
    {
        _rows.Clear();
        _items.Clear();
        _late.Clear();
        ForgetAttempt();
        _own = null;
        _hasWritten = false;
        IsSaving = false;
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default)
    {
        ResetState();
        return Task.CompletedTask;
    }

    private void ForgetAttempt()
    {
        _attempted.Clear();
        _made.Clear();
        _moved.Clear();
    }

    private static void CheckAtomic(DbContext context, bool isLate)
    {
        DatabaseFacade database = context.Database;
        if (database.CurrentTransaction is not null)
            return;
        if ((Transaction.Current ?? database.GetEnlistedTransaction()) is not null)
        {
            if (!JoinsTransactionScopes(database))
                throw new InvalidOperationException(EnlistingMessages.AmbientTransactionNotJoined);
        }
        else if (database.AutoTransactionBehavior == AutoTransactionBehavior.Never && !isLate)
        {
            throw new InvalidOperationException(EnlistingMessages.NeverTransaction);
        }
    }

    private static bool JoinsTransactionScopes(DatabaseFacade database)
    {
        if (database.ProviderName == EnlistingMessages.SqliteProvider)
            return false;
        var settings = new DbConnectionStringBuilder { ConnectionString = database.GetDbConnection().ConnectionString };
        return !settings.TryGetValue("Enlist", out object? enlist) || !bool.TryParse(enlist.ToString(), out bool joins) || joins;
    }

    /// <summary>Whether the entity gets values when it is saved. A concurrency token is none that a request would have.</summary>
    private static bool HasGeneratedValues(EntityEntry entry)
    {
        foreach (PropertyEntry property in entry.Properties)
        {
            if (property.IsTemporary)
                return true;
            if (property.Metadata.IsConcurrencyToken || property.Metadata.IsShadowProperty())
                continue;
            ValueGenerated generated = property.Metadata.ValueGenerated;
            bool isGenerated = entry.State switch
            {
                EntityState.Added => generated.HasFlag(ValueGenerated.OnAdd) && Equals(property.CurrentValue, property.Metadata.Sentinel),
                EntityState.Modified => generated.HasFlag(ValueGenerated.OnUpdate),
                _ => false,
            };
            if (isGenerated)
                return true;
        }

        return false;
    }

    private IReadOnlyList<VeroPendingOperation> CreateRows(VeroRequest request, string client, string id) =>
        VeroPendingOperation.Create(request, client, _settings.Shards, _settings.Now, id);

    /// <summary>Enlists the followed entities that are added or modified.</summary>
    private void Follow(DbContext context)
    {
        _reloads.Clear();
        if (_settings.Followed.Count == 0)
            return;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        List<EntityEntry> entries = [.. context.ChangeTracker.Entries()];
        var owners = new OwnerIndex(entries);
        foreach (EntityEntry entry in entries)
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;

            // A deleted owned entity is a change of its owner; a deleted owner is none to send.
            if (owners.Find(entry) is not { State: EntityState.Added or EntityState.Modified or EntityState.Unchanged } owner
                || (ReferenceEquals(owner.Entity, entry.Entity) && entry.State == EntityState.Deleted)
                || !seen.Add(owner.Entity))
            {
                continue;
            }

            foreach (FollowedType followed in _settings.Followed)
            {
                if (!followed.Matches(owner.Entity))
                    continue;
                object entity = owner.Entity;
                if (followed.IsReloaded)
                    _reloads.Add((followed, entity));
                else
                    _items.Add(new EnlistedItem(entity, () => followed.ToRequest(entity), followed.Client, VeroPendingOperation.NextId(_settings.Now)));
            }
        }
    }

    private void AddReloads(DbContext context, ref object? lateItem)
    {
        foreach ((FollowedType followed, object entity) in _reloads)
        {
            lateItem ??= entity;
            string id = VeroPendingOperation.NextId(_settings.Now);
            _late.Add((id, () => CreateRows(followed.ToReloadedRequest(context, entity), followed.Client, id)));
        }
    }

    /// <summary>What was enlisted after the first item that must wait waits too, so that the order of the calls is that of the rows.</summary>
    private void MoveBehind(string firstLate)
    {
        foreach (EntityEntry<VeroPendingOperation> row in _rows.Where(row => string.CompareOrdinal(row.Entity.Id, firstLate) > 0).ToList())
        {
            VeroPendingOperation entity = row.Entity;
            row.State = EntityState.Detached;
            _rows.Remove(row);
            _moved.Add(entity);
            _late.Add((entity.Id, () => [entity]));
        }
    }
}

using Backfill.Customers;
using Microsoft.EntityFrameworkCore;

namespace Backfill.Data;

internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<BackfillRun> Runs => Set<BackfillRun>();

    public DbSet<UnsendableCustomer> UnsendableCustomers => Set<UnsendableCustomer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<Plan>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<BackfillRun>().HasKey(static run => run.Name);
        model.Entity<UnsendableCustomer>().HasKey(static customer => new { customer.Run, customer.CustomerId });
    }
}

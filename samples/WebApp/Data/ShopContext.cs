using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WebApp.Customers;

namespace WebApp.Data;

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<CustomerId>().HaveConversion<CustomerIdConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<TimeZoneInfo>().HaveConversion<TimeZoneConverter>();
        conventions.Properties<CultureInfo>().HaveConversion<LanguageConverter>();
        conventions.Properties<Plan>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>(static customer =>
        {
            customer.ComplexProperty(c => c.Address);
            customer.OwnsMany(c => c.Devices).HasKey("CustomerId", nameof(Device.Platform), nameof(Device.Token));
            customer.HasMany(c => c.Orders).WithOne().OnDelete(DeleteBehavior.Cascade);
            customer.Property(c => c.Version).IsConcurrencyToken();
        });
    }
}

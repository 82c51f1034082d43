using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

/// <summary>The application of these tests.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Visitor> Visitors => Set<Visitor>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().OwnsOne(static customer => customer.Address);
        modelBuilder.Entity<Customer>().OwnsMany(static customer => customer.Devices).HasKey("CustomerId", nameof(Device.Token));
        modelBuilder.Entity<Customer>().HasMany(static customer => customer.Orders).WithOne().HasForeignKey(static order => order.CustomerId);
        modelBuilder.Entity<Order>();

        // What applications do to all their entity types must not reach ours.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (!entity.IsOwned())
                entity.SetTableName("shop_" + entity.ClrType.Name);
        }
    }
}

/// <summary>Its key is made by the database.</summary>
internal sealed partial class Customer
{
    [VeroId]
    public int Id { get; set; }

    [VeroTrait]
    public string Name { get; set; } = "";

    [VeroTrait]
    public Address? Address { get; set; }

    public List<Device> Devices { get; } = [];

    public List<Order> Orders { get; } = [];
}

internal sealed class Address
{
    [VeroTrait]
    public string Street { get; set; } = "";
}

internal sealed class Device
{
    [MaxLength(20)]
    public string Token { get; set; } = "";
}

internal sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public string Number { get; set; } = "";
}

/// <summary>Its key is made by the application.</summary>
internal sealed partial class Visitor
{
    [Key]
    [VeroId]
    public required string Id { get; set; }

    [VeroTrait]
    public string Name { get; set; } = "";
}

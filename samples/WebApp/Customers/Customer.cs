using System.Globalization;
using Vero.Typed;

namespace WebApp.Customers;

/// <summary>A customer of the shop, as it is stored. The attributes say what Vero gets to know; everything else stays here.</summary>
public sealed partial class Customer
{
    private readonly List<Order> _orders = [];
    private readonly List<Device> _devices = [];

    public Customer(CustomerId id, string email, string? browser, DateTimeOffset signedUpAt)
    {
        Id = id;
        Email = email;
        Browser = browser;
        SignedUpAt = signedUpAt;
    }

    [VeroId]
    public CustomerId Id { get; private set; }

    [VeroEmail]
    public string Email { get; private set; }

    [VeroTrait]
    public DateTimeOffset SignedUpAt { get; private set; }

    [VeroTrait]
    public string? FirstName { get; private set; }

    [VeroTrait]
    public Plan Plan { get; private set; }

    [VeroTrait]
    public Address? Address { get; private set; }

    [VeroTimezone]
    public TimeZoneInfo? TimeZone { get; private set; }

    [VeroLanguage]
    public CultureInfo? Language { get; private set; }

    [VeroUserAgent]
    public string? Browser { get; private set; }

    // Figures of their own, because a query rarely loads all orders: counted there, a customer without loaded orders would have none.
    [VeroTrait("orders")]
    public int OrderCount { get; private set; }

    [VeroTrait]
    public decimal TotalSpent { get; private set; }

    [VeroTrait]
    public DateTimeOffset? LastOrderAt { get; private set; }

    /// <summary>
    /// Rises with every change. Two requests that change the customer at the same time would otherwise both succeed, and each would send Vero a profile
    /// without the change of the other.
    /// </summary>
    public int Version { get; private set; }

    public IReadOnlyCollection<Order> Orders => _orders;

    /// <summary>Owned by the customer, so that they are always loaded with it.</summary>
    public IReadOnlyCollection<Device> Devices => _devices;

    [VeroChannel]
    private IEnumerable<VeroChannel> Channels => _devices.Select(static device => new VeroChannel("push", device.Platform, device.Token));

    /// <summary>Changes the profile. What is null stays as it is.</summary>
    public void Change(
        string? email = null, string? firstName = null, Plan? plan = null, Address? address = null, TimeZoneInfo? timeZone = null, CultureInfo? language = null)
    {
        Email = email ?? Email;
        FirstName = firstName ?? FirstName;
        Plan = plan ?? Plan;
        Address = address ?? Address;
        TimeZone = timeZone ?? TimeZone;
        Language = language ?? Language;
        Version++;
    }

    public void Place(Order order)
    {
        _orders.Add(order);
        OrderCount++;
        TotalSpent += order.Total;
        LastOrderAt = order.PlacedAt;
        Version++;
    }

    public void Add(Device device)
    {
        if (_devices.Contains(device))
            return;
        _devices.Add(device);
        Version++;
    }
}

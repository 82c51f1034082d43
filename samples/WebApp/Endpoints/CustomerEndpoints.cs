using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Endpoints;

public static class CustomerEndpoints
{
    public static void MapCustomers(this WebApplication app)
    {
        app.MapPost("/customers", SignUpAsync);
        app.MapGet("/customers/{id:guid}", GetAsync);

        RouteGroupBuilder changes = app.MapGroup("/customers/{id:guid}").RequireRateLimiting(OneChangeAtATime.Policy);
        changes.MapPatch("", ChangeAsync);
        changes.MapPost("/orders", PlaceOrderAsync);
        changes.MapPost("/devices", AddDeviceAsync);
    }

    private static async Task<Created<CustomerView>> SignUpAsync(
        SignUp signUp,
        [FromHeader(Name = "User-Agent")] string? browser,
        ShopContext shop,
        IVeroQueue vero,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var customer = new Customer(CustomerId.New(), signUp.Email!, browser, time.GetUtcNow());
        customer.Change(firstName: signUp.FirstName, timeZone: TimeZone(signUp.TimeZone), language: Language(signUp.Language));
        shop.Add(customer);
        await SaveAsync(customer, shop, vero, cancellationToken);
        return TypedResults.Created($"/customers/{customer.Id.Value}", CustomerView.Of(customer));
    }

    private static async Task<Results<Ok<CustomerView>, NotFound>> GetAsync(Guid id, ShopContext shop, CancellationToken cancellationToken) =>
        await shop.Customers.FindAsync([new CustomerId(id)], cancellationToken) is { } customer
            ? TypedResults.Ok(CustomerView.Of(customer))
            : TypedResults.NotFound();

    private static Task<Results<Ok<CustomerView>, NotFound>> ChangeAsync(
        Guid id, ProfileChange change, ShopContext shop, IVeroQueue vero, CancellationToken cancellationToken) =>
        UpdateAsync(
            id,
            customer => customer.Change(
                change.Email, change.FirstName, change.Plan, change.Address, TimeZone(change.TimeZone), Language(change.Language)),
            shop,
            vero,
            cancellationToken);

    private static Task<Results<Ok<CustomerView>, NotFound>> PlaceOrderAsync(
        Guid id, NewOrder order, ShopContext shop, IVeroQueue vero, TimeProvider time, CancellationToken cancellationToken) =>
        UpdateAsync(id, customer => customer.Place(new Order(order.Total, time.GetUtcNow())), shop, vero, cancellationToken);

    private static Task<Results<Ok<CustomerView>, NotFound>> AddDeviceAsync(
        Guid id, NewDevice device, ShopContext shop, IVeroQueue vero, CancellationToken cancellationToken) =>
        UpdateAsync(id, customer => customer.Add(new Device(device.Platform!, device.Token!)), shop, vero, cancellationToken);

    private static async Task<Results<Ok<CustomerView>, NotFound>> UpdateAsync(
        Guid id, Action<Customer> update, ShopContext shop, IVeroQueue vero, CancellationToken cancellationToken)
    {
        if (await shop.Customers.FindAsync([new CustomerId(id)], cancellationToken) is not { } customer)
            return TypedResults.NotFound();
        update(customer);
        await SaveAsync(customer, shop, vero, cancellationToken);
        return TypedResults.Ok(CustomerView.Of(customer));
    }

    // Vero is told what was committed, so afterwards; and then in any case, also if the caller does not wait for the answer.
    private static async Task SaveAsync(Customer customer, ShopContext shop, IVeroQueue vero, CancellationToken cancellationToken)
    {
        await shop.SaveChangesAsync(cancellationToken);
        await vero.EnqueueAsync(customer, static customer => customer.ToIdentifyRequest(), CancellationToken.None);
    }

    private static TimeZoneInfo? TimeZone(string? id) => id is null ? null : TimeZoneInfo.FindSystemTimeZoneById(id);

    private static CultureInfo? Language(string? tag) => tag is null ? null : CultureInfo.GetCultureInfo(tag);
}

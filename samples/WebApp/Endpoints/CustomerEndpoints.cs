using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Endpoints;

public static class CustomerEndpoints
{
    private const int MostAttempts = 10;

    public static void MapCustomers(this WebApplication app)
    {
        app.MapPost("/customers", SignUpAsync);

        RouteGroupBuilder customer = app.MapGroup("/customers/{id:guid}");
        customer.MapGet("", GetAsync);
        customer.MapPatch("", ChangeAsync);
        customer.MapDelete("", DeleteAsync);
        customer.MapPost("/orders", PlaceOrderAsync);
        customer.MapPost("/devices", AddDeviceAsync);
    }

    private static async Task<Created<CustomerView>> SignUpAsync(
        SignUp signUp,
        [FromHeader(Name = "User-Agent")] string? browser,
        ShopContext shop,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var customer = new Customer(CustomerId.New(), signUp.Email!, browser, time.GetUtcNow());
        customer.Change(firstName: signUp.FirstName, timeZone: TimeZone(signUp.TimeZone), language: Language(signUp.Language));
        shop.Add(customer);

        // Writes the request to Vero as well: Program.cs says that changes of customers are followed.
        await shop.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/customers/{customer.Id.Value}", CustomerView.Of(customer));
    }

    private static async Task<Results<Ok<CustomerView>, NotFound>> GetAsync(Guid id, ShopContext shop, CancellationToken cancellationToken) =>
        await shop.Customers.FindAsync([new CustomerId(id)], cancellationToken) is { } customer
            ? TypedResults.Ok(CustomerView.Of(customer))
            : TypedResults.NotFound();

    private static Task<Results<Ok<CustomerView>, NotFound, Conflict>> ChangeAsync(
        Guid id, ProfileChange change, ShopContext shop, CancellationToken cancellationToken) =>
        UpdateAsync(
            id,
            customer => customer.Change(
                change.Email, change.FirstName, change.Plan, change.Address, TimeZone(change.TimeZone), Language(change.Language)),
            CustomerView.Ok,
            shop,
            cancellationToken);

    private static Task<Results<Ok<CustomerView>, NotFound, Conflict>> PlaceOrderAsync(
        Guid id, NewOrder order, ShopContext shop, TimeProvider time, CancellationToken cancellationToken) =>
        UpdateAsync(id, customer => customer.Place(new Order(order.Total, time.GetUtcNow())), CustomerView.Ok, shop, cancellationToken);

    private static Task<Results<Ok<CustomerView>, NotFound, Conflict>> AddDeviceAsync(
        Guid id, NewDevice device, ShopContext shop, CancellationToken cancellationToken) =>
        UpdateAsync(id, customer => customer.Add(new Device(device.Platform!, device.Token!)), CustomerView.Ok, shop, cancellationToken);

    private static Task<Results<NoContent, NotFound, Conflict>> DeleteAsync(Guid id, ShopContext shop, CancellationToken cancellationToken) =>
        UpdateAsync(
            id,
            customer =>
            {
                shop.Remove(customer);

                // Drops what is pending of the customer as well.
                shop.Vero().DeleteUser(new VeroIdentity(id.ToString()));
            },
            static _ => TypedResults.NoContent(),
            shop,
            cancellationToken);

    private static async Task<Results<TResult, NotFound, Conflict>> UpdateAsync<TResult>(
        Guid id, Action<Customer> update, Func<Customer, TResult> result, ShopContext shop, CancellationToken cancellationToken)
        where TResult : IResult
    {
        for (int attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await shop.Customers.FindAsync([new CustomerId(id)], cancellationToken) is not { } customer)
                return TypedResults.NotFound();
            update(customer);
            try
            {
                await shop.SaveChangesAsync(cancellationToken);
                return result(customer);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another request has changed the customer in between, on this machine or another one.
                shop.ChangeTracker.Clear();
            }
        }

        return TypedResults.Conflict();
    }

    private static TimeZoneInfo? TimeZone(string? id) => id is null ? null : TimeZoneInfo.FindSystemTimeZoneById(id);

    private static CultureInfo? Language(string? tag) => tag is null ? null : CultureInfo.GetCultureInfo(tag);
}

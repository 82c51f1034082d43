using Microsoft.AspNetCore.Http.HttpResults;
using WebApp.Customers;

namespace WebApp.Endpoints;

/// <summary>What the API tells of a customer.</summary>
public sealed record CustomerView(Guid Id, string Email, string? FirstName, Plan Plan, int Orders, decimal TotalSpent)
{
    public static CustomerView Of(Customer customer) => new(
        customer.Id.Value, customer.Email, customer.FirstName, customer.Plan, customer.OrderCount, customer.TotalSpent);

    public static Ok<CustomerView> Ok(Customer customer) => TypedResults.Ok(Of(customer));
}

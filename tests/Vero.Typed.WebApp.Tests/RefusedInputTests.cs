using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Vero.Typed.WebApp.Tests;

/// <summary>One shop for all of them: none may change it.</summary>
public sealed class RefusedInputTests(RunningShop running) : IClassFixture<RunningShop>
{
    [Theory]
    [InlineData("/customers", """{"firstName":"Ada"}""", "Email")]
    [InlineData("/customers", """{"email":"ada@example.com "}""", "Email")]
    [InlineData("/customers", """{"email":"ada@exam@ple.com"}""", "Email")]
    [InlineData("/customers", """{"email":"ada@example.com","firstName":""}""", "FirstName")]
    [InlineData("/customers", """{"email":"ada@example.com","timeZone":"Mars/Olympus_Mons"}""", "TimeZone")]
    [InlineData("/customers", """{"email":"ada@example.com","language":"English"}""", "Language")]
    [InlineData("/customers/ID", """{"email":"@example.com"}""", "Email")]
    [InlineData("/customers/ID", """{"email":""}""", "Email")]
    [InlineData("/customers/ID", """{"firstName":""}""", "FirstName")]
    [InlineData("/customers/ID", """{"address":{"street":"","city":"Brisbane","country":"AU"}}""", "Address.Street")]
    [InlineData("/customers/ID", """{"address":{"street":"1 Queen Street","city":"","country":"AU"}}""", "Address.City")]
    [InlineData("/customers/ID", """{"address":{"street":"1 Queen Street","city":"Brisbane","country":""}}""", "Address.Country")]
    [InlineData("/customers/ID", """{"timeZone":"+10"}""", "TimeZone")]
    [InlineData("/customers/ID", """{"timeZone":""}""", "TimeZone")]
    [InlineData("/customers/ID", """{"language":""}""", "Language")]
    [InlineData("/customers/ID/orders", """{"total":0}""", "Total")]
    [InlineData("/customers/ID/devices", """{"platform":"windows","token":"x"}""", "Platform")]
    [InlineData("/customers/ID/devices", """{"platform":"ios","token":" "}""", "Token")]
    [InlineData("/customers/ID", """{"plan":"Platinum"}""", null)]
    [InlineData("/customers/ID", """{"plan":7}""", null)]
    [InlineData("/customers/ID", """{"address":{"street":"1 Queen Street","city":null,"country":"AU"}}""", null)]
    [InlineData("/customers/ID", """{"plan":""", null)]
    public async Task Invalid_input_is_a_problem_and_changes_and_sends_nothing(string address, string json, string? member)
    {
        string id = await running.Client.SignUpAsync();
        await running.Shop.DeliveredAsync();
        (string Stored, int Sent) before = (await StoredAsync(), running.Vero.Requests.Count);

        HttpMethod method = address.EndsWith("ID", StringComparison.Ordinal) ? HttpMethod.Patch : HttpMethod.Post;
        using HttpResponseMessage answer = await running.Client.SendAsync(method, address.Replace("ID", id, StringComparison.Ordinal), json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await answer.JsonAsync();
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        if (member is not null)
            Assert.Equal(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        await running.Shop.DeliveredAsync();
        Assert.Equal(before, (await StoredAsync(), running.Vero.Requests.Count));
    }

    [Theory]
    [InlineData("PATCH", "")]
    [InlineData("POST", "/orders")]
    [InlineData("GET", "")]
    public async Task A_customer_that_does_not_exist_is_a_problem(string method, string rest)
    {
        int sent = running.Vero.Requests.Count;

        using HttpResponseMessage answer = await running.Client.SendAsync(
            new HttpMethod(method), $"/customers/{Guid.NewGuid()}{rest}", """{"total":1}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        await running.Shop.DeliveredAsync();
        Assert.Equal(sent, running.Vero.Requests.Count);
    }

    private Task<string> StoredAsync() => running.Shop.QueryAsync(static async shop => JsonSerializer.Serialize(
        await shop.Customers.OrderBy(static customer => customer.SignedUpAt).ThenBy(static customer => customer.Id)
            .Select(static customer => new { customer.Email, customer.FirstName, customer.Plan, customer.OrderCount, Devices = customer.Devices.Count, customer.Address })
            .ToListAsync(TestContext.Current.CancellationToken)));
}

using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Vero.Typed;
using Vero.Typed.Testing;

namespace Shop.Tests;

/// <summary>What each test framework runs.</summary>
internal static class SignUpChecks
{
    // Wrong where a test run is to fail.
    private static readonly string Plan = Environment.GetEnvironmentVariable("EXPECTED_PLAN") ?? "Free";

    public static async Task UnitAsync()
    {
        var vero = new FakeVeroClient();

        await new SignUp(vero).RunAsync(new Customer("42", "Free"), CancellationToken.None);

        vero.AssertIdentified("42", $$$"""{"id":"42","data":{"plan":"{{{Plan}}}"}}""");
    }

    /// <summary>The whole application, which has no token.</summary>
    public static async Task HostAsync()
    {
        FakeVeroClient vero = null!;
        await using WebApplicationFactory<SignUp> shop = new WebApplicationFactory<SignUp>()
            .WithWebHostBuilder(host => host.ConfigureTestServices(services => vero = services.AddFakeVero()));
        using HttpClient http = shop.CreateClient();

        (await http.PostAsync("/customers/42", null)).EnsureSuccessStatusCode();
        (await http.PostAsync("/customers/42/orders/A-17", null)).EnsureSuccessStatusCode();
        await shop.Services.GetRequiredService<IVeroQueue>().FlushAsync(CancellationToken.None);

        vero.AssertIdentified("42", """{"id":"42","data":{"plan":"Free"}}""");
        vero.AssertTracked("42", "Placed order", """{"number":"A-17"}""");
    }

    /// <summary>The control: without the fake, the application does not start.</summary>
    public static async Task ControlAsync()
    {
        await using var shop = new WebApplicationFactory<SignUp>();
        try
        {
            using HttpClient http = shop.CreateClient();
        }
        catch (Exception exception) when (exception.Message.Contains("AuthToken is missing"))
        {
            return;
        }

        throw new InvalidOperationException("The application has started without a token.");
    }
}

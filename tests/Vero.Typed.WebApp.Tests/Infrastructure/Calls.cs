using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Vero.Typed.WebApp.Tests;

/// <summary>Calls of the API of the shop.</summary>
internal static class Calls
{
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, string json)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.ParseAdd("ExampleBrowser/1.0");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs a customer up.</summary>
    /// <returns>The id.</returns>
    public static async Task<string> SignUpAsync(this HttpClient client, string json = """{"email":"ada@example.com"}""")
    {
        using HttpResponseMessage answer = await client.SendAsync(HttpMethod.Post, "/customers", json);
        answer.EnsureSuccessStatusCode();
        return (await answer.JsonAsync()).GetProperty("id").GetString()!;
    }

    public static async Task ChangeAsync(this HttpClient client, string id, string json)
    {
        using HttpResponseMessage answer = await client.SendAsync(HttpMethod.Patch, $"/customers/{id}", json);
        answer.EnsureSuccessStatusCode();
    }

    public static Task<string> HealthAsync(this HttpClient client) => client.GetStringAsync("/health", TestContext.Current.CancellationToken);

    public static Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}

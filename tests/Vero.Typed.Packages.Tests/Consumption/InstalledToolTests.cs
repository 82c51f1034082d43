using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vero.Typed.Sandbox.Tests;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>The command vero-sandbox, installed from its package and used from outside.</summary>
public sealed class InstalledToolTests(PackedPackages packages, Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_installed_and_shows_what_it_was_sent()
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "tool"));
        await CommandLine.SuccessAsync(
            folder.FullName, "tool", "install", "Vero.Typed.Sandbox.Tool", "--version", PackedPackages.Version, "--add-source", packages.Feed, "--tool-path", folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "VeroPlan.txt"), "Shop.Customer data.plan string\nShop.Customer data.city string\n", Cancel);

        using Process tool = CommandLine.Start(
            Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "vero-sandbox.exe" : "vero-sandbox"), folder.FullName, "--port", "0", "--plan", "VeroPlan.txt");
        try
        {
            var page = new Uri((await tool.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[^1]);
            string address = (await tool.StandardOutput.ReadLineAsync(Cancel))!.Split(' ')[^1];

            // As curl sends it.
            using var http = new HttpClient();
            using var body = new StringContent("""{"id":"42","data":{"plan":"Pro"}}""", new MediaTypeHeaderValue("application/json"));
            using HttpResponseMessage response = await http.PostAsync(new Uri($"{address}users/track?auth_token=sandbox"), body, Cancel);
            Assert.Equal(200, (int)response.StatusCode);

            JsonObject request = Assert.Single(await ReadAsync<JsonObject[]>("admin/requests"));
            Assert.Equal(("42", 200), (request["userId"]!.GetValue<string>(), request["status"]!.GetValue<int>()));
            JsonObject user = await ReadAsync<JsonObject>("admin/users/42");
            Assert.Equal("""{"plan":"Pro"}""", user["profile"]!["data"]!.ToJsonString());
            JsonObject plan = await ReadAsync<JsonObject>("admin/plan");
            Assert.Equal((2, 1), (plan["planned"]!.GetValue<int>(), plan["arrived"]!.GetValue<int>()));

            await using BrowserPage opened = await browser.OpenAsync(page);
            await opened.UntilAsync("document.querySelector('#request-1')");
            Assert.Equal("1 request", await opened.TextAsync("#count"));
            Assert.Contains("identify", await opened.TextAsync("#request-1"), StringComparison.Ordinal);
            Assert.Contains("42", await opened.TextAsync("#request-1"), StringComparison.Ordinal);

            async Task<T> ReadAsync<T>(string path) => JsonSerializer.Deserialize<T>(await http.GetStringAsync(new Uri(page, path), Cancel))!;
        }
        finally
        {
            tool.Kill(entireProcessTree: true);
            await tool.WaitForExitAsync(CancellationToken.None);
        }
    }
}

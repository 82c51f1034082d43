using Vero.Typed.Sandbox.Tests;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>
/// The client in a browser, where everybody could read the credential. That the compiler warns is in <c>Consumers/Browser/planted.txt</c>.
/// </summary>
[Collection(ConsumerCollection.Name)]
public sealed class BrowserTests(BuiltConsumers consumers, Browser browser) : IClassFixture<Browser>
{
    private const string Project = "Browser";

    [Fact]
    public async Task Every_way_to_create_a_client_says_why_it_cannot_run_there()
    {
        string folder = Path.Combine(consumers.Folder, Project);
        await using var site = new StaticSite(Path.Combine(folder, "bin", "Debug", "net10.0", "wwwroot"), Path.Combine(folder, "wwwroot"));
        await using BrowserPage page = await browser.OpenAsync(site.Address, ready: "window.printed !== undefined");

        Assert.Equal(ConsumerProject.Named(Project).Output, (await page.EvaluateAsync("window.printed"))!.GetValue<string>());
    }
}

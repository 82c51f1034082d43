using System.Net.Http.Headers;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>What a page of somebody else can reach: nothing.</summary>
public sealed class AccessTests : RunningSandbox
{
    [Theory]
    [InlineData("localhost:{0}", 200)]
    [InlineData("127.0.0.1:{0}", 200)]
    [InlineData("127.9.9.9", 200)]
    [InlineData("[::1]:{0}", 200)]
    [InlineData("vero.example", 403)]
    [InlineData("127.0.0.1.vero.example", 403)]
    [InlineData("localhost.vero.example:{0}", 403)]
    [InlineData("192.168.0.1:{0}", 403)]
    public async Task Only_loopback_is_a_host(string host, int status)
    {
        string name = string.Format(System.Globalization.CultureInfo.InvariantCulture, host, Sandbox.BaseAddress.Port);

        Assert.Equal(status, await StatusAsync("/", request => request.Headers.Host = name));
        Assert.Equal(status, await StatusAsync("/admin/requests", request => request.Headers.Host = name));
        Assert.Equal(status == 403 ? 403 : 404, await StatusAsync("/api/v2/other", request => request.Headers.Host = name));
    }

    [Fact]
    public async Task A_host_can_be_allowed()
    {
        await using VeroSandbox sandbox = await VeroSandbox.StartAsync(
            new VeroSandboxOptions { AllowedHosts = ["vero"] }, TestContext.Current.CancellationToken);

        Assert.Equal(200, await StatusAsync(new Uri(sandbox.PageAddress, "/admin/requests"), request => request.Headers.Host = "vero:4010"));
        Assert.Equal(403, await StatusAsync(new Uri(sandbox.PageAddress, "/admin/requests"), request => request.Headers.Host = "vero.example"));
    }

    [Theory]
    [InlineData("https://vero.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("own", 200)]
    public async Task Only_its_own_page_may_send_requests(string origin, int status)
    {
        string name = origin == "own" ? Sandbox.PageAddress.GetLeftPart(UriPartial.Authority) : origin;

        Assert.Equal(status, await StatusAsync("/admin/requests", request => request.Headers.Add("Origin", name)));
        Assert.Equal(status == 403 ? 403 : 404, await StatusAsync("/api/v2/other", request => request.Headers.Add("Origin", name)));
    }

    [Theory]
    [InlineData("cross-site", "/admin/requests", 403)]
    [InlineData("same-site", "/page.js", 403)]
    [InlineData("same-origin", "/admin/requests", 200)]
    [InlineData("none", "/", 200)]
    [InlineData("cross-site", "/", 200)]
    public async Task A_link_leads_to_the_page_and_to_nothing_else(string site, string path, int status) =>
        Assert.Equal(status, await StatusAsync(path, request =>
        {
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
        }));

    [Fact]
    public async Task What_is_refused_is_not_stored()
    {
        await StatusAsync("/api/v2/users/track", request =>
        {
            request.Method = HttpMethod.Post;
            request.Headers.Host = "vero.example";
            request.Content = new StringContent("""{"id":"1"}""", new MediaTypeHeaderValue("application/json"));
        });

        Assert.Empty(Sandbox.Requests);
    }

    [Fact]
    public async Task The_page_may_load_nothing_of_others_and_not_be_framed()
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(Sandbox.PageAddress, TestContext.Current.CancellationToken);

        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task It_listens_on_other_addresses_when_asked()
    {
        await using VeroSandbox sandbox = await StartAsync("http://0.0.0.0:0");

        Assert.Equal("127.0.0.1", sandbox.BaseAddress.Host);
        Assert.Equal(200, await sandbox.IdentifyAsync("""{"id":"1"}""").StatusAsync());
    }

    [Theory]
    [InlineData("4010")]
    [InlineData("https://127.0.0.1:4010")]
    [InlineData("http://127.0.0.1:4010/path")]
    public async Task What_is_no_address_is_an_exception(string url) => await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(url));

    private static Task<VeroSandbox> StartAsync(string url) =>
        VeroSandbox.StartAsync(new VeroSandboxOptions { Urls = [url] }, TestContext.Current.CancellationToken);

    private Task<int> StatusAsync(string path, Action<HttpRequestMessage> change) => StatusAsync(new Uri(Sandbox.PageAddress, path), change);

    private static async Task<int> StatusAsync(Uri address, Action<HttpRequestMessage> change)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change(request);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}

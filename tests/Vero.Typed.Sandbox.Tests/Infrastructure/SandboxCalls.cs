using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>Calls of the sandbox over HTTP, like those of any client.</summary>
internal static class SandboxCalls
{
    private static readonly HttpClient Http = new();

    public static Task<HttpResponseMessage> IdentifyAsync(
        this VeroSandbox sandbox, [StringSyntax(StringSyntaxAttribute.Json)] string body, string? query = null) =>
        sandbox.SendAsync(HttpMethod.Post, "users/track", Encoding.UTF8.GetBytes(body), query);

    /// <summary>Sends a body as the operation table says.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this VeroSandbox sandbox, VeroOperation operation, [StringSyntax(StringSyntaxAttribute.Json)] string body, string? query = null)
    {
        OperationFacts facts = OperationTable.Of(operation);
        return sandbox.SendAsync(new HttpMethod(facts.Method), facts.Path, Encoding.UTF8.GetBytes(body), query);
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this VeroSandbox sandbox, HttpMethod method, string path, byte[] body, string? query = null, string contentType = "application/json")
    {
        query ??= $"?auth_token={Uri.EscapeDataString(sandbox.AuthToken)}";
        using var request = new HttpRequestMessage(method, new Uri(sandbox.BaseAddress, path + query));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<int> StatusAsync(this Task<HttpResponseMessage> call)
    {
        using HttpResponseMessage response = await call;
        return (int)response.StatusCode;
    }
}

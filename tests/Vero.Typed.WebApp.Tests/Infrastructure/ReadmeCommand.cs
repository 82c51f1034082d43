using System.Text.RegularExpressions;

namespace Vero.Typed.WebApp.Tests;

/// <summary>One of the curl commands of the sample's README.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; <c>$ID</c> in it stands for the id of the customer.</param>
/// <param name="Json">The body; empty if there is none.</param>
internal sealed partial record ReadmeCommand(HttpMethod Method, string Path, string Json)
{
    public static async Task<IReadOnlyList<ReadmeCommand>> AllAsync()
    {
        string readme = await File.ReadAllTextAsync(Repository.PathOf("samples/WebApp/README.md"), TestContext.Current.CancellationToken);
        return [.. Curl().Matches(readme).Select(static match => new ReadmeCommand(
            new HttpMethod(match.Groups["method"] is { Success: true } method ? method.Value : match.Groups["json"].Success ? "POST" : "GET"),
            match.Groups["path"].Value,
            match.Groups["json"].Value))];
    }

    public async Task<HttpResponseMessage> RunAsync(HttpClient client, string id)
    {
        string path = Path.Replace("$ID", id, StringComparison.Ordinal);
        if (Json.Length > 0)
            return await client.SendAsync(Method, path, Json);
        using var request = new HttpRequestMessage(Method, path);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^curl (?:-X (?<method>\w+) )?(?:--json '(?<json>[^']+)' )?localhost:5080(?<path>\S+)", RegexOptions.Multiline)]
    private static partial Regex Curl();
}

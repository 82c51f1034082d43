using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Finds everything that is wrong with the options at once. No text of the token or of an address gets into a message.</summary>
internal sealed class VeroClientOptionsValidator : IValidateOptions<VeroClientOptions>
{
    internal const int MostRetries = 10;

    private const int LongestToken = 256;

    // A bare number in configuration is days: "30" would be a month. One hour tells that mistake from a long timeout.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        List<string> problems = FindProblems(options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static List<string> FindProblems(VeroClientOptions options)
    {
        var problems = new List<string>();
        string key = options.ConfigurationPath.Length == 0 ? "" : options.ConfigurationPath + ":";
        if (FindTokenProblem(options.AuthToken) is { } token)
        {
            problems.Add($"AuthToken {token} Set it with `dotnet user-secrets set {key}AuthToken <token>`, with the environment variable "
                + $"{key.Replace(":", "__")}AuthToken, or in code. You find it at https://app.getvero.com/settings/project.");
        }

        if (FindAddressProblem(options.BaseAddress) is { } address)
            problems.Add($"BaseAddress {address} Leave {key}BaseAddress out to use Vero's own, https://api.getvero.com/api/v2/.");

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            problems.Add($"Timeout must be more than zero and at most one hour. Write {key}Timeout as hours:minutes:seconds, "
                + "such as 00:00:30; a number alone is days.");
        }

        if (options.MaxRetries is < 0 or > MostRetries)
            problems.Add($"MaxRetries must be 0 to {MostRetries}. Leave {key}MaxRetries out to send a request again up to twice.");

        return problems;
    }

    private static string? FindTokenProblem(string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
            return "is missing.";
        if (token!.Length > LongestToken)
            return $"is longer than {LongestToken} characters, so it is not a token of Vero.";
        foreach (char c in token)
        {
            if (c is <= ' ' or > '~')
                return "holds a blank, a line break or another character that no token of Vero has; was it copied with its surroundings?";
        }

        return null;
    }

    private static string? FindAddressProblem(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            return "must be absolute: https://, host and path.";
        bool http = address.Scheme == Uri.UriSchemeHttp;
        if (!http && address.Scheme != Uri.UriSchemeHttps)
            return "must be an https address.";
        if (http && !address.IsLoopback)
        {
            return "must be https: Vero refuses plain http, which would also show the token to everyone on the way. "
                + "Only a loopback address may be http.";
        }

        if (address.UserInfo.Length > 0)
            return "must not hold a user name or password.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "must not have a query or a fragment; the token is added by the client.";
        return null;
    }
}

using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Finds every problem of the options at once. No message contains a credential or a URL.</summary>
internal sealed class VeroClientOptionsValidator : IValidateOptions<VeroClientOptions>
{
    internal const int MostRetries = 10;

    private const int LongestCredential = 256;

    // A number alone is days in configuration: "30" would be a month. One hour distinguishes that mistake from a long timeout.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        List<string> problems = FindProblems(options, name ?? Options.DefaultName);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The beginning of messages about a named client.</summary>
    public static string Prefix(string name) => name.Length == 0 ? "" : $"Vero client '{name}': ";

    public static List<string> FindProblems(VeroClientOptions options, string name = "")
    {
        var problems = new List<string>();
        string client = Prefix(name);

        // A named client without a section has no known path; without a name, the path of the documentation is likely.
        string? path = options.ConfigurationPath ?? (name.Length == 0 ? "Vero" : null);
        string key = path is { Length: > 0 } ? path + ":" : "";
        if (FindCredentialProblem(options) is { } credential)
        {
            string setting = string.IsNullOrWhiteSpace(options.TrackingApiKey) ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
            string advice = path is null
                ? $"Set it in the call of AddVero(\"{name}\", ...)."
                : $"Set it with `dotnet user-secrets set {key}{setting} <token>`, with the environment variable {key.Replace(":", "__")}{setting}, or in code.";
            problems.Add($"{client}{setting} {credential} {advice} It is shown at https://app.getvero.com/settings/project.");
        }

        if (!string.IsNullOrWhiteSpace(options.AuthToken) && !string.IsNullOrWhiteSpace(options.TrackingApiKey))
            problems.Add($"{client}{key}AuthToken and {key}TrackingApiKey are both set. Remove one of them.");

        if (FindAddressProblem(options.BaseAddress) is { } address)
            problems.Add($"{client}BaseAddress {address} Remove {key}BaseAddress to use Vero's, https://api.getvero.com/api/v2/.");

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            problems.Add($"{client}Timeout must be more than zero and at most one hour. Use hours:minutes:seconds for {key}Timeout, "
                + "such as 00:00:30; a number alone is days.");
        }

        if (options.MaxRetries is < 0 or > MostRetries)
            problems.Add($"{client}MaxRetries must be 0 to {MostRetries}. Remove {key}MaxRetries to retry up to twice.");

        return problems;
    }

    private static string? FindCredentialProblem(VeroClientOptions options)
    {
        string? credential = string.IsNullOrWhiteSpace(options.TrackingApiKey) ? options.AuthToken : options.TrackingApiKey;

        // A dry run sends nothing.
        if (string.IsNullOrWhiteSpace(credential))
            return options.DryRun ? null : "is missing.";
        if (credential!.Length > LongestCredential)
            return $"is longer than {LongestCredential} characters, the maximum length.";
        foreach (char c in credential)
        {
            if (c is <= ' ' or > '~')
                return "contains white space, a line break or another character that is not visible ASCII. Check what was copied.";
        }

        return null;
    }

    private static string? FindAddressProblem(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            return "must be an absolute URL: https://, host and path.";
        bool http = address.Scheme == Uri.UriSchemeHttp;
        if (!http && address.Scheme != Uri.UriSchemeHttps)
            return "must be an https URL.";
        if (http && !address.IsLoopback)
        {
            return "must be https: http would expose the credential to the network. Only a loopback address may use http.";
        }

        if (address.UserInfo.Length > 0)
            return "must not contain a user name or password.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "must not have a query or a fragment; the client adds the credential.";
        return null;
    }
}

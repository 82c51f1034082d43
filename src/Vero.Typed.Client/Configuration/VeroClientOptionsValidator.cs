using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Finds everything that is wrong with the options at once. No text of a credential or of an address gets into a message.</summary>
internal sealed class VeroClientOptionsValidator : IValidateOptions<VeroClientOptions>
{
    internal const int MostRetries = 10;

    private const int LongestCredential = 256;

    // A bare number in configuration is days: "30" would be a month. One hour tells that mistake from a long timeout.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        List<string> problems = FindProblems(options, name ?? Options.DefaultName);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>What the messages about a client with a name begin with.</summary>
    public static string Prefix(string name) => name.Length == 0 ? "" : $"Vero client '{name}': ";

    public static List<string> FindProblems(VeroClientOptions options, string name = "")
    {
        var problems = new List<string>();
        string client = Prefix(name);

        // Who has set a name and no section has chosen no path either; without a name, it is most likely the one of the documentation.
        string? path = options.ConfigurationPath ?? (name.Length == 0 ? "Vero" : null);
        string key = path is { Length: > 0 } ? path + ":" : "";
        if (FindCredentialProblem(options) is { } credential)
        {
            string setting = string.IsNullOrWhiteSpace(options.TrackingApiKey) ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
            string advice = path is null
                ? $"Set it where AddVero(\"{name}\", ...) is called."
                : $"Set it with `dotnet user-secrets set {key}{setting} <token>`, with the environment variable {key.Replace(":", "__")}{setting}, or in code.";
            problems.Add($"{client}{setting} {credential} {advice} You find it at https://app.getvero.com/settings/project.");
        }

        if (!string.IsNullOrWhiteSpace(options.AuthToken) && !string.IsNullOrWhiteSpace(options.TrackingApiKey))
            problems.Add($"{client}{key}AuthToken and {key}TrackingApiKey are both set. One of them says which project it is: leave the other out.");

        if (FindAddressProblem(options.BaseAddress) is { } address)
            problems.Add($"{client}BaseAddress {address} Leave {key}BaseAddress out to use Vero's own, https://api.getvero.com/api/v2/.");

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            problems.Add($"{client}Timeout must be more than zero and at most one hour. Write {key}Timeout as hours:minutes:seconds, "
                + "such as 00:00:30; a number alone is days.");
        }

        if (options.MaxRetries is < 0 or > MostRetries)
            problems.Add($"{client}MaxRetries must be 0 to {MostRetries}. Leave {key}MaxRetries out to send a request again up to twice.");

        return problems;
    }

    private static string? FindCredentialProblem(VeroClientOptions options)
    {
        string? credential = string.IsNullOrWhiteSpace(options.TrackingApiKey) ? options.AuthToken : options.TrackingApiKey;

        // Nothing is sent, so nothing is needed to send it.
        if (string.IsNullOrWhiteSpace(credential))
            return options.DryRun ? null : "is missing.";
        if (credential!.Length > LongestCredential)
            return $"is longer than {LongestCredential} characters, so it is not one of Vero's.";
        foreach (char c in credential)
        {
            if (c is <= ' ' or > '~')
                return "holds a blank, a line break or another character that none of Vero's has; was it copied with its surroundings?";
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

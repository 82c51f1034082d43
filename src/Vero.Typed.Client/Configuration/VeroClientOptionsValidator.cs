using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Finds every problem of the options at once. No message contains a credential or a URL.</summary>
/// <param name="environment">The host's environment, which decides whether user secrets are read; null without a host.</param>
internal sealed class VeroClientOptionsValidator(IHostEnvironment? environment = null) : IValidateOptions<VeroClientOptions>
{
    internal const int MostRetries = 10;

    private const int LongestCredential = 256;
    private const string VeroDomain = "getvero.com";

    // A number alone is days in configuration: "30" would be a month. One hour distinguishes that mistake from a long timeout.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        List<string> problems = FindProblems(options, name ?? Options.DefaultName, environment);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The beginning of messages about a named client.</summary>
    public static string Prefix(string name) => name.Length == 0 ? "" : $"Vero client '{name}': ";

    /// <param name="options">The options.</param>
    /// <param name="name">The name of the client; empty if it has none.</param>
    /// <param name="environment">The host's environment, or null.</param>
    /// <param name="isFromCode">Whether the options were passed to a constructor instead of being configured.</param>
    public static List<string> FindProblems(
        VeroClientOptions options, string name = "", IHostEnvironment? environment = null, bool isFromCode = false)
    {
        var problems = new List<string>();
        string client = Prefix(name);

        // A named client without a section has no known path; without a name, the path of the documentation is likely.
        string? path = isFromCode ? null : options.ConfigurationPath ?? (name.Length == 0 ? "Vero" : null);
        string key = path is { Length: > 0 } ? path + ":" : isFromCode ? "VeroClientOptions." : "";
        if (FindCredentialProblem(options) is { } credential)
        {
            string setting = string.IsNullOrWhiteSpace(options.TrackingApiKey) ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
            problems.Add($"{client}{setting} {credential} {AdviceFor(setting, path, key, name, environment, isFromCode)} "
                + "It is shown at https://app.getvero.com/settings/project.");
        }

        if (!string.IsNullOrWhiteSpace(options.AuthToken) && !string.IsNullOrWhiteSpace(options.TrackingApiKey))
            problems.Add($"{client}{key}AuthToken and {key}TrackingApiKey are both set. Remove one of them.");

        if (FindAddressProblem(options) is { } address)
            problems.Add($"{client}BaseAddress {address} Remove {key}BaseAddress to use Vero's, https://api.getvero.com/api/v2/.");

        foreach (string host in options.InsecureHosts ?? [])
        {
            if (string.IsNullOrWhiteSpace(host) || Uri.CheckHostName(host) is UriHostNameType.Unknown)
                problems.Add($"{client}{key}InsecureHosts must contain host names only, without scheme, port and path.");
            else if (IsOfVero(host))
                problems.Add($"{client}{key}InsecureHosts must not contain a host of {VeroDomain}, which must be reached over https.");
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            problems.Add($"{client}Timeout must be more than zero and at most one hour. Use hours:minutes:seconds for {key}Timeout, "
                + "such as 00:00:30; a number alone is days.");
        }

        if (options.MaxRetries is < 0 or > MostRetries)
            problems.Add($"{client}MaxRetries must be 0 to {MostRetries}. Remove {key}MaxRetries to retry up to twice.");

        return problems;
    }

    private static string AdviceFor(
        string setting, string? path, string key, string name, IHostEnvironment? environment, bool isFromCode)
    {
        if (isFromCode)
            return $"Set VeroClientOptions.{setting}; keep the value out of source code, for example in an environment variable.";
        if (path is null)
            return $"Set it in the call of AddVero(\"{name}\", ...).";

        string secrets = $"`dotnet user-secrets set {key}{setting} <token>`";
        string variable = $"the environment variable {key.Replace(":", "__")}{setting}";
        return environment is null || environment.IsDevelopment()
            ? $"Set it with {secrets}, with {variable}, or in code."
            : $"Set it with {variable}, or in code. The environment is {environment.EnvironmentName}, where user secrets are not read: with "
                + $"DOTNET_ENVIRONMENT=Development, {secrets} sets it too.";
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

    private static string? FindAddressProblem(VeroClientOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
            return "must be an absolute URL: https://, host and path.";
        bool http = address.Scheme == Uri.UriSchemeHttp;
        if (!http && address.Scheme != Uri.UriSchemeHttps)
            return "must be an https URL.";
        if (http && !address.IsLoopback && !IsInsecureHost(options, address.IdnHost))
        {
            return "must be https: http would expose the credential to the network. Only loopback addresses, and hosts that "
                + "VeroClientOptions.InsecureHosts names, may use http.";
        }

        if (address.UserInfo.Length > 0)
            return "must not contain a user name or password.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "must not have a query or a fragment; the client adds the credential.";
        return null;
    }

    private static bool IsInsecureHost(VeroClientOptions options, string host) =>
        !IsOfVero(host) && (options.InsecureHosts ?? []).Any(insecure => string.Equals(insecure, host, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfVero(string host)
    {
        host = host.TrimEnd('.');
        return host.Equals(VeroDomain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + VeroDomain, StringComparison.OrdinalIgnoreCase);
    }
}

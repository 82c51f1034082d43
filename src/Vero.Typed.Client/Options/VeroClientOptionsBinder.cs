using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>
/// Reads the options from configuration. By hand, because four values need no reflection and no generated code, and because a value
/// that cannot be read is then reported together with all other problems instead of alone.
/// </summary>
internal sealed class VeroClientOptionsBinder(IConfiguration configuration)
    : IConfigureOptions<VeroClientOptions>, IValidateOptions<VeroClientOptions>
{
    private readonly string _path = (configuration as IConfigurationSection)?.Path ?? "";

    public void Configure(VeroClientOptions options)
    {
        options.ConfigurationPath = _path;
        if (configuration[nameof(options.AuthToken)] is { } token)
            options.AuthToken = token;
        if (configuration[nameof(options.BaseAddress)] is { } address && Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out Uri? uri))
            options.BaseAddress = uri;
        if (configuration[nameof(options.Timeout)] is { } timeout && TryParseTimeout(timeout, out TimeSpan time))
            options.Timeout = time;
        if (configuration[nameof(options.MaxRetries)] is { } retries && TryParseCount(retries, out int count))
            options.MaxRetries = count;
    }

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        var problems = new List<string>();
        if (configuration[nameof(options.BaseAddress)] is { } address && !Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out _))
            problems.Add($"{Key(nameof(options.BaseAddress))} is not an address.");
        if (configuration[nameof(options.Timeout)] is { } timeout && !TryParseTimeout(timeout, out _))
            problems.Add($"{Key(nameof(options.Timeout))} is not a time. Write it as hours:minutes:seconds, such as 00:00:30.");
        if (configuration[nameof(options.MaxRetries)] is { } retries && !TryParseCount(retries, out _))
            problems.Add($"{Key(nameof(options.MaxRetries))} is not a whole number.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool TryParseTimeout(string text, out TimeSpan timeout) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out timeout);

    private static bool TryParseCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    private string Key(string name) => _path.Length == 0 ? name : $"{_path}:{name}";
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Vero.Typed;

/// <summary>
/// Reads the options of one client from configuration. By hand, because these few values need neither reflection nor generated code, and
/// because an unreadable value is then reported together with all other problems.
/// </summary>
internal sealed class VeroClientOptionsBinder(string name, IConfiguration configuration)
    : IConfigureNamedOptions<VeroClientOptions>, IValidateOptions<VeroClientOptions>, IOptionsChangeTokenSource<VeroClientOptions>
{
    private readonly string _path = (configuration as IConfigurationSection)?.Path ?? "";

    public string Name => name;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();

    public void Configure(VeroClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, VeroClientOptions options)
    {
        if (name != Name)
            return;

        options.ConfigurationPath = _path;
        if (configuration[nameof(options.AuthToken)] is { } token)
            options.AuthToken = token;
        if (configuration[nameof(options.TrackingApiKey)] is { } key)
            options.TrackingApiKey = key;
        if (configuration[nameof(options.BaseAddress)] is { } address && Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out Uri? uri))
            options.BaseAddress = uri;
        if (configuration[nameof(options.Timeout)] is { } timeout && TryParseTimeout(timeout, out TimeSpan time))
            options.Timeout = time;
        if (configuration[nameof(options.MaxRetries)] is { } retries && TryParseCount(retries, out int count))
            options.MaxRetries = count;
        if (configuration[nameof(options.DryRun)] is { } dryRun && bool.TryParse(dryRun, out bool isDryRun))
            options.DryRun = isDryRun;
        if (ReadHosts() is { Count: > 0 } hosts)
            options.InsecureHosts = hosts;
    }

    public ValidateOptionsResult Validate(string? name, VeroClientOptions options)
    {
        if (name is not null && name != Name)
            return ValidateOptionsResult.Skip;

        var problems = new List<string>();
        string client = VeroClientOptionsValidator.Prefix(Name);
        if (configuration[nameof(options.BaseAddress)] is { } address && !Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out _))
            problems.Add($"{client}{Key(nameof(options.BaseAddress))} is not a URL.");
        if (configuration[nameof(options.Timeout)] is { } timeout && !TryParseTimeout(timeout, out _))
            problems.Add($"{client}{Key(nameof(options.Timeout))} is not a time. Use hours:minutes:seconds, such as 00:00:30.");
        if (configuration[nameof(options.MaxRetries)] is { } retries && !TryParseCount(retries, out _))
            problems.Add($"{client}{Key(nameof(options.MaxRetries))} is not a whole number.");
        if (configuration[nameof(options.DryRun)] is { } dryRun && !bool.TryParse(dryRun, out _))
            problems.Add($"{client}{Key(nameof(options.DryRun))} is neither true nor false.");

        // Where the section is the whole configuration, it contains other components' keys.
        foreach (IConfigurationSection child in _path.Length == 0 ? [] : configuration.GetChildren())
        {
            if (child.Value is not null && SettingNames.FindMisspelt(child.Key) is { } setting && configuration[setting] is null)
                problems.Add($"{client}{Key(child.Key)} is not a setting of the Vero client; did you mean {Key(setting)}?");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // A list, or several in one value, as environment variables have them.
    private List<string> ReadHosts()
    {
        IConfigurationSection section = configuration.GetSection(nameof(VeroClientOptions.InsecureHosts));
        IEnumerable<string?> values = section.Value is { } value ? value.Split(',', ';') : section.GetChildren().Select(static child => child.Value);
        return [.. values.Where(static host => !string.IsNullOrWhiteSpace(host)).Select(static host => host!.Trim())];
    }

    private static bool TryParseTimeout(string text, out TimeSpan timeout) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out timeout);

    private static bool TryParseCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    private string Key(string name) => _path.Length == 0 ? name : $"{_path}:{name}";
}

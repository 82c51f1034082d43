using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Reads the options of one queue from configuration, as <see cref="VeroClientOptionsBinder"/> does for a client.</summary>
internal sealed class VeroQueueOptionsBinder(string name, IConfigurationSection section)
    : IConfigureNamedOptions<VeroQueueOptions>, IValidateOptions<VeroQueueOptions>
{
    private static readonly string[] Settings =
    [
        nameof(VeroQueueOptions.Capacity), nameof(VeroQueueOptions.MaxConcurrency), nameof(VeroQueueOptions.DrainTimeout),
    ];

    public void Configure(VeroQueueOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, VeroQueueOptions options)
    {
        if (optionsName != name || !section.Exists())
            return;

        options.ConfigurationPath = section.Path;
        if (section[nameof(options.Capacity)] is { } capacity && TryParseCount(capacity, out int count))
            options.Capacity = count;
        if (section[nameof(options.MaxConcurrency)] is { } concurrency && TryParseCount(concurrency, out int max))
            options.MaxConcurrency = max;
        if (section[nameof(options.DrainTimeout)] is { } drain && TryParseTime(drain, out TimeSpan time))
            options.DrainTimeout = time;
    }

    public ValidateOptionsResult Validate(string? optionsName, VeroQueueOptions options)
    {
        if (optionsName is not null && optionsName != name)
            return ValidateOptionsResult.Skip;

        var problems = new List<string>();
        string queue = name.Length == 0 ? "" : $"Vero queue '{name}': ";
        foreach (string setting in new[] { nameof(options.Capacity), nameof(options.MaxConcurrency) })
        {
            if (section[setting] is { } count && !TryParseCount(count, out _))
                problems.Add($"{queue}{section.Path}:{setting} is not a whole number.");
        }

        if (section[nameof(options.DrainTimeout)] is { } drain && !TryParseTime(drain, out _))
            problems.Add($"{queue}{section.Path}:{nameof(options.DrainTimeout)} is not a time. Use hours:minutes:seconds, such as 00:00:20.");
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (child.Value is not null && SettingNames.FindMisspelt(child.Key, Settings) is { } setting && section[setting] is null)
                problems.Add($"{queue}{section.Path}:{child.Key} is not a setting of the Vero queue; did you mean {section.Path}:{setting}?");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool TryParseCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    private static bool TryParseTime(string text, out TimeSpan time) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
}

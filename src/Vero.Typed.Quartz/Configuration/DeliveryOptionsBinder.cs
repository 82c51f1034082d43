using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>
/// Reads the options from configuration and checks them. By hand, as the client's, because so few values need no reflection and all problems are
/// then reported together.
/// </summary>
/// <param name="configuration">The configuration of the application; null if it has none.</param>
internal sealed class DeliveryOptionsBinder(IConfiguration? configuration = null)
    : IConfigureOptions<VeroDeliveryOptions>, IValidateOptions<VeroDeliveryOptions>
{
    private const int MostShards = 64;
    private const int HighestConcurrency = 64;
    private static readonly TimeSpan LowestAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HighestAge = TimeSpan.FromDays(365);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromMinutes(5);

    private static readonly string[] Settings =
    [
        nameof(VeroDeliveryOptions.Shards), nameof(VeroDeliveryOptions.MaxConcurrency), nameof(VeroDeliveryOptions.MaxAge),
        nameof(VeroDeliveryOptions.PollInterval), nameof(VeroDeliveryOptions.ShutdownTimeout), nameof(VeroDeliveryOptions.Deliver),
        nameof(VeroDeliveryOptions.CreateSchema), nameof(VeroDeliveryOptions.Schema),
    ];

    private readonly IConfigurationSection? _section = configuration?.GetSection(VeroDeliveryOptions.SectionName);

    public void Configure(VeroDeliveryOptions options)
    {
        if (TryParseNumber(nameof(options.Shards), out int shards) is true)
            options.Shards = shards;
        if (TryParseNumber(nameof(options.MaxConcurrency), out int concurrency) is true)
            options.MaxConcurrency = concurrency;
        if (TryParseTime(nameof(options.MaxAge), out TimeSpan age) is true)
            options.MaxAge = age;
        if (TryParseTime(nameof(options.PollInterval), out TimeSpan poll) is true)
            options.PollInterval = poll;
        if (TryParseTime(nameof(options.ShutdownTimeout), out TimeSpan shutdown) is true)
            options.ShutdownTimeout = shutdown;
        if (TryParseFlag(nameof(options.Deliver), out bool deliver) is true)
            options.Deliver = deliver;
        if (TryParseFlag(nameof(options.CreateSchema), out bool create) is true)
            options.CreateSchema = create;
        if (_section?[nameof(options.Schema)] is { } schema)
            options.Schema = schema;
    }

    public ValidateOptionsResult Validate(string? name, VeroDeliveryOptions options)
    {
        var problems = new List<string>();
        foreach (string setting in (string[])[nameof(options.Shards), nameof(options.MaxConcurrency)])
        {
            if (TryParseNumber(setting, out _) is false)
                problems.Add($"{Key(setting)} is not a whole number.");
        }

        foreach (string setting in (string[])[nameof(options.MaxAge), nameof(options.PollInterval), nameof(options.ShutdownTimeout)])
        {
            if (TryParseTime(setting, out _) is false)
                problems.Add($"{Key(setting)} is not a time. Write it as days.hours:minutes:seconds, such as 7.00:00:00 or 00:00:30.");
        }

        foreach (string setting in (string[])[nameof(options.Deliver), nameof(options.CreateSchema)])
        {
            if (TryParseFlag(setting, out _) is false)
                problems.Add($"{Key(setting)} must be true or false.");
        }

        foreach (IConfigurationSection child in _section?.GetChildren() ?? [])
        {
            if (Array.Exists(Settings, setting => string.Equals(setting, child.Key, StringComparison.OrdinalIgnoreCase)))
                continue;
            problems.Add(Misspelling.NearestOf(child.Key, Settings) is { } meant
                ? DeliveryMessages.MisspeltSetting(Key(child.Key), Key(meant))
                : $"{Key(child.Key)} is not a setting of Vero delivery. The settings are {string.Join(", ", Settings)}.");
        }

        CheckRange(problems, nameof(options.Shards), options.Shards is >= 1 and <= MostShards, $"1 to {MostShards}");
        CheckRange(problems, nameof(options.MaxConcurrency), options.MaxConcurrency is >= 1 and <= HighestConcurrency, $"1 to {HighestConcurrency}");
        CheckRange(problems, nameof(options.MaxAge), options.MaxAge >= LowestAge && options.MaxAge <= HighestAge, "1 minute to 365 days");
        CheckRange(problems, nameof(options.PollInterval), options.PollInterval >= ShortestPoll && options.PollInterval <= LongestPoll, "0.1 seconds to 1 minute");
        CheckRange(
            problems, nameof(options.ShutdownTimeout), options.ShutdownTimeout >= TimeSpan.Zero && options.ShutdownTimeout <= LongestShutdown, "zero to 5 minutes");
        if (options.Schema is { } schema && (string.IsNullOrWhiteSpace(schema) || schema.Contains('"', StringComparison.Ordinal)))
            problems.Add($"{Key(nameof(options.Schema))} is not the name of a database schema.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckRange(List<string> problems, string setting, bool isInRange, string range)
    {
        if (!isInRange)
            problems.Add($"{Key(setting)} must be {range}.");
    }

    private static string Key(string setting) => $"{VeroDeliveryOptions.SectionName}:{setting}";

    // Null where the setting is absent.
    private bool? TryParseNumber(string setting, out int value)
    {
        value = 0;
        return _section?[setting] is { } text ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) : null;
    }

    private bool? TryParseTime(string setting, out TimeSpan value)
    {
        value = default;
        return _section?[setting] is { } text ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) : null;
    }

    private bool? TryParseFlag(string setting, out bool value)
    {
        value = false;
        return _section?[setting] is { } text ? bool.TryParse(text, out value) : null;
    }
}

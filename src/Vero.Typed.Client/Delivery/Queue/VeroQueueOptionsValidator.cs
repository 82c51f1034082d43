using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Finds every problem of a queue's options at once.</summary>
internal sealed class VeroQueueOptionsValidator : IValidateOptions<VeroQueueOptions>
{
    private const int HighestCapacity = 1_000_000;
    private const int HighestConcurrency = 1024;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VeroQueueOptions options)
    {
        List<string> problems = FindProblems(options, name ?? Options.DefaultName);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static List<string> FindProblems(VeroQueueOptions options, string name = "")
    {
        var problems = new List<string>();
        string queue = name.Length == 0 ? "" : $"Vero queue '{name}': ";
        string key = options.ConfigurationPath is { Length: > 0 } path ? $"{path}:" : "VeroQueueOptions.";
        if (options.Capacity is < 1 or > HighestCapacity)
            problems.Add($"{queue}{key}Capacity must be 1 to 1,000,000.");
        if (options.MaxConcurrency is < 1 or > HighestConcurrency)
            problems.Add($"{queue}{key}MaxConcurrency must be 1 to 1024.");
        if (options.DrainTimeout < TimeSpan.Zero || options.DrainTimeout > LongestDrain)
        {
            problems.Add($"{queue}{key}DrainTimeout must be zero to one hour. Use hours:minutes:seconds, such as 00:00:20; a number alone is days.");
        }

        return problems;
    }
}

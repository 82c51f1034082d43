using System.Globalization;

namespace Vero.Typed.Sandbox.Tool;

/// <summary>Faults as they are written on a command line: <c>status=503,rate=0.1,operation=track</c>.</summary>
internal static class FaultSyntax
{
    /// <exception cref="FormatException">A setting is not one of a fault, or its value is wrong.</exception>
    public static SandboxFault Parse(string text)
    {
        VeroOperation? operation = null;
        string? user = null;
        int? times = null;
        double rate = 1;
        TimeSpan delay = default;
        int? status = null;
        TimeSpan? retryAfter = null;
        bool isReset = false;
        foreach (string setting in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = setting.Split('=', 2);
            string value = parts.Length == 2 ? parts[1] : "";
            switch (parts[0])
            {
                case "operation":
                    operation = Operation(value);
                    break;
                case "user":
                    user = value;
                    break;
                case "times":
                    times = Number(setting, value);
                    break;
                case "rate":
                    rate = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1 ? share : throw Wrong(setting, "a number from 0 to 1");
                    break;
                case "delay":
                    delay = Time(setting, value);
                    break;
                case "status":
                    status = Number(setting, value) is >= 200 and <= 599 and int code ? code : throw Wrong(setting, "a status from 200 to 599");
                    break;
                case "retry-after":
                    retryAfter = Time(setting, value);
                    break;
                case "reset" when value.Length == 0:
                    isReset = true;
                    break;
                default:
                    throw new FormatException($"{parts[0]} is not a setting of --faults.");
            }
        }

        if (status is null && !isReset && delay == default)
            throw new FormatException("--faults needs status, delay or reset.");
        return new SandboxFault
        {
            Operation = operation,
            UserId = user,
            Times = times,
            Rate = rate,
            Delay = delay,
            Status = status,
            RetryAfter = retryAfter,
            Reset = isReset,
        };
    }

    private static VeroOperation Operation(string name) => OperationTable.Find(name)?.Operation
        ?? throw new FormatException($"operation must be one of {string.Join(", ", OperationTable.All.Select(static facts => facts.Name))}.");

    private static int Number(string setting, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Wrong(setting, "a whole number");

    private static TimeSpan Time(string setting, string value)
    {
        (string unit, double milliseconds) = value.EndsWith("ms", StringComparison.Ordinal) ? ("ms", 1d) : ("s", 1000d);
        return value.EndsWith(unit, StringComparison.Ordinal)
            && double.TryParse(value[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * milliseconds <= int.MaxValue
            ? TimeSpan.FromMilliseconds(number * milliseconds)
            : throw Wrong(setting, "a time such as 2s or 300ms");
    }

    private static FormatException Wrong(string setting, string expected) => new($"{setting}: the value must be {expected}.");
}

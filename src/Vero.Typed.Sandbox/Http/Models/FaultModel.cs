namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>A fault.</summary>
internal sealed record FaultModel(
    VeroOperation? Operation = null,
    string? UserId = null,
    int? Times = null,
    double Rate = 1,
    int DelayMilliseconds = 0,
    int? Status = null,
    int? RetryAfterSeconds = null,
    bool Reset = false)
{
    public static FaultModel Of(SandboxFault fault) => new(
        fault.Operation,
        fault.UserId,
        fault.Times,
        fault.Rate,
        (int)fault.Delay.TotalMilliseconds,
        fault.Status,
        fault.RetryAfter is { } wait ? (int)wait.TotalSeconds : null,
        fault.Reset);

    public SandboxFault ToFault() => new()
    {
        Operation = Operation,
        UserId = UserId,
        Times = Times,
        Rate = Rate,
        Delay = TimeSpan.FromMilliseconds(DelayMilliseconds),
        Status = Status,
        RetryAfter = RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Reset = Reset,
    };
}

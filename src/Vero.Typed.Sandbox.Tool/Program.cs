using System.Runtime.InteropServices;
using Vero.Typed.Sandbox;
using Vero.Typed.Sandbox.Tool;

const int UsageError = 2;

CommandLine command;
try
{
    command = CommandLine.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"vero-sandbox: {e.Message}");
    Console.Error.WriteLine("Run vero-sandbox --help for the options.");
    return UsageError;
}

if (command.ShowsHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

var ending = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

VeroSandbox sandbox;
try
{
    sandbox = await VeroSandbox.StartAsync(command.Options);
}
catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"vero-sandbox: {e.Message}");
    return 1;
}

await using (sandbox)
{
    foreach (SandboxFault fault in command.Faults)
        sandbox.Inject(fault);
    Console.WriteLine($"Page          {sandbox.PageAddress}");
    Console.WriteLine($"Base address  {sandbox.BaseAddress}");
    Console.WriteLine($"Token         {sandbox.AuthToken}");
    Console.WriteLine("Press Ctrl+C to end.");
    await ending.Task;
}

return 0;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.TrySetResult();
}

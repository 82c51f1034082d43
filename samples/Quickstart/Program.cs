using System.Runtime.InteropServices;
using Quickstart;
using Spectre.Console;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

// Redirected output has no width; 80 columns would break every reason into pieces.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 200;

return await QuickstartRun.RunAsync(args, AnsiConsole.Console, cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancellation.Cancel();
}

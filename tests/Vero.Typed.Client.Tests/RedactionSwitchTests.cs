using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Vero.Typed.Client.Tests;

/// <summary>The runtime reads its switch once, so it takes another process to turn it.</summary>
[Collection(AloneCollection.Name)]
public sealed partial class RedactionSwitchTests
{
    [Fact]
    public async Task Nobody_hears_of_the_client_where_the_runtime_shows_addresses_as_they_are()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Vero.Typed.Client.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program, ["--filter-class", "*.CanaryTests", "--progress", "off"]) { RedirectStandardOutput = true };
        start.Environment[CanaryTests.ShowAddresses] = "1";

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        Assert.Equal(CanaryTests.Count, int.Parse(Succeeded().Match(output).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"succeeded: (\d+)")]
    private static partial Regex Succeeded();
}

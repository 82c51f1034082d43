using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The first call in a process of its own, where nothing is compiled yet.</summary>
internal static class FirstCall
{
    public const string Name = "first-call";

    private const string Vero = "vero";
    private const string Json = "system-text-json";
    private const int Processes = 15;

    /// <summary>In the parent: time and compiled methods, as ratios to System.Text.Json's fast path.</summary>
    public static void Report()
    {
        Sample[] json = new Sample[Processes];
        Sample[] vero = new Sample[Processes];
        for (int i = 0; i < Processes; i++)
        {
            json[i] = InAnotherProcess(Json);
            vero[i] = InAnotherProcess(Vero);
        }

        double ratio = Interleaved.Median(vero.Zip(json, (ours, theirs) => ours.Microseconds / theirs.Microseconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"First call in a fresh process (typical): {ratio:0.00} of System.Text.Json's, {vero[0].Methods} methods compiled against {json[0].Methods}."));
    }

    /// <summary>In the child.</summary>
    public static int Run(string way)
    {
        Customer customer = Customers.Typical;
        _ = Environment.CpuUsage.TotalTime;
        long methods = JitInfo.GetCompiledMethodCount();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        int length = way == Vero
            ? customer.ToIdentifyRequest().Utf8Json.Length
            : JsonSerializer.SerializeToUtf8Bytes(IdentifyDto.From(customer), IdentifyJsonContext.Default.IdentifyDto).Length;
        double time = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time} {JitInfo.GetCompiledMethodCount() - methods} {length}"));
        return 0;
    }

    private static Sample InAnotherProcess(string way)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Name, way]) { RedirectStandardOutput = true })!;
        string[] printed = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return new Sample(double.Parse(printed[0], CultureInfo.InvariantCulture), int.Parse(printed[1], CultureInfo.InvariantCulture));
    }

    private readonly record struct Sample(double Microseconds, int Methods);
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The first call in a process of its own, where nothing is compiled yet.</summary>
internal static class FirstCall
{
    public const string Name = "first-call";
    public const string Typical = "typical";
    public const string Survey = "50 texts of 200";

    private const string Vero = "vero";
    private const string Json = "system-text-json";
    private const int Processes = 15;

    /// <summary>In the parent: what it takes, against System.Text.Json's fast path.</summary>
    public static void Report(string payload)
    {
        var json = new Sample[Processes];
        var vero = new Sample[Processes];
        for (int i = 0; i < Processes; i++)
        {
            json[i] = InAnotherProcess(Json, payload);
            vero[i] = InAnotherProcess(Vero, payload);
        }

        double ratio = Interleaved.Median(vero.Zip(json, (ours, theirs) => ours.Microseconds / theirs.Microseconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"First call in a fresh process, {payload}: {ratio:0.00} of the time of System.Text.Json generated, fast path; compiled by the JIT: "
            + $"{vero[0].Methods} methods of {vero[0].Bytes} bytes of IL against {json[0].Methods} of {json[0].Bytes}."));
    }

    /// <summary>In the child.</summary>
    public static int Run(string way, string payload)
    {
        Customer customer = Customers.Typical;
        Survey survey = Customers.Survey;
        _ = Environment.CpuUsage.TotalTime;
        long methods = JitInfo.GetCompiledMethodCount();
        long bytes = JitInfo.GetCompiledILBytes();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        int length = (way, payload) switch
        {
            (Vero, Typical) => customer.ToIdentifyRequest().Utf8Json.Length,
            (Vero, _) => survey.ToIdentifyRequest().Utf8Json.Length,
            (_, Typical) => JsonSerializer.SerializeToUtf8Bytes(IdentifyDto.From(customer), IdentifyJsonContext.Default.IdentifyDto).Length,
            _ => JsonSerializer.SerializeToUtf8Bytes(SurveyDto.From(survey), IdentifyJsonContext.Default.SurveyDto).Length,
        };
        double time = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
        methods = JitInfo.GetCompiledMethodCount() - methods;
        bytes = JitInfo.GetCompiledILBytes() - bytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time} {methods} {bytes} {length}"));
        return 0;
    }

    private static Sample InAnotherProcess(string way, string payload)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Name, way, payload]) { RedirectStandardOutput = true })!;
        string[] printed = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return new Sample(
            double.Parse(printed[0], CultureInfo.InvariantCulture),
            int.Parse(printed[1], CultureInfo.InvariantCulture),
            int.Parse(printed[2], CultureInfo.InvariantCulture));
    }

    private readonly record struct Sample(double Microseconds, int Methods, int Bytes);
}

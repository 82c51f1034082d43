using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Vero.Typed.Benchmarks.Serializer;

namespace Vero.Typed.Benchmarks.Sending;

/// <summary>
/// What a request costs the process that sends it, CPU time and allocated bytes, next to HttpClient posting the same bytes at the same concurrency.
/// The loopback server is a process of its own. The contenders take turns within a round, and the ratios are those of one round: the
/// machine is rarely quiet, but seldom changes within seconds.
/// </summary>
internal static class SendingCommand
{
    public const string Name = "sending";
    public const string ServerName = "sending-server";

    private const int Concurrency = 64;
    private const int Requests = 20_000;
    private const int WarmUps = 2;
    private const int Rounds = 11;

    public static async Task<int> RunAsync()
    {
        using Process server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ServerArguments())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            int port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await CompareAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/v2/")));
            return 0;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    // Started by the host `dotnet`, the program is its first argument.
    private static string[] ServerArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(SendingCommand).Assembly.Location, ServerName] : [ServerName];

    private static async Task CompareAsync(Uri address)
    {
        IdentifyRequest typical = Customers.Typical.ToIdentifyRequest();
        IdentifyRequest[] requests = [.. Enumerable.Range(1, Requests).Select(number =>
            IdentifyRequest.Parse(typical.ToJson().Replace(typical.UserId, new Guid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString(), StringComparison.Ordinal)))];
        byte[][] bodies = [.. requests.Select(static request => MemoryMarshal.TryGetArray(request.Utf8Json, out ArraySegment<byte> body) ? body.Array! : [])];
        using var http = new HttpClient();
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "benchmark", BaseAddress = address });
        var target = new Uri(address, "users/track?auth_token=benchmark");
        var options = new VeroBulkOptions { MaxConcurrency = Concurrency };
        (string Name, Func<Task> SendAll)[] contenders =
        [
            ("HttpClient, prepared bytes", () => SideBySideAsync(number => PostAsync(http, target, bodies[number]))),
            ("IdentifyAsync", () => SideBySideAsync(number => client.IdentifyAsync(requests[number]))),
            ("IdentifyAllAsync", () => client.IdentifyAllAsync(requests, options)),
        ];

        var costs = new List<(double Cpu, double Bytes)>[contenders.Length];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            for (int turn = 0; turn < contenders.Length; turn++)
            {
                int contender = (turn + round + contenders.Length) % contenders.Length;
                (double, double) cost = await MeasureAsync(contenders[contender].SendAll);
                if (round >= 0)
                    (costs[contender] ??= []).Add(cost);
            }
        }

        Console.WriteLine("| at a concurrency of 64 | CPU us/request | ratio (quartiles) | bytes/request | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        for (int i = 0; i < contenders.Length; i++)
        {
            double[] cpu = [.. costs[i].Select((cost, round) => cost.Cpu / costs[0][round].Cpu).Order()];
            double[] bytes = [.. costs[i].Select((cost, round) => cost.Bytes / costs[0][round].Bytes).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {Median(costs[i].Select(static cost => cost.Cpu)):0.0} | {cpu[Rounds / 2]:0.00} ({cpu[Rounds / 4]:0.00}-{cpu[Rounds * 3 / 4]:0.00}) "
                    + $"| {Median(costs[i].Select(static cost => cost.Bytes)):0} | {bytes[Rounds / 2]:0.00} |"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static async Task<(double Cpu, double Bytes)> MeasureAsync(Func<Task> sendAll)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        await sendAll();
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMicroseconds / Requests, (double)bytes / Requests);
    }

    private static Task SideBySideAsync(Func<int, Task> send)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, Concurrency).Select(_ => Task.Run(async () =>
        {
            for (int number = Interlocked.Increment(ref next); number < Requests; number = Interlocked.Increment(ref next))
                await send(number);
        })));
    }

    private static async Task PostAsync(HttpClient http, Uri target, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using HttpResponseMessage response = await http.PostAsync(target, content);
        response.EnsureSuccessStatusCode();
    }
}

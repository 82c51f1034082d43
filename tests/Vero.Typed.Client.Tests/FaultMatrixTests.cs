using System.Reflection;
using System.Runtime.CompilerServices;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// The matrix of faults: rows 1 to 56. What a server can do wrong is a row, or several, of <see cref="FaultMatrix"/>; what callers and
/// surroundings do wrong are tests of their own, marked with <see cref="FaultRowAttribute"/>.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class FaultMatrixTests
{
    private const int Rows = 56;

    private static readonly Dictionary<string, Fault> Faults = FaultMatrix.All.ToDictionary(static fault => fault.ToString());

    public static TheoryData<string, ClientKind> Cases => [.. FaultMatrix.All.SelectMany(static fault =>
        fault.IsOnlyForInjected ? [(fault.ToString(), ClientKind.Injected)] : new[] { (fault.ToString(), ClientKind.Own), (fault.ToString(), ClientKind.Injected) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_ends_as_the_matrix_says_and_leaves_nothing_behind(string fault, ClientKind kind)
    {
        using var unobserved = new UnobservedExceptions();

        await using (var scene = new FaultScene(Faults[fault], kind))
            await scene.PlayAsync();

        Assert.Empty(unobserved.Find());
    }

    [Fact]
    public void A_task_that_nobody_has_looked_at_is_noticed()
    {
        using var unobserved = new UnobservedExceptions();

        Forget();

        Assert.Contains(unobserved.Find(), static exception => exception.InnerException is InvalidTimeZoneException);

        // In a method of its own, or the task would be kept alive by this one.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget() => Assert.True(Task.FromException(new InvalidTimeZoneException()).IsFaulted);
    }

    [Fact]
    public void Every_row_of_the_matrix_has_a_test()
    {
        IEnumerable<int> rows = typeof(FaultMatrixTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(static method => method.GetCustomAttribute<FaultRowAttribute>()?.Rows ?? [])
            .Concat(FaultMatrix.All.Select(static fault => fault.Row));

        Assert.Equal(Enumerable.Range(1, Rows), rows.Distinct().Order());
    }

    [Fact]
    public async Task A_thousand_broken_connections_leave_no_handle_open()
    {
        if (!OperatingSystem.IsLinux())
            return;

        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        await client.SendAsync();
        int before = CountHandles();
        Response[] responses = [Raw(""), Raw("HTTP/1.1 20"), Raw("SSH-2.0\r\n\r\n"), Raw("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{"), Endless("HTTP/1.1 200 OK\r\n\r\n", "<p>")];

        for (int i = 0; i < 1000; i++)
        {
            server.Respond = responses[i % responses.Length];
            await Assert.ThrowsAnyAsync<VeroException>(() => client.SendAsync());
        }

        await client.AssertNextCallSucceedsAsync(server);
        Assert.InRange(CountHandles(), 0, before + 20);

        static int CountHandles() => Directory.GetFiles("/proc/self/fd").Length;
    }

    [Fact]
    [FaultRow(52)]
    public async Task Ten_thousand_calls_of_a_thousand_at_once_all_arrive_over_a_thousand_connections()
    {
        const int AtOnce = 1000;
        int waiting = 0;
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer();
        server.Respond = async (stream, cancel) =>
        {
            // Nobody is answered before all have asked.
            TaskCompletionSource mine = released;
            if (Interlocked.Increment(ref waiting) == AtOnce)
            {
                waiting = 0;
                released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                mine.SetResult();
            }

            await mine.Task.WaitAsync(cancel);
            await Answer(200, Accepted)(stream, cancel);
        };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress);

        for (int round = 0; round < 10; round++)
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => client.SendAsync(Clients.NewRequest($"{round}-{i}"))));

        Assert.Equal(10 * AtOnce, server.Requests.Select(static request => request.Text).Distinct().Count());
        Assert.InRange(server.Connections, AtOnce, AtOnce + 50);
    }

    [Fact]
    [FaultRow(56)]
    public async Task A_customer_that_cannot_be_serialized_opens_no_connection()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        await Assert.ThrowsAsync<VeroSerializationException>(() => client.Client.IdentifyAsync(new Customer(null), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<VeroSerializationException>(() => client.Client.IdentifyAsync(new Customer(double.NaN), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => client.Client.IdentifyAsync(new Customer(1), TestContext.Current.CancellationToken));

        Assert.Equal(0, server.Connections);
        await client.AssertNextCallSucceedsAsync(server);
    }

    /// <summary>Has no id, a number that is none, or a getter that throws.</summary>
    private sealed class Customer(double? score) : IVeroUser
    {
        public IdentifyRequest ToIdentifyRequest()
        {
            int hint = 0;
            var writer = new IdentifyWriter("Shop.Customer", 0);
            writer.Id(score is null ? null : "4711", "Id");
            writer.RunTimeValue(",\"score\":"u8, score is null or double.NaN ? score : throw new InvalidTimeZoneException(), "Score");
            return writer.ToRequest(ref hint);
        }

        public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) => throw new NotSupportedException();
    }
}

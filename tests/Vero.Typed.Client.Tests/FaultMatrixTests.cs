using System.Runtime.CompilerServices;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>What holds for every row of <see cref="FaultMatrix"/>.</summary>
[Collection(AloneCollection.Name)]
public sealed class FaultMatrixTests(UnobservedExceptions unobserved) : IClassFixture<UnobservedExceptions>
{
    private static readonly Dictionary<string, Fault> Faults = FaultMatrix.All.ToDictionary(static fault => fault.ToString());

    public static TheoryData<string, ClientKind> Cases => [.. FaultMatrix.All.SelectMany(static fault => fault.Kinds.Select(kind => (fault.ToString(), kind)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_ends_as_the_matrix_says_and_leaves_nothing_behind(string fault, ClientKind kind)
    {
        await using (var scene = new FaultScene(Faults[fault], kind))
            await scene.PlayAsync();

        Assert.Empty(unobserved.Find());
    }

    [Fact]
    public void A_task_that_nobody_has_looked_at_is_noticed()
    {
        Forget();

        Assert.Contains(unobserved.Find(), static exception => exception.InnerException is InvalidTimeZoneException);

        // In a method of its own, or the task would be kept alive by this one.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget() => Assert.True(Task.FromException(new InvalidTimeZoneException()).IsFaulted);
    }

    [Fact]
    public void Every_kind_of_fault_has_a_row() =>
        Assert.Equal(Enumerable.Range(1, FaultMatrix.Rows), FaultMatrix.All.Select(static fault => fault.Row).Distinct().Order());

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
}

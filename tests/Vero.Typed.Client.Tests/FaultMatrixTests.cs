using System.Reflection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>What holds for every row of <see cref="FaultMatrix"/>. That no row leaves an unobserved exception is checked by <see cref="CanaryTests"/>.</summary>
public sealed class FaultMatrixTests
{
    private static readonly Dictionary<string, Fault> Faults = FaultMatrix.All.ToDictionary(static fault => fault.ToString());

    public static TheoryData<string, ClientKind> Cases => [.. FaultMatrix.All.SelectMany(static fault => fault.Kinds.Select(kind => (fault.ToString(), kind)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_ends_as_the_matrix_says(string fault, ClientKind kind)
    {
        await using var scene = new FaultScene(Faults[fault], kind);
        await scene.PlayAsync();
    }

    [Fact]
    public void Every_kind_of_fault_has_a_row() => Assert.Equal(
        Enumerable.Range(1, FaultMatrix.Rows),
        FaultMatrix.All.Select(static fault => fault.Row).Distinct().Concat(FaultMatrix.Elsewhere.Keys).Order());

    [Fact]
    public void Every_row_that_is_tested_elsewhere_has_a_test()
    {
        var tests = typeof(FaultMatrixTests).Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Select(static method => (Method: method, method.GetCustomAttribute<FaultRowAttribute>()?.Row))
            .Where(static test => test.Row is not null)
            .ToArray();

        Assert.Equal(FaultMatrix.Elsewhere.Keys.Order(), tests.Select(static test => test.Row!.Value).Distinct().Order());
        Assert.All(tests, static test => Assert.NotNull(test.Method.GetCustomAttribute<FactAttribute>()));
    }

    [Fact]
    public async Task A_thousand_broken_connections_are_all_closed()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        Response[] responses = [Raw(""), Raw("HTTP/1.1 20"), Raw("SSH-2.0\r\n\r\n"), Raw("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{"), Endless("HTTP/1.1 200 OK\r\n\r\n", "<p>")];

        for (int i = 0; i < 1000; i++)
        {
            server.Respond = responses[i % responses.Length];
            await Assert.ThrowsAnyAsync<VeroException>(() => client.SendAsync());
        }

        await client.AssertNextCallSucceedsAsync(server);

        // All but the last one: the server notices when the client closes its end.
        await server.WhenConnectionsAreAsync(1);
        Assert.Equal(1001, server.Connections);
    }

    [Fact]
    public async Task A_connection_that_the_client_keeps_is_noticed()
    {
        await using var server = new LoopbackServer();
        using OwnedClient first = Clients.Create(ClientKind.Own, server.BaseAddress);
        using OwnedClient second = Clients.Create(ClientKind.Own, server.BaseAddress);
        await first.SendAsync();
        await second.SendAsync();

        await server.WhenConnectionsAreAsync(2);
        second.Dispose();
        await server.WhenConnectionsAreAsync(1);
    }
}

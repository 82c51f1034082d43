using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>A sandbox of its own for each test, with native freeform values.</summary>
public abstract class RunningSandbox : IAsyncLifetime
{
    private VeroSandbox? _sandbox;

    protected VeroSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync() =>
        _sandbox = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Sandbox.DisposeAsync();
    }

    /// <summary>Sends a body that must be accepted.</summary>
    protected async Task AcceptedAsync(VeroOperation operation, [StringSyntax(StringSyntaxAttribute.Json)] string body)
    {
        int status = await Sandbox.SendAsync(operation, body).StatusAsync();
        Assert.True(status == 200, $"{status}: {string.Join(", ", Sandbox.Violations)}");
    }

    /// <summary>Sends an identify that must be rejected for one reason.</summary>
    protected Task<SandboxViolation> RejectedAsync(byte[] body) => RejectedAsync(VeroOperation.Identify, body);

    /// <summary>Sends a body that must be rejected for one reason.</summary>
    protected async Task<SandboxViolation> RejectedAsync(VeroOperation operation, byte[] body)
    {
        OperationFacts facts = OperationTable.Of(operation);
        using HttpResponseMessage response = await Sandbox.SendAsync(new HttpMethod(facts.Method), facts.Path, body);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(Sandbox.Profiles);
        SandboxRequest request = Assert.Single(Sandbox.Requests);
        Assert.Equal(400, request.Status);
        Assert.Equal(body, request.Body.ToArray());
        SandboxViolation violation = Assert.Single(request.Violations);
        Assert.Equal([violation], Sandbox.Violations);
        return violation;
    }
}

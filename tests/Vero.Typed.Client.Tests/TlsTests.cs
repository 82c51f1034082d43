using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

public sealed class TlsTests
{
    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task A_certificate_that_nobody_has_signed_is_refused_and_nothing_is_sent(ClientKind kind)
    {
        using X509Certificate2 certificate = TestCertificates.Create("self-made");
        await using var server = new LoopbackServer(certificate);
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.False(exception.IsTransient);
        Assert.Contains(ErrorMessages.CertificateUntrusted, exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public async Task A_certificate_that_the_user_trusts_is_fine_and_the_call_arrives()
    {
        using X509Certificate2 certificate = TestCertificates.Create("trusted");
        await using var server = new LoopbackServer(certificate);
        using OwnedClient client = CreateTrusting(certificate, server.BaseAddress);

        await client.SendAsync();

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    [Fact]
    public async Task The_callback_of_a_client_handler_decides_about_certificates_and_does_not_see_the_token()
    {
        var asked = new List<string>();
        using X509Certificate2 certificate = TestCertificates.Create("self-made");
        await using var server = new LoopbackServer(certificate);
        using OwnedClient client = Create(server.BaseAddress, () => new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (request, shown, _, errors) =>
            {
                asked.Add($"{request} {request.RequestUri!.OriginalString} {shown!.Thumbprint} {errors}");
                return true;
            },
        });

        await client.SendAsync();

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        string question = Assert.Single(asked);
        Assert.Contains(certificate.Thumbprint, question, StringComparison.Ordinal);
        Assert.Contains(nameof(SslPolicyErrors.RemoteCertificateChainErrors), question, StringComparison.Ordinal);
        Secrets.AssertNoneIn(question);
    }

    [Fact]
    public async Task A_callback_of_a_client_handler_that_says_no_is_obeyed()
    {
        using X509Certificate2 certificate = TestCertificates.Create("self-made");
        await using var server = new LoopbackServer(certificate);
        using OwnedClient client = Create(server.BaseAddress, () => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false });

        await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.Empty(server.Requests);
    }

    private static OwnedClient CreateTrusting(X509Certificate2 root, Uri address) => Create(address, () =>
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    });

    private static OwnedClient Create(Uri address, Func<HttpMessageHandler> primary)
    {
        var services = new ServiceCollection();
        services
            .AddVero(o =>
            {
                o.AuthToken = Clients.Token;
                o.BaseAddress = address;
            })
            .ConfigurePrimaryHttpMessageHandler(primary);
        return Clients.FromServices(services);
    }
}

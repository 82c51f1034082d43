using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>The three ways to come by a client, and a request to send with it.</summary>
internal static class Clients
{
    // What every one of these tests looks for where it must not be.
    public const string Token = "c2VjcmV0+L3Rva2Vu/NDI6OTk=";
    public const string Email = "canary.bird@example.test";

    public static string EncodedToken => Uri.EscapeDataString(Token);

    public static IdentifyRequest Request { get; } = NewRequest("customer-4711");

    public static IdentifyRequest NewRequest(string id)
    {
        int hint = 0;
        var writer = new VeroJsonWriter("Shop.Customer", 0);
        writer.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
        writer.Email(",\"email\":\""u8, Email, "Email");
        writer.Raw("}"u8);
        return writer.ToIdentifyRequest(ref hint);
    }

    // Most tests are about one answer; those about retries say so.
    public static VeroClientOptions NewOptions(Uri address, int maxRetries = 0) =>
        new() { AuthToken = Token, BaseAddress = address, MaxRetries = maxRetries };

    public static ClientSettingsSource NewSettings(Uri address)
    {
        VeroClientOptions options = NewOptions(address);
        return new ClientSettingsSource(() => options);
    }

    public static OwnedClient Create(ClientKind kind, Uri address, TimeProvider? time = null, TimeSpan? timeout = null, int maxRetries = 0)
    {
        VeroClientOptions options = NewOptions(address, maxRetries);
        options.Timeout = timeout ?? options.Timeout;
        switch (kind)
        {
            case ClientKind.Own:
                var own = new VeroClient(options, time ?? TimeProvider.System);
                return new OwnedClient(own, own);
            case ClientKind.Borrowed:
                var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
                return new OwnedClient(new VeroClient(options, http), http);
            default:
                var services = new ServiceCollection();
                if (time is not null)
                    services.AddSingleton(time);
                services.AddVero(o =>
                {
                    o.AuthToken = Token;
                    o.BaseAddress = address;
                    o.Timeout = options.Timeout;
                    o.MaxRetries = maxRetries;
                });
                return FromServices(services);
        }
    }

    public static OwnedClient FromServices(IServiceCollection services)
    {
        ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        return new OwnedClient(provider.GetRequiredService<IVeroClient>(), provider);
    }
}

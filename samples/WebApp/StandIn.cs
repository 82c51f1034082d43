using Vero.Typed.Sandbox;

namespace WebApp;

/// <summary>A sandbox in the place of Vero, for a developer who has no token.</summary>
public static class StandIn
{
    /// <returns>The sandbox; null outside of development, and where there is a token.</returns>
    public static async Task<VeroSandbox?> StartIfNeededAsync(WebApplicationBuilder builder)
    {
        string credential = builder.Configuration["Vero:AuthToken"] + builder.Configuration["Vero:TrackingApiKey"];
        if (!builder.Environment.IsDevelopment() || credential.Length > 0)
            return null;

        VeroSandbox sandbox = await VeroSandbox.StartAsync();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Vero:AuthToken"] = sandbox.AuthToken,
            ["Vero:BaseAddress"] = sandbox.BaseAddress.ToString(),
        });
        return sandbox;
    }

    public static void MapStandIn(this WebApplication app, VeroSandbox sandbox)
    {
        app.Logger.LogWarning(
            "Vero:AuthToken is not set: profiles go to a stand-in in this process. {Page} shows every request, GET /stand-in/profiles the profiles.", sandbox.PageAddress);
        app.MapGet("/stand-in/profiles", () => sandbox.Profiles.Values);
    }
}

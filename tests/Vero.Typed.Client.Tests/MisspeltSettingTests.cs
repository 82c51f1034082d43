using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Client.Tests;

public sealed class MisspeltSettingTests
{
    [Theory]
    [InlineData("AuthTokn", "AuthToken")]
    [InlineData("AutToken", "AuthToken")]
    [InlineData("auth_token", "AuthToken")]
    [InlineData("Auth-Token", "AuthToken")]
    [InlineData("AtuhTokens", "AuthToken")]
    [InlineData("TrackingKey", null)]
    [InlineData("TrackingApiKy", "TrackingApiKey")]
    [InlineData("Tracking_Api_Key", "TrackingApiKey")]
    [InlineData("BaseAdress", "BaseAddress")]
    [InlineData("BaseAddres", "BaseAddress")]
    [InlineData("base_address", "BaseAddress")]
    [InlineData("Timout", "Timeout")]
    [InlineData("TimeOuts", "Timeout")]
    [InlineData("DryRn", "DryRun")]
    [InlineData("dry_run", "DryRun")]
    [InlineData("AUTHTOKEN", null)]
    [InlineData("timeout", null)]
    [InlineData("Address", null)]
    [InlineData("BaseUrl", null)]
    [InlineData("Token", null)]
    [InlineData("Time", null)]
    [InlineData("Enabled", null)]
    [InlineData("TrackUsers", null)]
    [InlineData("DryRuns4Eu", null)]
    [InlineData("Queue", null)]
    [InlineData("", null)]
    public void A_misspelling_is_told_from_a_key_of_somebody_else(string key, string? setting) => Assert.Equal(setting, SettingNames.FindMisspelt(key));

    // A function cannot come from configuration.
    private static System.Reflection.PropertyInfo[] SettableProperties =>
        [.. typeof(VeroClientOptions).GetProperties().Where(static property => property.Name != nameof(VeroClientOptions.ShouldSend))];

    [Fact]
    public void Every_option_can_be_set_in_configuration_and_misspelt()
    {
        Dictionary<string, string?> settings = new()
        {
            ["AuthToken"] = "a", ["TrackingApiKey"] = "b", ["BaseAddress"] = "https://vero.example", ["Timeout"] = "00:00:01", ["MaxRetries"] = "7", ["DryRun"] = "true", ["InsecureHosts"] = "vero-mock",
        };
        var options = new VeroClientOptions();

        new VeroClientOptionsBinder("", new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Configure(options);

        Assert.All(SettableProperties, property =>
        {
            Assert.NotEqual(property.GetValue(new VeroClientOptions()), property.GetValue(options));
            Assert.Equal(property.Name, SettingNames.FindMisspelt(property.Name + "s"));
        });
        Assert.Equal(settings.Count, SettableProperties.Length);
    }

    [Fact]
    public void A_misspelt_setting_is_reported_without_its_value()
    {
        IReadOnlyList<string> failures = FindFailures("Vero", new() { ["Vero:AuthToken"] = "t", ["Vero:Timout"] = "secret-value", ["Vero:Campaign"] = "x" });

        Assert.Equal(["Vero:Timout is not a setting of the Vero client; did you mean Vero:Timeout?"], failures);
    }

    [Fact]
    public void A_missing_setting_and_its_misspelling_are_reported_together()
    {
        IReadOnlyList<string> failures = FindFailures("Vero", new() { ["Vero:AuthTokn"] = "secret-value" });

        Assert.Equal(2, failures.Count);
        Assert.Contains(failures, static failure => failure.StartsWith("AuthToken is missing.", StringComparison.Ordinal));
        Assert.Contains(failures, static failure => failure.StartsWith("Vero:AuthTokn is not a setting", StringComparison.Ordinal));
        Assert.All(failures, static failure => Assert.DoesNotContain("secret-value", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_beside_the_setting_itself_or_holds_a_section_is_no_misspelling()
    {
        Assert.Empty(FindFailures("Vero", new()
        {
            ["Vero:AuthToken"] = "t",
            ["Vero:AuthTokens"] = "t",
            ["Vero:Timeouts:Read"] = "5",
            ["Vero:Eu:AuthToken"] = "t",
        }));
    }

    [Fact]
    public void The_whole_configuration_holds_keys_of_everybody() =>
        Assert.Empty(FindFailures("", new() { ["AuthToken"] = "t", ["Timout"] = "5", ["BASE_ADDRESS"] = "x" }));

    private static IReadOnlyList<string> FindFailures(string section, Dictionary<string, string?> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddVero(section.Length == 0 ? configuration : configuration.GetSection(section));
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IVeroClient>();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed;

/// <summary>Brings the table of pending operations into the model of a context, and its state into its services.</summary>
internal sealed class ContextExtension(ContextSettings settings) : IDbContextOptionsExtension
{
    private ExtensionInfo? _info;

    public ContextSettings Settings => settings;

    public DbContextOptionsExtensionInfo Info => _info ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
        new EntityFrameworkServicesBuilder(services).TryAdd<IConventionSetPlugin, PendingModelPlugin>();
        services.AddScoped<ContextState>();
        services.AddScoped<IResettableService>(static provider => provider.GetRequiredService<ContextState>());
    }

    public void Validate(IDbContextOptions options)
    {
        // Nothing in it can be wrong.
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "VeroDelivery ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["VeroDelivery"] = "1";
    }
}

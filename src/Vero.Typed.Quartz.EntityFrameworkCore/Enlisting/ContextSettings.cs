using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>What the contexts of an application share. Everything is asked for late: the delivery itself needs a context to be made.</summary>
internal sealed class ContextSettings(IServiceProvider services, IReadOnlyList<FollowedType> followed)
{
    public IReadOnlyList<FollowedType> Followed => followed;

    public SaveInterceptor SaveInterceptor { get; } = new();

    public CommitInterceptor CommitInterceptor { get; } = new();

    public IVeroDelivery Delivery => services.GetRequiredService<IVeroDelivery>();

    public int Shards => services.GetRequiredService<IOptions<VeroDeliveryOptions>>().Value.Shards;

    public DateTimeOffset Now => (services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
}

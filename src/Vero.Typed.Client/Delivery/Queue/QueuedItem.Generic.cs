namespace Vero.Typed;

/// <summary>An item of a known type.</summary>
internal sealed class QueuedItem<T>(T item, VeroRequest? request, Exception? failure) : QueuedItem(request, failure)
{
    public override Type ItemType => item?.GetType() ?? typeof(T);

    public override DeliveryResult ToResult(DeliveryStatus status, Exception? exception) => new DeliveryResult<T>(item, Request, status, exception);
}

namespace Vero.Typed;

/// <summary>Makes requests of items. One item that cannot be serialized is a result, not an exception.</summary>
internal static class ItemSerializer
{
    /// <summary>Makes the request of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="toRequest">Makes its request.</param>
    /// <param name="failure">Why there is no request; null if there is one.</param>
    /// <returns>The request, or null.</returns>
    public static VeroRequest? Serialize<T>(T item, Func<T, VeroRequest> toRequest, out Exception? failure)
    {
        try
        {
            VeroRequest? request = toRequest(item);
            failure = request is null ? NoRequest(item) : null;
            return request;
        }
        catch (Exception exception)
        {
            failure = exception;
            return null;
        }
    }

    /// <summary>The function that makes requests has made none.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The exception to throw or to report.</returns>
    public static VeroSerializationException NoRequest<T>(T item) =>
        new((item?.GetType() ?? typeof(T)).ToString(), "toRequest", item is null ? "the item is null" : "the function returned null instead of a request");
}

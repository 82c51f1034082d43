using Microsoft.EntityFrameworkCore;

namespace Vero.Typed;

/// <summary>Adds <c>Vero()</c> to a context.</summary>
public static class VeroContextExtensions
{
    /// <summary>The requests that the next SaveChanges of the context writes, together with its entities.</summary>
    /// <param name="context">The context, which <c>AddVeroDurableDelivery&lt;TContext&gt;()</c> was called for.</param>
    /// <param name="client">The name of the client that is to deliver; empty for the client without a name.</param>
    /// <returns>The requests.</returns>
    /// <exception cref="InvalidOperationException">Durable delivery was not added for the context.</exception>
    [CLSCompliant(false)] // The assembly of Entity Framework Core does not say that it is compliant.
    public static VeroContextRequests Vero(this DbContext context, string client = "")
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(client);
        return new VeroContextRequests(ContextState.Of(context) ?? throw new InvalidOperationException(EnlistingMessages.NotAdded(context)), context, client);
    }
}

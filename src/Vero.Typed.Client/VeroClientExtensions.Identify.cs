namespace Vero.Typed;

/// <summary>Shorter ways to call an <see cref="IVeroClient"/>.</summary>
public static class VeroClientExtensions
{
    /// <summary>Creates or updates the profile of a customer, as the customer is now.</summary>
    /// <remarks>
    /// The same as <c>client.IdentifyAsync(user.ToIdentifyRequest(), cancellationToken)</c>, except that whatever goes wrong with the
    /// customer comes with the returned task, like everything else that may go wrong with the call: a loop that starts many calls is not torn
    /// down by one customer. Nothing is sent then.
    /// </remarks>
    /// <param name="client">What to send with.</param>
    /// <param name="user">The customer, of a type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="cancellationToken">Gives up the call. Vero may have accepted the request all the same.</param>
    /// <returns>A task that ends when Vero has accepted the request, with the exceptions of <see cref="IVeroClient.IdentifyAsync"/>.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null; thrown at once.</exception>
    /// <exception cref="VeroSerializationException">A member holds a value that Vero would refuse or misread.</exception>
    public static Task IdentifyAsync(this IVeroClient client, IVeroUser user, CancellationToken cancellationToken = default)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        if (user is null)
            throw new ArgumentNullException(nameof(user));
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        IdentifyRequest request;
        try
        {
            request = user.ToIdentifyRequest();
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }

        return client.IdentifyAsync(request, cancellationToken);
    }
}

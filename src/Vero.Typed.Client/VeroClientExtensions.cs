using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>The operations of Vero's Track API, as methods of <see cref="IVeroClient"/>.</summary>
/// <remarks>
/// Whatever is wrong with the request, such as an id that Vero would reject, is an exception of the returned task, as every other failure of the
/// call is: one user that cannot be serialized does not stop a loop that starts many calls. Nothing is sent then. Only a null argument
/// throws at once.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in the type of a required parameter.")]
public static partial class VeroClientExtensions
{
    private static Task SendAsync<T>(IVeroClient client, T source, Func<T, VeroRequest> toRequest, CancellationToken cancellationToken)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        VeroRequest? request = ItemSerializer.Serialize(source, toRequest, out Exception? failure);
        return request is null ? Task.FromException(failure!) : client.SendAsync(request, cancellationToken);
    }

    private static IVeroUser Require(IVeroUser user, string name = "user") => user ?? throw new ArgumentNullException(name);

    private static Task SendAsync(IVeroClient client, VeroRequest request, CancellationToken cancellationToken)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        return client.SendAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);
    }
}

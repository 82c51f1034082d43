namespace Vero.Typed;

/// <summary>
/// The clients that share a handler chain. A credential never goes through the chain of another scope.
/// </summary>
/// <param name="current">
/// The settings for a request whose URL a handler has replaced; null where several clients share the chain, because nothing else says whose request it
/// is.
/// </param>
internal sealed class CredentialScope(Func<ClientSettings>? current = null)
{
    public ClientSettings? Current => current?.Invoke();
}

namespace Vero.Typed;

/// <summary>Marks a client as added, so that it is set up once however often <c>AddVero</c> is called for it.</summary>
/// <param name="name">The name of the client, of its options and its service key; empty for the client without a name.</param>
/// <param name="httpClientName">The name of the HttpClient; null for the one that belongs to the client.</param>
/// <param name="scope">The handler chain that it shares with others; null for its own.</param>
internal sealed class VeroClientRegistration(string name, string? httpClientName = null, CredentialScope? scope = null)
{
    public string Name { get; } = name;

    public string HttpClientName { get; } = httpClientName ?? (name.Length == 0 ? VeroClient.HttpClientName : $"{VeroClient.HttpClientName}:{name}");

    public CredentialScope? Scope { get; } = scope;
}

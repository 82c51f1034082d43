namespace Vero.Typed;

/// <summary>Marks a client as added, so that it is set up once however often <c>AddVero</c> is called for it.</summary>
/// <param name="name">The name of the client, of its options and its service key; empty for the client without a name.</param>
internal sealed class VeroClientRegistration(string name)
{
    public string Name { get; } = name;

    public string HttpClientName { get; } = name.Length == 0 ? VeroClient.HttpClientName : $"{VeroClient.HttpClientName}:{name}";
}

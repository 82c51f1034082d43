namespace Vero.Typed;

/// <summary>Says among the services that a client was added, so that it is set up once however often <c>AddVero</c> is called for it.</summary>
/// <param name="name">The name of the client, which is that of its options and its key; empty for the one without a name.</param>
internal sealed class VeroClientRegistration(string name)
{
    public string Name { get; } = name;

    public string HttpClientName { get; } = name.Length == 0 ? VeroClient.HttpClientName : $"{VeroClient.HttpClientName}:{name}";
}

namespace Vero.Typed.Client.Tests;

public enum ClientKind
{
    /// <summary><c>new VeroClient(options)</c>.</summary>
    Own,

    /// <summary><c>services.AddVero(...)</c>.</summary>
    Injected,

    /// <summary><c>new VeroClient(options, httpClient)</c>.</summary>
    Borrowed,
}

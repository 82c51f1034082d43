namespace Vero.Typed;

/// <summary>A pause: of one credential of a client, or of all where the credential is empty.</summary>
internal sealed record PauseRow(string Client, string Credential, string Reason, DateTimeOffset Since);

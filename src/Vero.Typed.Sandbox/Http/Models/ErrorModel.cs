namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>Why a request of the API was not accepted, in the shape of Vero's own responses.</summary>
internal sealed record ErrorModel(int Status, string Message);

using Vero.Typed.Sandbox.Contract;

namespace Vero.Typed.Sandbox;

/// <summary>One way in which a request breaks the contract.</summary>
/// <param name="Path">
/// The location as a JSON Pointer (RFC 6901), such as <c>/data/timezone</c> or <c>/channels/0/address</c>; empty for the body or the request as a
/// whole.
/// </param>
/// <param name="Message">What is wrong there, without the value.</param>
public sealed record SandboxViolation(string Path, string Message)
{
    /// <summary>The rule of Vero.Typed that finds this in the code of an annotated type, such as <c>VERO104</c>; null if none does.</summary>
    public string? Rule => ViolationRules.Find(Path);
}

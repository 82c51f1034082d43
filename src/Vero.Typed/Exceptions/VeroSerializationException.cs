namespace Vero.Typed;

/// <summary>
/// A member holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes (1 MiB), the usual limit of servers.
/// Nothing was sent.
/// </summary>
/// <remarks>The message names the type and the member, never the value.</remarks>
public sealed class VeroSerializationException : VeroException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="typeName">The full name of the annotated type, or of the type of request.</param>
    /// <param name="memberName">The name of the member.</param>
    /// <param name="problem">What is wrong with its value, without the value.</param>
    public VeroSerializationException(string typeName, string memberName, string problem)
        : base($"{typeName}.{memberName}: {problem}")
    {
        TypeName = typeName;
        MemberName = memberName;
    }

    internal VeroSerializationException(string typeName, string memberName, string problem, Exception innerException)
        : base($"{typeName}.{memberName}: {problem}", innerException)
    {
        TypeName = typeName;
        MemberName = memberName;
    }

    internal VeroSerializationException(string typeName, string problem)
        : base($"{typeName}: {problem}")
    {
        TypeName = typeName;
        MemberName = "";
    }

    /// <summary>The full name of the annotated type, or of the type of request.</summary>
    public string TypeName { get; }

    /// <summary>The name of the member or parameter; empty if the request as a whole is too large.</summary>
    public string MemberName { get; }

    /// <summary>Always false: the same value fails again until it is corrected.</summary>
    public override bool IsTransient => false;
}

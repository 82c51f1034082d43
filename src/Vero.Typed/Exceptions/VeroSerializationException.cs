namespace Vero.Typed;

/// <summary>
/// A member of a customer holds a value that Vero would refuse or misread, or all of them together are larger than 1,048,576 bytes (1 MiB), the
/// usual limit of servers. Nothing has been sent.
/// </summary>
/// <remarks>The message names the type and the member, and never the value.</remarks>
public sealed class VeroSerializationException : VeroException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="typeName">The full name of the customer's type.</param>
    /// <param name="memberName">The name of the member.</param>
    /// <param name="problem">What is wrong with its value, as a sentence without the value.</param>
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

    /// <summary>The full name of the customer's type.</summary>
    public string TypeName { get; }

    /// <summary>The name of the member; empty if the request as a whole is too large.</summary>
    public string MemberName { get; }

    /// <summary>Always false: the same customer fails again until the member is put right.</summary>
    public override bool IsTransient => false;
}

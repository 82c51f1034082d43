namespace Vero.Typed;

/// <summary>A member of a customer holds a value that Vero would refuse or misread. Nothing has been sent.</summary>
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

    /// <summary>The full name of the customer's type.</summary>
    public string TypeName { get; }

    /// <summary>The name of the member.</summary>
    public string MemberName { get; }

    /// <summary>Always false: the same customer fails again until the member is put right.</summary>
    public override bool IsTransient => false;
}

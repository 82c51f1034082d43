using System.ComponentModel;

namespace Vero.Typed;

/// <summary>
/// Says which annotated members of a type code in other assemblies cannot see, let alone read. Written by generated code only.
/// </summary>
/// <remarks>
/// The compiler does not even import private and internal members of a referenced assembly. Without this mark a derived type there
/// would lose them in silence; with it the derived type gets VERO008.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class VeroHiddenMembersAttribute : Attribute
{
    /// <summary>Names the members of one type.</summary>
    /// <param name="type">The metadata name of the type: <c>Shop.Outer`1+Person</c>.</param>
    /// <param name="members">The names of its members and those it inherits, separated by a comma and a space.</param>
    public VeroHiddenMembersAttribute(string type, string members)
    {
        Type = type;
        Members = members;
    }

    /// <summary>The metadata name of the type.</summary>
    public string Type { get; }

    /// <summary>The names of its members and those it inherits, separated by a comma and a space.</summary>
    public string Members { get; }
}

using System.ComponentModel;

namespace Vero.Typed;

/// <summary>
/// Says which annotated members of a type code in other assemblies cannot see, let alone read. Written by generated code only.
/// </summary>
/// <remarks>
/// The compiler does not even import private and internal members of a referenced assembly. Without this mark a derived type there, or a
/// user with such a value, would lose them in silence; with it they get VERO008.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class VeroHiddenMembersAttribute : Attribute
{
    /// <summary>Names the members of one type.</summary>
    /// <param name="type">The metadata name of the type: <c>Shop.Outer`1+Person</c>.</param>
    /// <param name="members">The names of its members and those it inherits, separated by a comma and a space.</param>
    /// <param name="traits">Those of them that are sent where the type is the value of a trait, separated in the same way.</param>
    public VeroHiddenMembersAttribute(string type, string members, string traits)
    {
        Type = type;
        Members = members;
        Traits = traits;
    }

    /// <summary>The metadata name of the type.</summary>
    public string Type { get; }

    /// <summary>The names of its members and those it inherits, separated by a comma and a space.</summary>
    public string Members { get; }

    /// <summary>Those of them that are sent where the type is the value of a trait, separated in the same way; may be empty.</summary>
    public string Traits { get; }
}

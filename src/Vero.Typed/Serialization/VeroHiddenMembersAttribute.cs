using System.ComponentModel;

namespace Vero.Typed;

/// <summary>
/// Says which annotated members a type sends that code in other assemblies cannot see, let alone read. Written by generated code only.
/// </summary>
/// <remarks>
/// The compiler does not even import private and internal members of a referenced assembly. Without this mark a derived type there
/// would override the generated method and lose them in silence; with it the derived type gets VERO008.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class VeroHiddenMembersAttribute : Attribute
{
    /// <summary>Names the members.</summary>
    /// <param name="names">Their names, separated by a comma and a space.</param>
    public VeroHiddenMembersAttribute(string names) => Names = names;

    /// <summary>Their names, separated by a comma and a space.</summary>
    public string Names { get; }
}

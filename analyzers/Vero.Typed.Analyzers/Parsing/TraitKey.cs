using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>The key of a trait.</summary>
internal static class TraitKey
{
    /// <summary>The one that is written out, else the one that the naming policy makes of the member's name; null when it is blank.</summary>
    public static string? Of(AnnotatedMember member, VeroAttribute attribute)
    {
        if (attribute.Data.ConstructorArguments.IsEmpty)
            return NamingPolicy.KeyFor(member.Member.Name, member.AnnotatedIn);
        return attribute.Data.ConstructorArguments[0].Value is string key && !string.IsNullOrWhiteSpace(key) ? key : null;
    }
}

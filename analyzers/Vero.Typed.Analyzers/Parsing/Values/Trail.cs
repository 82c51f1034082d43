using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What leads from a user or event to a value inside of it: for messages, and to notice that a value contains itself.</summary>
/// <param name="Outer">The way so far.</param>
/// <param name="Step">A member, such as <c>Order.Items</c>; null where a type is entered.</param>
/// <param name="Type">The type that is entered; null where a member is followed.</param>
internal sealed record Trail(Trail? Outer, string? Step, ITypeSymbol? Type)
{
    // Types that grow from member to member, such as Node<T> with a Node<List<T>>, never come to the same type again.
    private const int DeepestGrowth = 12;

    public static Trail From(ITypeSymbol owner) => new(null, null, owner);

    /// <summary>The expression that names the member in messages: text at the top, the parameter in the methods that write values.</summary>
    public string MemberText { get; init; } = GeneratedNames.MemberParameter;

    /// <summary>The converter that the member names: for its own value, and what that holds directly.</summary>
    public IMethodSymbol? Converter { get; init; }

    public Trail Follow(string step) => this with { Outer = this, Step = step, Type = null };

    public Trail Enter(ITypeSymbol type) => this with { Outer = this, Step = null, Type = type };

    /// <summary>Into a method that writes a value.</summary>
    public Trail IntoMethod() => this with { MemberText = GeneratedNames.MemberParameter };

    /// <summary>The steps as messages show them.</summary>
    public string Steps()
    {
        var steps = new List<string>();
        for (Trail? current = this; current is not null; current = current.Outer)
        {
            if (current.Step is { } step)
                steps.Insert(0, step);
        }

        return string.Join(" -> ", steps.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Whether a value of the type would contain itself.</summary>
    public bool ComesBackTo(ITypeSymbol type)
    {
        int sameDefinition = 0;
        for (Trail? current = this; current is not null; current = current.Outer)
        {
            if (current.Type is not { } open)
                continue;
            if (SymbolEqualityComparer.Default.Equals(open, type))
                return true;
            if (SymbolEqualityComparer.Default.Equals(open.OriginalDefinition, type.OriginalDefinition))
                sameDefinition++;
        }

        return sameDefinition >= DeepestGrowth;
    }
}

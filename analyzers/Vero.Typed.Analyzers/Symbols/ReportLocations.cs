using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Where to say what is wrong with a type: the smallest span that the user wrote in this compilation.</summary>
internal sealed class ReportLocations
{
    private readonly INamedTypeSymbol _type;
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _ct;

    public ReportLocations(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        _type = type;
        _symbols = symbols;
        _ct = ct;
    }

    /// <summary>The key where it is written out, else the attribute.</summary>
    public Location OfKey(AnnotatedMember member, VeroAttribute attribute) =>
        attribute.ArgumentCount == 0 ? OfAttribute(member, attribute) : OfArgument(member, attribute, 0);

    /// <summary>The attribute where this type wrote it, else the type: a base's place is not ours to report at.</summary>
    public Location OfAttribute(AnnotatedMember member, VeroAttribute attribute) =>
        IsOwn(member.AnnotatedIn) && attribute.Place is { } reference && CanReportAt(reference.SyntaxTree)
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : OfType();

    public Location OfArgument(AnnotatedMember member, VeroAttribute attribute, int index)
    {
        Location whole = OfAttribute(member, attribute);
        return IsOwn(member.AnnotatedIn) ? OfArgument(attribute, index, whole) : whole;
    }

    private Location OfArgument(VeroAttribute attribute, int index, Location whole)
    {
        if (attribute.Place?.GetSyntax(_ct) is not AttributeSyntax { ArgumentList: { } list })
            return whole;

        string name = attribute.Data.AttributeConstructor!.Parameters[index].Name;
        AttributeArgumentSyntax? argument = null;
        int position = 0;
        foreach (AttributeArgumentSyntax candidate in list.Arguments)
        {
            if (candidate.NameEquals is not null)
                continue;
            bool isNamed = candidate.NameColon?.Name.Identifier.ValueText is { } said && said == name;
            bool isInPlace = candidate.NameColon is null && position == index;
            if (isNamed || isInPlace)
                argument = candidate;
            position++;
        }

        return argument is not null && CanReportAt(argument.SyntaxTree) ? argument.Expression.GetLocation() : whole;
    }

    /// <summary>A named argument, or its value; the attribute where that cannot be found.</summary>
    public Location OfNamedArgument(AnnotatedMember member, VeroAttribute attribute, string name, bool valueOnly = false) =>
        ArgumentNamed(member, attribute, name) is { } argument ? (valueOnly ? argument.Expression : (SyntaxNode)argument).GetLocation() : OfAttribute(member, attribute);

    /// <summary>A step in the text of <c>From</c>, or the whole argument where the text is not simply written out.</summary>
    public Location OfPath(AnnotatedMember member, VeroAttribute attribute, TextSpan span)
    {
        if (ArgumentNamed(member, attribute, "From") is not { } argument)
            return OfAttribute(member, attribute);
        if (argument.Expression is LiteralExpressionSyntax { Token: { Text: var written, ValueText: { Length: > 0 } value } token } && span.Length > 0)
        {
            int start = written.IndexOf(value, StringComparison.Ordinal);
            if (start >= 0)
                return Location.Create(argument.SyntaxTree, new TextSpan(token.SpanStart + start + span.Start, span.Length));
        }

        return argument.Expression.GetLocation();
    }

    private AttributeArgumentSyntax? ArgumentNamed(AnnotatedMember member, VeroAttribute attribute, string name) =>
        IsOwn(member.AnnotatedIn) && attribute.Place is { } reference && CanReportAt(reference.SyntaxTree)
            && reference.GetSyntax(_ct) is AttributeSyntax { ArgumentList: { } list }
            ? list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            : null;
    /// <summary>An attribute of the type itself.</summary>
    public Location OfAttribute(VeroAttribute attribute) =>
        attribute.Place is { } reference && CanReportAt(reference.SyntaxTree) ? Location.Create(reference.SyntaxTree, reference.Span) : OfType();

    /// <summary>An argument of an attribute of the type itself.</summary>
    public Location OfArgument(VeroAttribute attribute, int index) => OfArgument(attribute, index, OfAttribute(attribute));

    /// <summary>The name of the type in the declaration that holds its first annotated member.</summary>
    public Location OfType()
    {
        SyntaxReference? anchor = AnnotatedTypeReader.Anchor(_type, _symbols)?.Place;
        ImmutableArray<Location> locations = _type.Locations;
        foreach (SyntaxReference declaration in _type.DeclaringSyntaxReferences)
        {
            if (anchor is not null && declaration.SyntaxTree == anchor.SyntaxTree && declaration.Span.Contains(anchor.Span)
                && declaration.GetSyntax(_ct) is BaseTypeDeclarationSyntax type)
            {
                locations = locations.Insert(0, type.Identifier.GetLocation());
                break;
            }
        }

        return FirstOf(locations);
    }

    /// <summary>The first of the places where a diagnostic may be.</summary>
    public Location FirstOf(ImmutableArray<Location> locations)
    {
        foreach (Location location in locations)
        {
            if (location.SourceTree is { } tree && CanReportAt(tree))
                return location;
        }

        return Location.None;
    }

    // A diagnostic in a tree of another compilation crashes the analyzer (AD0001).
    private bool CanReportAt(SyntaxTree tree) => _symbols.Compilation.ContainsSyntaxTree(tree) && !_symbols.GeneratedTrees.Contains(tree);

    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _type);
}

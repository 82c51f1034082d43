using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>
/// Follows a value back to where it comes from: the only code that does. Each branch of an expression is a source of its own, because one that
/// is wrong is wrong whenever it is taken. A variable, or a property that does nothing else, is followed only when it always has the value of one
/// expression.
/// </summary>
internal sealed class ValueSources(KnownSymbols symbols, SentMembers members)
{
    // Deeper than anybody writes; code that does not compile may go in circles.
    private const int MostHops = 16;

    /// <summary>The expressions that a value may come from; none when it cannot be known.</summary>
    /// <param name="value">The value.</param>
    /// <param name="behindVariables">
    /// Whether the branches of an expression that a variable holds count. Code between the two places may have looked at a number, and then
    /// a wrong one goes nowhere; but a text that must not be in the source is there, whatever that code does.
    /// </param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="hops">How many variables have been followed to get to the value.</param>
    public List<ValueSource> Of(IOperation value, bool behindVariables, CancellationToken ct, int hops = 0)
    {
        var sources = new List<ValueSource>();
        Collect(value, new Path(null, hops, behindVariables), sources, ct);
        return sources;
    }

    /// <summary>
    /// An expression, and one after the other those that its value is made of: behind conversions and null checks, behind variables, and where a
    /// rule knows more.
    /// </summary>
    /// <param name="source">The expression to begin with.</param>
    /// <param name="through">The expression inside another one that the rule looks at next; null where it knows of none.</param>
    /// <param name="ct">Stops the work.</param>
    public IEnumerable<ValueSource> Chain(ValueSource source, Func<IOperation, IOperation?> through, CancellationToken ct)
    {
        for (ValueSource? current = source; current is { } step; current = Behind(step, through, ct))
            yield return step;
    }

    private ValueSource? Behind(ValueSource step, Func<IOperation, IOperation?> through, CancellationToken ct)
    {
        IOperation? inner = through(step.Operation) ?? step.Operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
            IConditionalAccessOperation access => access.WhenNotNull,
            _ => null,
        };
        if (inner is not null)
            return step with { Operation = inner };
        return step.Hops < MostHops && HeldBy(step.Operation, ct) is { } held ? new ValueSource(held, step.Via ?? step.Operation, step.Hops + 1) : null;
    }

    /// <summary>The only expression that a local, a read-only field or a property without a setter ever gets its value from.</summary>
    public IOperation? HeldBy(IOperation reference, CancellationToken ct) => reference switch
    {
        ILocalReferenceOperation local => HeldBy(local, ct),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } when CanBeFollowed(field) && members.WrittenBy(reference) is null => HeldBy(field, ct),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsIndexer: false, IsVirtual: false, IsOverride: false, IsAbstract: false } property }
            when CanBeFollowed(property) && members.ReadFrom(property) is null => HeldBy(property, ct),
        _ => null,
    };

    private void Collect(IOperation? value, Path path, List<ValueSource> sources, CancellationToken ct)
    {
        if (value is null || path.Hops > MostHops)
            return;
        // Of (string?)"en_AU" the text alone is wrong.
        while (value is IConversionOperation { OperatorMethod: null, Operand: { ConstantValue: { HasValue: true, Value: string } } text })
            value = text;
        if (value.ConstantValue.HasValue)
        {
            sources.Add(new ValueSource(value, path.Via, path.Hops));
            return;
        }

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                int before = sources.Count;
                Collect(conversion.Operand, path, sources, ct);
                // (sbyte)(isFar ? 300 : 1) is 44 or 1.
                if (!conversion.IsImplicit)
                    sources.RemoveAll(source => sources.IndexOf(source) >= before && IsChangedBy(conversion, source.Operation));
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional when path.SeesBranches:
                bool? known = conditional.Condition.ConstantValue is { HasValue: true, Value: bool always } ? always : null;
                if (known != false)
                    Collect(conditional.WhenTrue, path, sources, ct);
                if (known != true)
                    Collect(whenFalse, path, sources, ct);
                break;
            case ISwitchExpressionOperation choice when path.SeesBranches:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    Collect(arm.Value, path, sources, ct);
                break;
            case ICoalesceOperation coalesce when path.SeesBranches:
                Collect(coalesce.Value, path, sources, ct);
                if (coalesce.Value.ConstantValue is not { HasValue: true, Value: not null })
                    Collect(coalesce.WhenNull, path, sources, ct);
                break;
            case IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation:
                break;
            case IConditionalAccessOperation access:
                Collect(access.WhenNotNull, path, sources, ct);
                break;
            default:
                if (HeldBy(value, ct) is { } held)
                    Collect(held, path with { Via = path.Via ?? value, Hops = path.Hops + 1 }, sources, ct);
                else
                    sources.Add(new ValueSource(value, path.Via, path.Hops));
                break;
        }
    }

    private static bool IsChangedBy(IConversionOperation conversion, IOperation constant) =>
        constant.ConstantValue is { HasValue: true, Value: { } value }
        && conversion.Type is { } type && ValueTypes.IsInteger(ValueTypes.WithoutNullable(type))
        && (Integers.From(value) is not { } number || !Integers.Fit(number, ValueTypes.WithoutNullable(type).SpecialType));

    private static IOperation? HeldBy(ILocalReferenceOperation reference, CancellationToken ct)
    {
        ILocalSymbol local = reference.Local;
        if (local.IsRef)
            return null;

        IOperation? held = null;
        foreach (IOperation operation in reference.Root().Descendants())
        {
            IOperation? written;
            switch (operation)
            {
                case IVariableDeclaratorOperation variable when Same(variable.Symbol, local):
                    written = variable.GetVariableInitializer()?.Value;
                    if (written is null)
                        continue;
                    break;
                case ILocalReferenceOperation other when Same(other.Local, local) && other.IsWrite():
                    if (other.Parent is not ISimpleAssignmentOperation { IsRef: false } assignment)
                        return null;
                    written = assignment.Value;
                    break;
                default:
                    continue;
            }

            ct.ThrowIfCancellationRequested();
            if (held is not null)
                return null;
            held = written;
        }

        return held;
    }

    // The default of a struct has not seen its initializers.
    private bool CanBeFollowed(ISymbol member) => symbols.IsInThisCompilation(member) && (member.IsStatic || member.ContainingType.TypeKind == TypeKind.Class);

    private IOperation? HeldBy(IFieldSymbol field, CancellationToken ct) =>
        Declaration(field, ct) is VariableDeclaratorSyntax { Initializer.Value: { } initializer } ? Initial(field, initializer, ct) : null;

    private IOperation? HeldBy(IPropertySymbol property, CancellationToken ct)
    {
        if (Declaration(property, ct) is not PropertyDeclarationSyntax syntax)
            return null;
        if (PropertyStorage.ReturnedBy(syntax) is { } returned)
            return symbols.OperationOf(returned, ct);
        return syntax is { Initializer.Value: { } initializer, AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } ? Initial(property, initializer, ct) : null;
    }

    private static SyntaxNode? Declaration(ISymbol member, CancellationToken ct) =>
        member.OriginalDefinition.DeclaringSyntaxReferences is [var declaration] ? declaration.GetSyntax(ct) : null;

    private IOperation? Initial(ISymbol member, ExpressionSyntax initializer, CancellationToken ct)
    {
        // Constructors may give it another value, and so may init accessors.
        bool isWritten = member.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax(ct).DescendantNodes().Any(node =>
            node.Kind() is SyntaxKind.ConstructorDeclaration or SyntaxKind.InitAccessorDeclaration && NamedWrites.AreIn(node, member.Name)));
        return isWritten ? null : symbols.OperationOf(initializer, ct);
    }

    private static bool Same(ISymbol first, ISymbol second) => SymbolEqualityComparer.Default.Equals(first, second);

    private readonly record struct Path(IOperation? Via, int Hops, bool BehindVariables)
    {
        public bool SeesBranches => Via is null || BehindVariables;
    }
}

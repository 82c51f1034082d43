using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing;

namespace Vero.Typed.Analyzers.Rules.Values;

/// <summary>
/// Follows a value back to where it comes from. Each branch of an expression is a source of its own, because one that is wrong is wrong
/// whenever it is taken. A variable is followed only when it always has the value of one expression without branches: code between the
/// two places may have looked at it.
/// </summary>
internal sealed class ValueSources(KnownSymbols symbols, SentMembers members)
{
    // Deeper than anybody writes; code that does not compile may go in circles.
    private const int MostHops = 16;

    public List<ValueSource> Of(IOperation value, CancellationToken ct)
    {
        var sources = new List<ValueSource>();
        Collect(value, new Path(null, 0), sources, ct);
        return sources;
    }

    /// <summary>The only expression that a local or readonly field ever gets its value from.</summary>
    public IOperation? HeldBy(IOperation reference, CancellationToken ct) => reference switch
    {
        ILocalReferenceOperation local => HeldBy(local, ct),
        IFieldReferenceOperation { Field: { IsReadOnly: true, ContainingType: { } type } field } fieldReference
            when symbols.IsInThisCompilation(field) && members.WrittenBy(fieldReference) is null => HeldBy(field, type, ct),
        _ => null,
    };

    private void Collect(IOperation? value, Path path, List<ValueSource> sources, CancellationToken ct)
    {
        if (value is null || path.Hops > MostHops)
            return;
        if (value.ConstantValue.HasValue)
        {
            sources.Add(new ValueSource(value, path.Via));
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
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional when path.Via is null:
                bool? known = conditional.Condition.ConstantValue is { HasValue: true, Value: bool always } ? always : null;
                if (known != false)
                    Collect(conditional.WhenTrue, path, sources, ct);
                if (known != true)
                    Collect(whenFalse, path, sources, ct);
                break;
            case ISwitchExpressionOperation choice when path.Via is null:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    Collect(arm.Value, path, sources, ct);
                break;
            case ICoalesceOperation coalesce when path.Via is null:
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
                    Collect(held, new Path(path.Via ?? value, path.Hops + 1), sources, ct);
                else
                    sources.Add(new ValueSource(value, path.Via));
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

    private IOperation? HeldBy(IFieldSymbol field, INamedTypeSymbol type, CancellationToken ct)
    {
        // A constructor may give it another value.
        foreach (IMethodSymbol constructor in field.IsStatic ? type.StaticConstructors : type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared)
                return null;
        }

        return field.OriginalDefinition.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax(ct) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                ? symbols.OperationOf(initializer, ct)
                : null;
    }

    private static bool Same(ISymbol first, ISymbol second) => SymbolEqualityComparer.Default.Equals(first, second);

    private readonly record struct Path(IOperation? Via, int Hops);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>Knows the parameters of constructors whose arguments reach a member unchanged.</summary>
internal sealed class ConstructorFlow(SentMembers members, KnownSymbols symbols)
{
    // Deeper than anybody chains constructors; code that does not compile may go in circles.
    private const int MostConstructors = 16;

    private readonly ConcurrentDictionary<IMethodSymbol, SentMember?[]?> _constructors = new(SymbolEqualityComparer.Default);

    /// <summary>The members by the ordinal of the parameter; null when no parameter reaches one.</summary>
    public SentMember?[]? Of(IMethodSymbol constructor, CancellationToken ct) => Of(constructor, 0, ct);

    private SentMember?[]? Of(IMethodSymbol constructor, int depth, CancellationToken ct)
    {
        if (constructor.Parameters.IsEmpty || !members.ExistIn(constructor.ContainingType) || depth > MostConstructors)
            return null;

        IMethodSymbol definition = constructor.OriginalDefinition;
        if (!_constructors.TryGetValue(definition, out SentMember?[]? known))
            _constructors.TryAdd(definition, known = Find(definition, depth, ct));
        return known;
    }

    private SentMember?[]? Find(IMethodSymbol constructor, int depth, CancellationToken ct)
    {
        var flow = new Flow(constructor.Parameters.Length);
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences is [var declaration] ? declaration.GetSyntax(ct) : null;
        if (!symbols.IsInThisCompilation(constructor))
        {
            FindInOtherRecord(constructor, flow);
            return flow.Result;
        }

        switch (syntax)
        {
            case TypeDeclarationSyntax type:
                FindInBaseCall(symbols.OperationOf(type, ct), depth, flow, ct);
                FindInMembers(constructor, flow, ct);
                break;
            case ConstructorDeclarationSyntax when symbols.OperationOf(syntax, ct) is IConstructorBodyOperation body:
                FindInBaseCall(body, depth, flow, ct);
                FindInBody(body, flow, ct);
                break;
        }

        return flow.Result;
    }

    // A compiled constructor cannot be read, but that of a positional record is known: it does what the parameters say.
    private void FindInOtherRecord(IMethodSymbol constructor, Flow flow)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        if (!type.IsRecord || !HasDeconstructFor(constructor))
            return;
        foreach (SentMember member in members.In(type))
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (member.Symbol is IPropertySymbol property && parameter.Name == property.Name && PropertyStorage.Of(property).KeepsWhatIsWritten)
                    flow.Add(parameter, member);
            }
        }
    }

    private static bool HasDeconstructFor(IMethodSymbol constructor) => constructor.ContainingType.GetMembers("Deconstruct").Any(member =>
        member is IMethodSymbol method
        && method.Parameters.Select(static parameter => parameter.Name).SequenceEqual(constructor.Parameters.Select(static parameter => parameter.Name)));

    private void FindInBaseCall(IOperation? declaration, int depth, Flow flow, CancellationToken ct)
    {
        IOperation? initializer = (declaration as IConstructorBodyOperation)?.Initializer;
        if (initializer is IExpressionStatementOperation statement)
            initializer = statement.Operation;
        if (initializer is not IInvocationOperation call)
            return;
        SentMember?[]? known = Of(call.TargetMethod, depth + 1, ct);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && Passed(argument.Value) is { } passed
                && (known?[parameter.Ordinal] ?? AnnotatedHere(passed, parameter)) is { } member)
            {
                flow.Add(passed, member);
            }
        }
    }

    // record Customer([VeroTimezone] int Zone) : Person(Zone): the parameter annotates the property that the base's makes.
    private SentMember? AnnotatedHere(IParameterSymbol parameter, IParameterSymbol ofBase) =>
        parameter.ContainingType is { IsRecord: true } type && parameter.Name == ofBase.Name && ofBase.ContainingType.IsRecord && AnnotatedTypeReader.On(parameter, symbols).Count > 0
            ? members.In(type).FirstOrDefault(member => member.Symbol.Name == parameter.Name && Same(member.Symbol.ContainingType, ofBase.ContainingType))
            : null;

    // A primary constructor: what positional properties, initializers and getters do with its parameters.
    private void FindInMembers(IMethodSymbol constructor, Flow flow, CancellationToken ct)
    {
        foreach (SentMember member in members.In(constructor.ContainingType))
        {
            foreach (SyntaxReference declaration in member.Symbol.DeclaringSyntaxReferences)
            {
                switch (declaration.GetSyntax(ct))
                {
                    case ParameterSyntax when Same(member.Symbol.ContainingType, constructor.ContainingType):
                        flow.Add(constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Symbol.Name), member);
                        break;
                    case PropertyDeclarationSyntax { Initializer.Value: { } value }:
                        AddIfPassed(value);
                        break;
                    case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                        AddIfPassed(value);
                        break;
                    case PropertyDeclarationSyntax property when PropertyStorage.ReturnedBy(property) is IdentifierNameSyntax returned
                        && !IsWritten(returned.Identifier.ValueText, constructor.ContainingType, ct):
                        AddIfPassed(returned);
                        break;
                }
            }

            void AddIfPassed(ExpressionSyntax value)
            {
                if (symbols.OperationOf(value, ct) is { } operation && Passed(operation) is { } parameter && Same(parameter.ContainingSymbol, constructor))
                    flow.Add(parameter, member);
            }
        }
    }

    // A captured parameter is a variable of the whole type.
    private static bool IsWritten(string parameter, INamedTypeSymbol type, CancellationToken ct) =>
        type.DeclaringSyntaxReferences.Any(declaration => NamedWrites.AreIn(declaration.GetSyntax(ct), parameter));

    private void FindInBody(IConstructorBodyOperation body, Flow flow, CancellationToken ct)
    {
        var assigned = new List<(IParameterSymbol Parameter, SentMember Member)>();
        foreach (IOperation statement in (body.BlockBody ?? body.ExpressionBody)?.Operations ?? ImmutableArray<IOperation>.Empty)
        {
            if (statement is not IExpressionStatementOperation { Operation: { } operation })
                continue;
            foreach ((IOperation target, IOperation value) in operation.AssignedPairs())
            {
                if (operation is not ICoalesceAssignmentOperation && IsOwn(target) && members.WrittenBy(target) is { } member && Passed(value) is { } parameter)
                    assigned.Add((parameter, member));
            }
        }

        // One look at all of the body: what is written, and whether every call gets to the end.
        bool mayEndEarly = false;
        var written = new Dictionary<SentMember, int>();
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.Descendants())
        {
            ct.ThrowIfCancellationRequested();
            mayEndEarly |= operation is IReturnOperation { IsImplicit: false } or IBranchOperation { BranchKind: BranchKind.GoTo };
            if (operation is IParameterReferenceOperation parameter && parameter.IsWrite())
                changed.Add(parameter.Parameter);
            else if (operation is IMemberReferenceOperation && members.WrittenBy(operation) is { } member && operation.IsWrite())
                written[member] = written.TryGetValue(member, out int times) ? times + 1 : 1;
        }

        flow.RemoveAll(written.ContainsKey);
        if (mayEndEarly)
            return;
        foreach ((IParameterSymbol parameter, SentMember member) in assigned)
        {
            if (written[member] == 1 && !changed.Contains(parameter))
                flow.Add(parameter, member);
        }
    }

    private static bool IsOwn(IOperation target) => target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation };

    // With its null checks and casts: name ?? throw new ArgumentNullException(nameof(name)).
    private static IParameterSymbol? Passed(IOperation value) => value.WithoutConversions() switch
    {
        IParameterReferenceOperation reference => reference.Parameter,
        ICoalesceOperation coalesce => Passed(coalesce.Value),
        _ => null,
    };

    private static bool Same(ISymbol? first, ISymbol? second) => SymbolEqualityComparer.Default.Equals(first, second);

    private sealed class Flow(int parameters)
    {
        private readonly SentMember?[] _members = new SentMember?[parameters];

        public SentMember?[]? Result => Array.Exists(_members, static member => member is not null) ? _members : null;

        public void Add(IParameterSymbol? parameter, SentMember member)
        {
            if (parameter is not null)
                _members[parameter.Ordinal] ??= member;
        }

        public void RemoveAll(Func<SentMember, bool> isOverwritten)
        {
            for (int i = 0; i < _members.Length; i++)
            {
                if (_members[i] is { } member && isOverwritten(member))
                    _members[i] = null;
            }
        }
    }
}

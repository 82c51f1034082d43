using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What is made of a type.</summary>
internal enum TypeOutcome
{
    /// <summary>Methods.</summary>
    Methods,

    /// <summary>Nothing is wrong and there are no methods: an abstract base without an id, a value, or members of a type parameter's type.</summary>
    Nothing,

    /// <summary>Something is wrong, and the compiler or at least one rule of severity Error says so.</summary>
    Invalid,
}

/// <summary>
/// All that is known of one annotated type. Read once for each compilation, by the generator, which builds a model of it, and by the analyzer,
/// which checks it.
/// </summary>
internal sealed class TypeFacts
{
    private readonly Lazy<IReadOnlyList<Finding>> _errors;

    public TypeFacts() => _errors = new Lazy<IReadOnlyList<Finding>>(() => TypeChecks.Errors(this).ToList());

    public required INamedTypeSymbol Type { get; init; }

    /// <summary>The type whose values are sent: the type itself or, of a map, the one that it maps.</summary>
    public required INamedTypeSymbol Subject { get; init; }

    public bool IsMap => !SymbolEqualityComparer.Default.Equals(Type, Subject);

    public required KnownSymbols Symbols { get; init; }

    public required AnnotatedType Annotated { get; init; }

    public required TypeReach Reach { get; init; }

    public required BaseFacts Base { get; init; }

    /// <summary>Whether it is only ever the value of traits.</summary>
    public required bool IsValue { get; init; }

    /// <summary>Whether it would be a value, did a trait hold it: what is said of it depends on other types.</summary>
    public bool MayBeValue => !IsValue && Event is null && !IsMap && !Type.IsAbstract && Annotated.Members.Count > 0 && Annotated.Members.All(static member => member.IsPart);

    /// <summary>Whether a member whose type is a type parameter, or has one in it, is judged where the parameter is known: on the closed derived type.</summary>
    public required bool CanDefer { get; init; }

    /// <summary>What is known of it as an event; null when it is a user or a value.</summary>
    public required EventFacts? Event { get; init; }

    public required MemberSelection Members { get; init; }

    /// <summary>Why the members were not read at all; null where they were.</summary>
    public required Obstacle? Obstacle { get; init; }

    /// <summary>The methods of the user that generated code calls.</summary>
    public required IReadOnlyList<StepModel> Steps { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Finding> Errors => _errors.Value;

    public bool HasIdAttribute => Annotated.Members.Any(static member => member.Has(VeroAttributeKind.Id));

    /// <summary>A type that adds nothing to a base with methods of its own is served by them.</summary>
    public bool IsServedByBase => Base.HasInstanceMethods && !Reach.IsInstance;

    public bool CanHaveCode => !IsValue && !IsServedByBase && !Members.All.Any(IsDeferred);

    /// <summary>Whether code would be made, were nothing wrong with the members.</summary>
    public bool WantsCode => CanHaveCode && (!Type.IsAbstract || (Event is null && HasIdAttribute));

    public bool NeedsCode => CanHaveCode && (Event is null ? Members.Id is not null : !Type.IsAbstract);

    /// <summary>The methods that are generated.</summary>
    public IReadOnlyList<GeneratedMethod> Methods => Event is null ? GeneratedMethod.OfUsers
        : HasIdAttribute ? [.. GeneratedMethod.OfEvents, .. GeneratedMethod.OfUserEvents]
        : GeneratedMethod.OfEvents;

    /// <summary>Where one of them stands.</summary>
    public MethodPlace PlaceOf(GeneratedMethod method) => IsMap ? MethodPlace.Map
        : !Reach.IsInstance ? MethodPlace.Extension
        : IsOverride(method) ? MethodPlace.Override
        : MethodPlace.Member;

    /// <summary>Whether one that stands in the type overrides a method of a base.</summary>
    public bool IsOverride(GeneratedMethod method) =>
        (GeneratedMethod.OfUserEvents.Contains(method) ? Base.HasIdentity : Base.HasInstanceMethods) || OwnMethods.CanOverride(Type, method, Symbols);

    public TypeOutcome Outcome => IsInvalid ? TypeOutcome.Invalid : NeedsCode ? TypeOutcome.Methods : TypeOutcome.Nothing;

    private bool IsInvalid => Obstacle is not null || Base.IsInvalid || Event?.Attribute is { IsHalfTyped: true } || Errors.Count > 0 || Members.All.Any(static member => member.Fault?.Kind == FaultKind.SaidElsewhere);

    /// <summary>Whether it has a base that the compiler does not know.</summary>
    public bool HasUnknownBase
    {
        get
        {
            INamedTypeSymbol? current = Type;
            while (current is { TypeKind: not TypeKind.Error })
                current = current.BaseType;
            return current is not null;
        }
    }

    public bool IsOwn(AnnotatedMember member) => SymbolEqualityComparer.Default.Equals(member.AnnotatedIn, Type);

    public bool IsDeferred(MemberFacts member) => CanDefer && member.Fault?.Kind == FaultKind.Open;
}

/// <summary>What keeps a type from being read.</summary>
internal enum Obstacle
{
    /// <summary>The compiler has said enough.</summary>
    Broken,

    /// <summary>Another source generator makes all of it.</summary>
    MadeByGenerator,

    /// <summary>No code can be generated for it.</summary>
    Unreachable,

    /// <summary>A map of another shape, or of a type that cannot be mapped.</summary>
    NotAMap,
}

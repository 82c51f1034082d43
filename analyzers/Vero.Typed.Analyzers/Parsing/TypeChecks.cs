using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.Events;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>From facts to what is wrong with them. Each check looks at facts alone, so their order does not matter.</summary>
internal static class TypeChecks
{
    /// <summary>What keeps code from being made.</summary>
    public static IEnumerable<Finding> Errors(TypeFacts facts) => facts.Obstacle is { } obstacle
        ? OfObstacle(facts, obstacle)
        : OfType(facts).Concat(facts.Members.All.SelectMany(member => OfMember(facts, member))).Concat(OfIdentity(facts)).Concat(OfMembersForDerivedTypes(facts))
            .Concat(facts.Event is { } happened ? EventChecks.Errors(facts, happened) : []);

    /// <summary>Findings that are no errors: code is generated in spite of them.</summary>
    public static IEnumerable<Finding> Advice(TypeFacts facts) =>
        AdviceOnKeys(facts).Concat(facts.Event is { } happened ? EventChecks.Advice(facts, happened) : []).Concat(OfUnspecifiedDates(facts));

    // The dedicated attributes have no place on an event, and no constants.
    private static IEnumerable<Finding> AdviceOnKeys(TypeFacts facts)
    {
        bool isEvent = facts.Event is not null;
        foreach (TraitFacts trait in facts.IsValue ? [] : facts.Members.Data)
        {
            // A base in this compilation has a finding of its own; one in another assembly is not analyzed here.
            if (trait.Attribute.Kind != VeroAttributeKind.Trait || (!facts.IsOwn(trait.Member) && facts.Symbols.IsInThisCompilation(trait.Member.AnnotatedIn)))
                continue;

            string name = trait.Name;
            bool hasOwnAttribute = !isEvent && trait.Source.Constant is null;
            if (trait is { IsReserved: true, Fault: null, Source.Constant: { Value: { } constant } })
            {
                if (facts.IsOwn(trait.Member) && OfReservedConstant(facts, trait, constant) is { } finding)
                    yield return finding;
            }
            else if (trait.IsReserved && hasOwnAttribute)
            {
                yield return ReservedKeyTable.AttributeOf(trait.Key) == VeroAttributeKind.PhoneNumber
                    ? OfKey(facts, trait, ReservedKeyRules.PhoneNumberAsTrait, name, trait.Key, ReservedKeyTable.AttributeFor(trait.Key))
                    : OfKey(facts, trait, ReservedKeyRules.ReservedKeyAsTrait, name, ReservedKeyTable.AttributeFor(trait.Key), trait.Key);
            }
            else if (!trait.IsReserved && ReservedKeyTable.MisspeltBy(trait.Key) is { } meant && ReservedKeyTable.Contains(meant, isEvent))
            {
                string attribute = !hasOwnAttribute ? "" : $"[{ReservedKeyTable.AttributeFor(meant)}] or ";
                yield return OfKey(facts, trait, ReservedKeyRules.MisspeltReservedKey, name, trait.Key, $"{attribute}the key \"{meant}\"");
            }
        }
    }

    private static Finding? OfReservedConstant(TypeFacts facts, TraitFacts trait, object constant)
    {
        switch (trait.Value.Kind)
        {
            case TraitValueKind.Timezone when ReservedConstants.OutOfRange(constant) is { } outside:
                return OfConstant(facts, trait, ReservedKeyRules.TimezoneOutOfRange, trait.Name, outside.Value, ReservedConstants.AsHint(outside.Hint));
            case TraitValueKind.Language when ReservedConstants.LanguageProblem((string)constant) is { } language:
                return OfConstant(facts, trait, ReservedKeyRules.NoLanguageTag, trait.Name, language.Reason) with { Replacement = language.Replacement };
            case TraitValueKind.PhoneNumber when ReservedConstants.PhoneNumberProblem((string)constant) is { } reason:
                return OfConstant(facts, trait, ReservedKeyRules.NoPhoneNumber, trait.Name, reason);
            default:
                return null;
        }
    }

    /// <summary>Dates of which nothing says what they mean when their kind is unspecified: said once, at the first of them.</summary>
    private static IEnumerable<Finding> OfUnspecifiedDates(TypeFacts facts)
    {
        if (SerializationOptions.SaysWhatUnspecifiedMeans(facts.Type))
            yield break;
        TraitFacts? date = facts.Members.Data.FirstOrDefault(trait => facts.IsOwn(trait.Member) && HoldsDateTime(trait.Value));
        if (date is not null)
            yield return AtAttribute(facts, date, ReservedKeyRules.UnspecifiedDateTime, date.Name);
    }

    public static bool HoldsDateTime(ValueFacts value) => ValueTypes.WithoutNullable(value.Type).SpecialType == SpecialType.System_DateTime
        || (value.Shape?.Item is { } item && HoldsDateTime(item));

    /// <summary>
    /// A concrete type without attributes of its own has nothing that would make the generator look at it. That is right when a base
    /// has code, or when there is no id; it is a mistake to call it when only the base's type parameters kept code from being generated.
    /// </summary>
    public static bool NeedsSerialization(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct) =>
        !type.IsAbstract && type.TypeKind == TypeKind.Class && !symbols.GeneratedTrees.ContainAll(type)
        && !AnnotatedTypeReader.HasOwn(type, symbols) && AnnotatedTypeReader.HasAnnotatedBase(type, symbols) && AnnotatedTypeReader.Read(type, symbols).HasId
        && TypeParser.Read(type, symbols, ct) is { Base: { NearestAnnotated: not null, HasCode: false }, Outcome: not TypeOutcome.Nothing };

    private static IEnumerable<Finding> OfObstacle(TypeFacts facts, Obstacle obstacle)
    {
        switch (obstacle)
        {
            case Obstacle.Broken:
                break;
            case Obstacle.MadeByGenerator:
                yield return new Finding(
                    ShapeRules.MadeByGenerator, _ => facts.Type.Locations[0], facts.Type.Name, "the whole type",
                    "write the type, or the part of it that has the annotated members, yourself");
                break;
            case Obstacle.NotAMap:
                yield return AtType(facts, ShapeRules.Map, MapTable.ProblemOf(facts.Type, facts.Reach.IsInstance)!);
                break;
            case Obstacle.Unreachable:
                yield return AtType(facts, ShapeRules.TypeCannotBeReached, (facts.Reach.Problem ?? facts.Reach.AccessProblem)!);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(obstacle));
        }
    }

    private static IEnumerable<Finding> OfType(TypeFacts facts)
    {
        INamedTypeSymbol type = facts.Type;
        if (!facts.Symbols.HasUtf8Literals)
            yield return AtType(facts, ShapeRules.LanguageVersion);

        foreach (ISymbol member in facts.Annotated.MadeByGenerator)
        {
            if (SymbolEqualityComparer.Default.Equals(member.ContainingType, type))
            {
                yield return new Finding(
                    ShapeRules.MadeByGenerator, static places => places.OfType(), member.Name, "it",
                    "annotate a member that you write yourself, such as a property that returns it");
            }
        }

        foreach (ISymbol member in OwnMethods.InTheWay(type, facts.Subject, facts.Methods, facts.PlaceOf, facts.Symbols))
            yield return InTheWay(type, member);

        // An extension method is never called where the type has inherited a method.
        if (!facts.Reach.IsInstance && !facts.Base.HasInstanceMethods && OwnMethods.InheritedInTheWay(type, facts.Methods, facts.Symbols) is { } inherited)
            yield return new Finding(ShapeRules.OwnMethod, static places => places.OfType(), inherited.Name, TypeText.ForMessage(inherited.ContainingType));

        if (facts.IsServedByBase && facts.Annotated.Members.Any(facts.IsOwn))
            yield return AtType(facts, ShapeRules.TraitsLost, TypeText.ForMessage(facts.Base.NearestAnnotated!));

        // Of a value, whoever holds it says so; but one that inherits methods is a user as well.
        if ((!facts.IsValue || facts.Base.HasInstanceMethods) && facts.Base is { HiddenMembers: { } hidden, IsInvalid: false })
        {
            yield return new Finding(
                ShapeRules.MemberCannotBeRead, static places => places.OfType(), hidden,
                $"is not accessible from '{TypeText.ForMessage(type)}' in another assembly: make it protected or public");
        }

        if (facts.WantsCode && facts.Reach.IsInstance)
        {
            foreach (ISymbol member in OwnMethods.InTheWayOfHelpers(type, facts.Symbols))
                yield return InTheWay(type, member);
        }
    }

    private static IEnumerable<Finding> OfIdentity(TypeFacts facts)
    {
        INamedTypeSymbol type = facts.Type;
        bool needsId = facts.Event is null ? !facts.IsValue : facts.Annotated.Members.Any(static member => member.Has(VeroAttributeKind.Email));
        if (needsId && !facts.HasIdAttribute && !type.IsAbstract && facts.Annotated.MadeByGenerator.Count == 0 && GeneratedHeadChecks.AttributeOf(facts) is null)
        {
            // Perhaps the id is in a base that the compiler does not know.
            Finding finding = CanBeValue(facts) ? AtType(facts, ShapeRules.IdOrValueRequired, WayOfBase(facts)) : AtType(facts, ShapeRules.IdRequired, WayToInheritedId(facts) + WayOfBase(facts));
            yield return finding with { IsSaidAtInvalidBase = true, IsSaidAtUnknownBase = true };
        }

        if (facts.NeedsCode && facts.Reach.NameProblem() is { } nameTaken)
            yield return AtType(facts, ShapeRules.TypeCannotBeReached, nameTaken) with { IsSaidAtInvalidBase = true };
    }

    // No code is made for this type, so all of it is left to derived types.
    private static IEnumerable<Finding> OfMembersForDerivedTypes(TypeFacts facts)
    {
        if (facts.WantsCode || facts.IsServedByBase || facts.IsValue)
            yield break;

        foreach (MemberFacts member in facts.Members.All)
        {
            if (!facts.IsOwn(member.Member) || member.Fault?.Kind == FaultKind.CannotBeRead)
                continue;

            ISymbol symbol = member.Member.Member;
            Accessibility read = (symbol as IPropertySymbol)?.GetMethod?.DeclaredAccessibility ?? symbol.DeclaredAccessibility;
            if (read == Accessibility.Private)
            {
                yield return AtAttribute(
                    facts, member, ShapeRules.MemberCannotBeRead, symbol.Name,
                    "is private, and code is made for derived types only: make it protected or public") with { IsSaidAtInvalidBase = true };
            }
            else if (facts.IsDeferred(member) && !facts.Type.IsAbstract && !facts.Symbols.HasDerivedTypes(facts.Type))
            {
                yield return AtAttribute(
                    facts, member, ShapeRules.TypeParameter, symbol.Name, TypeText.ForMessage(member.Member.Type), TypeText.ForMessage(facts.Type)) with { IsSaidAtInvalidBase = true };
            }
        }
    }

    private static IEnumerable<Finding> OfMember(TypeFacts facts, MemberFacts member)
    {
        for (int i = 1; i < member.Member.Attributes.Count; i++)
        {
            VeroAttribute other = member.Member.Attributes[i];
            yield return At(
                facts, member, places => places.OfAttribute(member.Member, other), ShapeRules.ExclusiveAttributes, other.Name, member.Name, member.Attribute.Name);
        }

        if (member.Fault is { } fault && OfFault(facts, member, fault) is { } finding)
            yield return finding;
        if (facts.Members.RivalOf(member) is { } rival)
            yield return OfRival(facts, member, rival);
        if (member is IdFacts { Replaces: true, Fault: null } && !facts.Members.All.TakeWhile(other => !ReferenceEquals(other, member)).Any(static other => other is IdFacts))
        {
            yield return At(
                facts, member, places => places.OfNamedArgument(member.Member, member.Attribute, "Replaces"), ShapeRules.Option, "Replaces",
                "no base of the type has an id that it could replace");
        }
    }

    private static Finding OfRival(TypeFacts facts, MemberFacts member, MemberFacts rival) => member switch
    {
        IdFacts => AtAttribute(facts, member, ShapeRules.SeveralIds, member.Name, rival.Name),
        EmailFacts => AtAttribute(facts, member, ShapeRules.SeveralEmails, member.Name, rival.Name),
        CreatedAtFacts => AtAttribute(facts, member, ShapeRules.DuplicateKey, member.Name, rival.Name, "created_at"),
        TraitFacts trait => OfKey(facts, trait, ShapeRules.DuplicateKey, member.Name, rival.Name, trait.Key),
        _ => throw new InvalidOperationException(member.GetType().Name),
    };

    private static Finding? OfFault(TypeFacts facts, MemberFacts member, Fault fault)
    {
        string name = member.Name;
        string type = TypeText.ForMessage(member.Type);
        switch (fault.Kind)
        {
            case FaultKind.SaidElsewhere:
            case FaultKind.Open when facts.CanDefer:
            case FaultKind.Inaccessible when !facts.WantsCode:
            case FaultKind.Unreadable when facts.IsValue:
                return null;
            case FaultKind.Open:
                return AtAttribute(facts, member, ShapeRules.TraitType, name, type, "its type is not known here, so expose a property of a definite type");
            case FaultKind.Unsupported:
                bool isDirect = fault.Text.Length == 0 || fault.Text == type;
                ITypeSymbol? converted = isDirect ? null : ResultOfConverter(facts, member, fault);
                bool hasDedicated = facts is { IsValue: false, Event: null } && ValueTypes.IsTimeZoneInfo(converted ?? member.Type);
                SuggestedPart? part = SuggestedPart.Of(member.Member, member.Type, facts.Symbols);
                bool isMeant = part is not null && (isDirect || fault.Text.TrimEnd('?') == TypeText.ForMessage(part.Holder).TrimEnd('?'));
                string advice = isMeant ? TypeAdvice.For(part!) : fault.Advice;
                return AtAttribute(
                    facts, member, ShapeRules.TraitType, name, type,
                    (isDirect ? "" : converted is null ? $"it holds '{fault.Text}'; " : $"its converter makes a '{fault.Text}'; ")
                    + (hasDedicated ? "use [VeroTimezone], or " : "") + advice) with { Replacement = isMeant ? part!.Path : null };
            case FaultKind.Unreadable:
            case FaultKind.Inaccessible:
            case FaultKind.CannotBeRead:
                return AtAttribute(facts, member, ShapeRules.MemberCannotBeRead, name, fault.Text);
            case FaultKind.MadeByGenerator when fault.NamedArgument is { } argument:
                return At(
                    facts, member, places => places.OfNamedArgument(member.Member, member.Attribute, argument, valueOnly: true), ShapeRules.MadeByGenerator, name, fault.Text, fault.Advice);
            case FaultKind.MadeByGenerator:
                return AtAttribute(facts, member, ShapeRules.MadeByGenerator, name, fault.Text, fault.Advice);
            case FaultKind.BlankKey:
                return At(facts, member, places => places.OfArgument(member.Member, member.Attribute, 0), ShapeRules.BlankKey, name);
            case FaultKind.ReservedKeyType:
                string key = ((TraitFacts)member).Key;
                if (member.Source.Constant is { Type: { } given })
                    return OfConstant(facts, member, ReservedKeyRules.ReservedKeyType, "Value", TypeText.ForMessage(given), key, ReservedKeyTable.Requirement(key));
                return OfKey(facts, member, ReservedKeyRules.ReservedKeyType, name, type, key, ReservedKeyTable.Requirement(key) + WayOfZoneId(facts, member, key));
            case FaultKind.ReservedKeyNull:
                return AtAttribute(facts, member, ReservedKeyRules.ReservedKeyNull, name, ((TraitFacts)member).Key);
            case FaultKind.IdType:
                SuggestedPart? id = SuggestedPart.Of(member.Member, member.Type, facts.Symbols);
                return AtAttribute(facts, member, ShapeRules.IdType, name, type, TypeAdvice.ForId(id)) with { Replacement = id?.Path };
            case FaultKind.EmailType:
                SuggestedPart? email = SuggestedPart.Of(member.Member, member.Type, facts.Symbols);
                return AtAttribute(facts, member, ShapeRules.EmailType, name, type, TypeAdvice.ForEmail(email)) with { Replacement = email?.Path };
            case FaultKind.CreatedAtType:
                return AtAttribute(facts, member, EventRules.CreatedAtType, name, type);
            case FaultKind.WithoutPlace:
                return AtAttribute(
                    facts, member, EventRules.AttributeWithoutPlace, member.Attribute.Name, name,
                    facts.Event is null ? "it is for events, and the type is none; put [VeroEvent] on an event" : "it is for users, and the type is an event");
            case FaultKind.BlankChannel:
                return At(
                    facts, member, places => places.OfArgument(member.Member, member.Attribute, fault.Argument), ShapeRules.Channel, name,
                    "give it a type and a platform that are not blank, such as \"push\" and \"android\"");
            case FaultKind.ChannelType:
                return AtAttribute(facts, member, ShapeRules.Channel, name, fault.Text);
            case FaultKind.Path:
                PathFault step = fault.WrongStep!;
                string suggested = step.Suggestion is null ? "" : $"; did you mean '{step.Suggestion}'?";
                return At(
                    facts, member, places => places.OfPath(member.Member, member.Attribute, step.Span), ShapeRules.Path, member.Attribute.Text("From") ?? "",
                    step.Reason + suggested) with { Replacement = step.Suggestion };
            case FaultKind.Converter when fault.NamedArgument is { } argument:
                return At(facts, member, places => places.OfNamedArgument(member.Member, member.Attribute, argument, valueOnly: true), ShapeRules.Converter, fault.Text, fault.Advice);
            case FaultKind.Converter:
                return AtAttribute(facts, member, ShapeRules.Converter, fault.Text, fault.Advice);
            case FaultKind.Option when fault.NamedArgument is { } argument:
                return At(facts, member, places => places.OfNamedArgument(member.Member, member.Attribute, argument), ShapeRules.Option, argument, fault.Advice);
            case FaultKind.Option:
                return AtAttribute(facts, member, ShapeRules.Option, $"[{member.Attribute.Name}]", fault.Advice);
            default:
                throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }

    private static string WayOfZoneId(TypeFacts facts, MemberFacts member, string key) =>
        facts.Event is null && ValueTypes.IsString(member.Type) && ReservedKeyTable.AttributeOf(key) == VeroAttributeKind.Timezone ? "; use [VeroTimezone(Id = true)] for the id of a time zone" : "";

    private static ITypeSymbol? ResultOfConverter(TypeFacts facts, MemberFacts member, Fault fault)
    {
        ITypeSymbol? result = (member.Source.Converter ?? (facts.Symbols.Converters.Of(member.Type, facts.Type) is [var only] ? only : null))?.ReturnType;
        return result is not null && TypeText.ForMessage(result).TrimEnd('?') == fault.Text.TrimEnd('?') ? result : null;
    }

    // Nothing but traits, and nothing that looks like an id: perhaps users of other assemblies have such values, or members that are declared
    // with a base of it.
    private static bool CanBeValue(TypeFacts facts) => facts.MayBeValue
        && (TypeReach.IsSeenElsewhere(facts.Type, facts.Symbols) || HasBaseThatTraitsHold(facts))
        && !SerializationOptions.SaysWhetherValueOnly(facts.Type) && !IdCandidates.MayHaveOne(facts.Type);

    // In a base that one does not own, no attribute can be written on it.
    private static string WayToInheritedId(TypeFacts facts) =>
        IdCandidates.InBaseOfOthers(facts.Type, facts.Symbols) is { } id ? $", or [VeroId(From = nameof({CSharpText.Identifier(id.Name)}))] on the type" : "";

    // Which of the derived types have an id does not matter: the text would be another one whenever one of them changes.
    private static string WayOfBase(TypeFacts facts) => facts.Event is null && facts.Symbols.HasDerivedTypes(facts.Type)
        ? $", or make '{TypeText.ForMessage(facts.Type)}' abstract if only types that derive from it are users"
        : "";

    private static bool HasBaseThatTraitsHold(TypeFacts facts)
    {
        for (INamedTypeSymbol? current = facts.Type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (facts.Symbols.IsTypeOfTrait(current))
                return true;
        }

        return false;
    }

    private static Finding InTheWay(INamedTypeSymbol type, ISymbol member) =>
        new(ShapeRules.OwnMethod, places => places.FirstOf(member.Locations), member.Name, TypeText.ForMessage(type));

    private static Finding AtType(TypeFacts facts, DiagnosticDescriptor rule, params string[] more) =>
        new(rule, static places => places.OfType(), [TypeText.ForMessage(facts.Type), .. more]);

    private static Finding AtAttribute(TypeFacts facts, MemberFacts member, DiagnosticDescriptor rule, params string[] arguments) =>
        At(facts, member, places => places.OfAttribute(member.Member, member.Attribute), rule, arguments);

    private static Finding OfKey(TypeFacts facts, MemberFacts member, DiagnosticDescriptor rule, params string[] arguments) =>
        At(facts, member, places => places.OfKey(member.Member, member.Attribute), rule, arguments);

    private static Finding OfConstant(TypeFacts facts, MemberFacts member, DiagnosticDescriptor rule, params string[] arguments) =>
        At(facts, member, places => places.OfNamedArgument(member.Member, member.Attribute, "Value", valueOnly: true), rule, arguments);

    // What is wrong with the members of an invalid base is said at the base.
    private static Finding At(TypeFacts facts, MemberFacts member, Func<ReportLocations, Location> place, DiagnosticDescriptor rule, params string[] arguments) =>
        new(rule, place, arguments) { IsSaidAtInvalidBase = !facts.IsOwn(member.Member) };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Rules.Events;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>Reports why a type gets no code: the generator's parser with somebody listening.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UserTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ShapeRules.IdRequired, ShapeRules.SeveralIds, ShapeRules.SeveralEmails, ShapeRules.DuplicateKey, ShapeRules.IdType, ShapeRules.EmailType,
        ShapeRules.TraitType, ShapeRules.MemberCannotBeRead, ShapeRules.TypeCannotBeReached, ShapeRules.ExclusiveAttributes, ShapeRules.BlankKey,
        ShapeRules.OwnMethod, ShapeRules.LanguageVersion, ShapeRules.TraitsLost, ShapeRules.Channel, ShapeRules.MadeByGenerator,
        ShapeRules.Path, ShapeRules.Converter, ShapeRules.Option, ShapeRules.Map, ShapeRules.IdOrValueRequired, ShapeRules.TypeParameter,
        ReservedKeyRules.ReservedKeyType, ReservedKeyRules.ReservedKeyNull, ReservedKeyRules.MisspeltReservedKey, ReservedKeyRules.ReservedKeyAsTrait, ReservedKeyRules.PhoneNumberAsTrait,
        ReservedKeyRules.TimezoneOutOfRange, ReservedKeyRules.NoLanguageTag, ReservedKeyRules.NoPhoneNumber, ReservedKeyRules.UnspecifiedDateTime, ReservedKeyRules.OtherJsonName, ReservedKeyRules.HiddenElsewhere, ReservedKeyRules.SecretHiddenElsewhere,
        EventRules.EventName, EventRules.SameEvent, EventRules.AttributeWithoutPlace, EventRules.CreatedAtType);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator runs on files that call themselves generated, such as scaffolded entities; without an error there a type would
        // be left without code in silence.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is not { } symbols || !TypeDiscovery.CanDeclareTypes(symbols, context.CancellationToken, alsoGenerated: true))
                return;
            context.RegisterSymbolAction(
                context => Analyze((INamedTypeSymbol)context.Symbol, symbols, context.ReportDiagnostic, context.CancellationToken),
                SymbolKind.NamedType);
        });
    }

    /// <summary>What the rules say of a type.</summary>
    internal static ImmutableArray<Diagnostic> Reported(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        Analyze(type, symbols, found.Add, ct);
        return found.ToImmutable();
    }

    private static void Analyze(INamedTypeSymbol type, KnownSymbols symbols, Action<Diagnostic> report, CancellationToken ct)
    {
        if (symbols.CanBeAnnotated(type) && (AnnotatedTypeReader.Anchor(type, symbols) is not null || AnnotatedTypeReader.HasMadeByGenerator(type, symbols)))
        {
            TypeFacts facts = TypeParser.Read(type, symbols, ct);
            if (facts.MayBeValue && symbols.IsUnfinished)
                return;
            Reporter.Report(facts, facts.Errors.Concat(TypeChecks.Advice(facts)).Concat(JsonAttributeChecks.Advice(facts)).Concat(GeneratedHeadChecks.Of(facts, ct)), report, ct);
        }
    }
}

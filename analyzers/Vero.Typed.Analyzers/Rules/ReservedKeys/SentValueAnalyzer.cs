using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>Reports values that reach a reserved member and are provably not what Vero takes them for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SentValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        ImmutableArray.Create(
        ReservedKeyRules.TimezoneOutOfRange, ReservedKeyRules.TimezoneNotInHours, ReservedKeyRules.NoLanguageTag, ReservedKeyRules.NoPhoneNumber, ReservedKeyRules.PhoneNumberAsTrait,
        ReservedKeyRules.DataEntryValue, ReservedKeyRules.MisspeltDataEntry);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is not { } symbols || !TypeDiscovery.CanFindTypes(symbols, context.CancellationToken))
                return;
            var values = new SentValues(symbols);
            context.RegisterOperationAction(
                values.Analyze,
                OperationKind.SimpleAssignment,
                OperationKind.CoalesceAssignment,
                OperationKind.DeconstructionAssignment,
                OperationKind.FieldInitializer,
                OperationKind.PropertyInitializer,
                OperationKind.ParameterInitializer,
                OperationKind.ObjectCreation,
                OperationKind.Invocation,
                OperationKind.Return);
        });
    }

    private sealed class SentValues
    {
        private readonly KnownSymbols _symbols;
        private readonly SentMembers _members;
        private readonly ConstructorFlow _constructors;
        private readonly ValueSources _sources;
        private readonly TimezoneValues _timezones;
        private readonly LanguageValues _languages;
        private readonly DataEntries _entries;

        public SentValues(KnownSymbols symbols)
        {
            _symbols = symbols;
            _members = new SentMembers(symbols);
            _constructors = new ConstructorFlow(_members, symbols);
            _sources = new ValueSources(symbols, _members);
            _timezones = new TimezoneValues(_sources);
            _languages = new LanguageValues(_sources);
            _entries = new DataEntries(_members, _sources, _timezones, _languages);
        }

        public void Analyze(OperationAnalysisContext context)
        {
            switch (context.Operation)
            {
                case ISimpleAssignmentOperation assignment:
                    JudgeEntry(assignment, context);
                    Judge(_members.WrittenBy(assignment.Target), assignment.Value, context);
                    break;
                case ICoalesceAssignmentOperation assignment:
                    JudgeEntry(assignment, context);
                    Judge(_members.WrittenBy(assignment.Target), assignment.Value, context);
                    break;
                case IDeconstructionAssignmentOperation assignment:
                    foreach ((IOperation target, IOperation value) in assignment.AssignedPairs())
                        Judge(_members.WrittenBy(target), value, context);
                    break;
                case IFieldInitializerOperation initializer:
                    foreach (IFieldSymbol field in initializer.InitializedFields)
                        Judge(_members.WrittenBy(field, field.ContainingType), initializer.Value, context);
                    break;
                case IPropertyInitializerOperation initializer:
                    foreach (IPropertySymbol property in initializer.InitializedProperties)
                        Judge(_members.WrittenBy(property, property.ContainingType), initializer.Value, context);
                    break;
                case IParameterInitializerOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter } initializer:
                    Judge(_constructors.Of(constructor, context.CancellationToken)?[parameter.Ordinal], initializer.Value, context);
                    break;
                case IObjectCreationOperation { Constructor: { Parameters.IsEmpty: false } constructor } creation
                    when _constructors.Of(constructor, context.CancellationToken) is { } flow:
                    JudgeArguments(creation.Arguments, flow, creation.Initializer, context);
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } constructor } call
                    when _constructors.Of(constructor, context.CancellationToken) is { } flow:
                    JudgeArguments(call.Arguments, flow, initializer: null, context);
                    break;
                case IInvocationOperation call:
                    JudgeEntry(call, context);
                    break;
                case IReturnOperation { ReturnedValue: { } value } @return
                    when context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
                    && _members.ReadFrom(property) is { } member
                    && !IsOfInnerFunction(@return):
                    Judge(member, value, context);
                    break;
            }
        }

        private void JudgeArguments(
            ImmutableArray<IArgumentOperation> arguments, SentMember?[] flow, IObjectOrCollectionInitializerOperation? initializer, OperationAnalysisContext context)
        {
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                    && flow[parameter.Ordinal] is { } member
                    && !IsOverwritten(member, initializer))
                {
                    Judge(member, argument.Value, context);
                }
            }
        }

        // new Customer(99) { Zone = 10 }
        private bool IsOverwritten(SentMember member, IObjectOrCollectionInitializerOperation? initializer) => initializer is not null
            && initializer.Initializers.Any(written => written is ISimpleAssignmentOperation assignment && member.Equals(_members.WrittenBy(assignment.Target)));

        private static bool IsOfInnerFunction(IOperation operation)
        {
            for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                    return true;
            }

            return false;
        }

        private void Judge(SentMember? member, IOperation value, OperationAnalysisContext context)
        {
            if (member is null)
                return;
            foreach (ValueSource source in _sources.Of(value, behindVariables: false, context.CancellationToken))
            {
                switch (member.SentAs)
                {
                    case SentAs.Timezone:
                        JudgeTimezone(member, source, context);
                        break;
                    case SentAs.Language:
                        JudgeLanguage(member, source, context);
                        break;
                    case SentAs.PhoneNumber:
                        JudgePhoneNumber(member, source, context);
                        break;
                    default:
                        foreach (DataEntry entry in DataEntries.In(source))
                            JudgeEntry(member, entry, context);
                        break;
                }
            }
        }

        // Looks at the key first: hardly one of all the entries in a compilation has a reserved one.
        private void JudgeEntry(IOperation operation, OperationAnalysisContext context)
        {
            if (DataEntry.Of(operation) is { } entry && _entries.MemberOf(entry, context.CancellationToken) is { } member)
                JudgeEntry(member, entry, context);
        }

        private void JudgeEntry(SentMember member, DataEntry entry, OperationAnalysisContext context)
        {
            string key = entry.KeyText;
            string? misspelt = ReservedKeyTable.MisspeltBy(key);
            if (!ReservedKeyTable.Contains(misspelt ?? key, member.IsOfEvent))
                return;
            if (misspelt is { } meant)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.MisspeltDataEntry, entry.Key.Syntax.GetLocation(), WithReplacement(IsSentBeside(member, meant) ? null : meant), member.Symbol.Name, key,
                    meant));
                return;
            }

            if (ReservedKeyTable.AttributeOf(key) == VeroAttributeKind.PhoneNumber)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.PhoneNumberAsTrait, entry.Key.Syntax.GetLocation(), member.Symbol.Name, key, ReservedKeyTable.AttributeFor(key)));
            }

            foreach ((Location location, string needed, string reason, string? replacement) in _entries.ProblemsOf(entry, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.DataEntryValue, location, WithReplacement(replacement), member.Symbol.Name, key, needed, reason));
            }
        }

        // Two of one key are refused at run time.
        private bool IsSentBeside(SentMember entries, string key) =>
            AnnotatedTypeReader.Read(entries.Symbol.ContainingType, _symbols).Members.Any(member => member.Attributes.Any(attribute => member.KeyOf(attribute) == key));

        private void JudgeTimezone(SentMember member, ValueSource source, OperationAnalysisContext context)
        {
            if (TimezoneValues.OutOfRange(source.Operation) is { } outside)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.TimezoneOutOfRange, source.Location(source.Operation.Syntax), member.Symbol.Name, outside.Value,
                    ReservedConstants.AsHint(outside.Hint)));
            }
            else if (_timezones.NotHours(source, context.CancellationToken) is { } notHours)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.TimezoneNotInHours, notHours.Location(NameSyntax.Of(notHours.Operation.Syntax)), member.Symbol.Name,
                    TimezoneValues.Reason(notHours.Operation)));
            }
        }

        private void JudgeLanguage(SentMember member, ValueSource source, OperationAnalysisContext context)
        {
            if (_languages.ProblemOf(source, context.CancellationToken) is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ReservedKeyRules.NoLanguageTag, problem.Location, WithReplacement(problem.Replacement), member.Symbol.Name, problem.Reason));
            }
        }

        private static void JudgePhoneNumber(SentMember member, ValueSource source, OperationAnalysisContext context)
        {
            if (PhoneNumberValues.ProblemOf(source.Operation) is { } reason)
                context.ReportDiagnostic(Diagnostic.Create(ReservedKeyRules.NoPhoneNumber, source.Location(source.Operation.Syntax), member.Symbol.Name, reason));
        }

        private static ImmutableDictionary<string, string?> WithReplacement(string? replacement) => replacement is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, replacement);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Client;

/// <summary>Reports tokens and addresses that are written into the options of the client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientOptionsAnalyzer : DiagnosticAnalyzer
{
    private const string AuthToken = nameof(AuthToken);
    private const string BaseAddress = nameof(BaseAddress);
    private const string DryRun = nameof(DryRun);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        ImmutableArray.Create(ClientRules.TokenInSource, ClientRules.AddressWithoutHttps);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is not { } symbols || !TypeDiscovery.CanFindTypes(symbols, context.CancellationToken)
                || ClientSymbols.For(context.Compilation) is not { } client)
            {
                return;
            }


            var options = new ClientOptions(client, new ValueSources(symbols, new SentMembers(symbols)));
            context.RegisterActionForFilesThatMention(MentionedWords.AuthToken | MentionedWords.BaseAddress, (context, root) =>
            {
                foreach (AssignmentExpressionSyntax assignment in root.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                {
                    if (assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression)
                        options.Analyze(context, assignment);
                }
            });
        });
    }

    private sealed class ClientOptions(ClientSymbols symbols, ValueSources sources)
    {
        public void Analyze(SemanticModelAnalysisContext context, AssignmentExpressionSyntax assignment)
        {
            string? name = NameOf(assignment.Left);
            if (name is not (AuthToken or BaseAddress) || assignment.ContainsDiagnostics || (name == AuthToken && symbols.IsTest)
                || ValueOf(assignment, context.SemanticModel, context.CancellationToken) is not { } value)
            {
                return;
            }

            if (name == BaseAddress)
                ReportAddresses(context, value);
            else
                ReportTokens(context, assignment, value);
        }

        private void ReportTokens(SemanticModelAnalysisContext context, AssignmentExpressionSyntax assignment, IOperation value)
        {
            foreach (ValueSource source in SourcesOf(value, context.CancellationToken))
            {
                if (source.Operation.ConstantValue is not { Value: string text } || !TokenShape.LooksReal(text))
                    continue;
                if (!SendsToVero(assignment, context.SemanticModel, context.CancellationToken))
                    return;

                ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
                if (NamesInScope.FindWithProperty(
                    context.SemanticModel, assignment, IsConfiguration, "Configuration", context.CancellationToken) is { } configuration)
                {
                    properties = properties.Add(DiagnosticProperties.Configuration, configuration);
                }

                Report(context, ClientRules.TokenInSource, source, properties);
            }
        }

        private void ReportAddresses(SemanticModelAnalysisContext context, IOperation value)
        {
            foreach (ValueSource text in SourcesOf(value, context.CancellationToken).SelectMany(source => TextsOf(source, context.CancellationToken)))
            {
                if (text.Operation.ConstantValue is not { Value: string address } || RefusedServer(address) is not { } server)
                    continue;

                ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
                if (WithHttps(address) is { } secure)
                    properties = properties.Add(DiagnosticProperties.HttpsAddress, secure);
                Report(context, ClientRules.AddressWithoutHttps, text, properties, server);
            }
        }

        // Where a text that came by a name is written is a second location, which an IDE shows and a fix needs.
        private static void Report(
            SemanticModelAnalysisContext context,
            DiagnosticDescriptor descriptor,
            ValueSource source,
            ImmutableDictionary<string, string?> properties,
            params object[] arguments)
        {
            SyntaxNode text = source.Operation.Syntax;
            Location[] elsewhere = source.Via is null ? [] : [text.GetLocation()];
            context.ReportDiagnostic(Diagnostic.Create(descriptor, source.Location(text), elsewhere, properties, arguments));
        }

        // A text that must not be in the source is there, whatever code behind a variable does.
        private List<ValueSource> SourcesOf(IOperation value, CancellationToken ct, int hops = 0) => sources.Of(value, behindVariables: true, ct, hops);

        /// <summary>
        /// Not where the same initializer, or else the nearest function around it that sets an address at all, has one that is of this machine or
        /// cannot be known, and not where nothing is sent.
        /// </summary>
        private bool SendsToVero(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken ct)
        {
            if (assignment.Parent is InitializerExpressionSyntax initializer
                && Destination(initializer.Expressions.OfType<AssignmentExpressionSyntax>(), model, ct) is { } here)
            {
                return here;
            }

            foreach (SyntaxNode around in assignment.Ancestors())
            {
                bool isMember = around is MemberDeclarationSyntax and not GlobalStatementSyntax;
                if ((isMember || around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax)
                    && Destination(around.DescendantNodes().OfType<AssignmentExpressionSyntax>(), model, ct) is { } decided)
                {
                    return decided;
                }

                if (isMember)
                    break;
            }

            return true;
        }

        private bool? Destination(IEnumerable<AssignmentExpressionSyntax> assignments, SemanticModel model, CancellationToken ct)
        {
            bool? sendsToVero = null;
            foreach (AssignmentExpressionSyntax assignment in assignments)
            {
                string? name = NameOf(assignment.Left);
                if (name is not (BaseAddress or DryRun) || ValueOf(assignment, model, ct) is not { } value)
                    continue;

                if (name == DryRun)
                {
                    if (value.ConstantValue is not { Value: false })
                        return false;
                }
                else
                {
                    List<ValueSource> addresses = SourcesOf(value, ct);
                    if (addresses.Count == 0 || addresses.Exists(address => !IsElsewhere(TextsOf(address, ct))))
                        return false;
                    sendsToVero = true;
                }
            }

            return sendsToVero;
        }

        private static bool IsElsewhere(List<ValueSource> texts) => texts.Count > 0 && texts.TrueForAll(static text =>
            text.Operation.ConstantValue is { Value: string address } && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && !uri.IsLoopback);

        /// <summary>The value that an assignment gives to a property of the options; null if it is another type's.</summary>
        private IOperation? ValueOf(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken ct) =>
            model.GetOperation(assignment, ct) is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { } type } } operation
                && SymbolEqualityComparer.Default.Equals(type, symbols.Options)
                ? operation.Value
                : null;

        private static string? NameOf(ExpressionSyntax left) => left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };

        /// <summary>The texts that an address is made of; of a base and a relative one, those of the base.</summary>
        private List<ValueSource> TextsOf(ValueSource address, CancellationToken ct)
        {
            if (address.Operation is not IObjectCreationOperation { Constructor: { ContainingType: { Name: "Uri", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } creation
                || creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value is not { } first)
            {
                return [];
            }

            IOperation? second = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1)?.Value;
            List<ValueSource> texts = SourcesOf(first, ct, address.Hops);
            if (creation.Constructor.Parameters[0].Type.SpecialType == SpecialType.System_String)
            {
                if (second is { Type.TypeKind: TypeKind.Enum, ConstantValue.Value: (int)UriKind.Relative })
                    return [];
            }
            else
            {
                // An absolute second part would replace the base.
                if (second is not { ConstantValue: { Value: string relative } } || relative.Contains(':') || relative.StartsWith("//", StringComparison.Ordinal))
                    return [];
                texts = texts.SelectMany(start => TextsOf(start, ct)).ToList();
            }

            return address.Via is null ? texts : texts.ConvertAll(text => text with { Via = address.Via });
        }

        /// <summary>
        /// The server of an address that the client refuses for its scheme: the test is the one of its options' validation. What is not absolute on
        /// every operating system is left to that.
        /// </summary>
        private static string? RefusedServer(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
                && address.TrimStart().StartsWith(uri.Scheme + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase)
                && uri.Scheme != Uri.UriSchemeHttps
                && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
                ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
                : null;

        private static string? WithHttps(string address)
        {
            const string Http = "http://";
            if (!address.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
                return null;
            string rest = address.Substring(Http.Length);
            int end = rest.IndexOfAny(['/', '?', '#']);
            string authority = end < 0 ? rest : rest.Substring(0, end);
            const string PlainPort = ":80";
            string server = authority.EndsWith(PlainPort, StringComparison.Ordinal) ? authority.Substring(0, authority.Length - PlainPort.Length) : authority;
            return "https://" + server + rest.Substring(authority.Length);
        }

        private static bool IsConfiguration(ITypeSymbol type)
        {
            return Is(type) || type.AllInterfaces.Any(Is);

            static bool Is(ITypeSymbol type) => type is { Name: "IConfiguration", ContainingNamespace: { Name: "Configuration", ContainingNamespace.Name: "Extensions" } };
        }
    }
}

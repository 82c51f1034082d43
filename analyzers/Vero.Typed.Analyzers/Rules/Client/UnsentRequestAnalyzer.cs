using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Client;

/// <summary>Reports requests that are made and thrown away at once: a statement that nobody writes on purpose, but <c>_ =</c> is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsentRequestAnalyzer : DiagnosticAnalyzer
{
    private static readonly RequestKind[] Kinds =
    [
        new(GeneratedNames.ToIdentifyRequest, "IdentifyRequest", "IVeroUser", "IdentifyAsync", TakesIdentity: false),
        new(GeneratedNames.ToTrackRequest, "TrackRequest", "IVeroEvent", "TrackAsync", TakesIdentity: true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(ClientRules.UnsentRequest);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is { } symbols && TypeDiscovery.CanFindTypes(symbols, context.CancellationToken))
            {
                context.RegisterActionForFilesThatMention(MentionedWords.GeneratedMethod, (context, root) =>
                {
                    foreach (ExpressionStatementSyntax statement in root.DescendantNodes().OfType<ExpressionStatementSyntax>())
                        Analyze(context, statement, symbols);
                });
            }
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, ExpressionStatementSyntax statement, KnownSymbols symbols)
    {
        if (CalledName(statement.Expression) is not { } name
            || Array.Find(Kinds, kind => kind.Method == name.Identifier.ValueText) is not { } kind
            || statement.ContainsDiagnostics
            || ItIsTheCallThatCounts(statement)
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not IMethodSymbol method
            || AnnotatedTypeOf(method, kind) is not { } annotated
            || symbols.GeneratedTrees.Contains(statement.SyntaxTree))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            ClientRules.UnsentRequest, name.GetLocation(), Properties(context, statement, kind), TypeText.ForMessage(annotated), kind.Method, kind.Send));
    }

    private static SimpleNameSyntax? CalledName(ExpressionSyntax expression)
    {
        while (expression is ConditionalAccessExpressionSyntax conditional)
            expression = conditional.WhenNotNull;
        return (expression as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax name => name,
            _ => null,
        };
    }

    /// <summary>
    /// In a function that is passed on, such as to <c>Assert.Throws</c>, in a <c>try</c> that catches, and in a test that expects an exception,
    /// what the statement is there for is whether it throws.
    /// </summary>
    private static bool ItIsTheCallThatCounts(ExpressionStatementSyntax statement)
    {
        SyntaxNode inner = statement;
        for (SyntaxNode? around = statement.Parent; around is not null; inner = around, around = around.Parent)
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                case TryStatementSyntax { Catches.Count: > 0 } attempt when attempt.Block == inner:
                    return true;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return ((MemberDeclarationSyntax)around).AttributeLists.Any(static list => list.Attributes.Any(static attribute =>
                        attribute.Name.ToString().Contains("ExpectedException")));
            }
        }

        return false;
    }

    /// <summary>The type whose request the method makes: it implements the interface, or it is a generated extension method; else null.</summary>
    private static ITypeSymbol? AnnotatedTypeOf(IMethodSymbol called, RequestKind kind)
    {
        IMethodSymbol method = called.ReducedFrom ?? called;
        if (!IsOurs(method.ReturnType, kind.Request))
            return null;
        if (method.IsExtensionMethod)
            return method.ContainingType.Name.EndsWith(GeneratedNames.ExtensionClassSuffix, StringComparison.Ordinal) ? method.Parameters[0].Type : null;
        bool isImplemented = !method.IsStatic
            && (method.Parameters.IsEmpty || (method.Parameters is [var user] && kind.TakesIdentity && IsOurs(user.Type, "VeroIdentity")))
            && (IsOurs(method.ContainingType, kind.Interface) || method.ContainingType.AllInterfaces.Any(type => IsOurs(type, kind.Interface)));
        return isImplemented ? method.ContainingType : null;
    }

    private static bool IsOurs(ITypeSymbol type, string name) => type.Name == name && type.ContainingAssembly?.Name == "Vero.Typed";

    private static ImmutableDictionary<string, string?> Properties(SemanticModelAnalysisContext context, ExpressionStatementSyntax statement, RequestKind kind)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (NamesInScope.Find(context.SemanticModel, statement, ClientSymbols.IsClient, context.CancellationToken) is not { } client)
            return properties;

        properties = properties.Add(DiagnosticProperties.Client, client).Add(DiagnosticProperties.SendMethod, kind.Send);
        if (NamesInScope.Find(context.SemanticModel, statement, IsCancellationToken, context.CancellationToken) is { } token)
            properties = properties.Add(DiagnosticProperties.CancellationToken, token);
        bool isTopLevel = statement.Ancestors().All(static node => node is not (MemberDeclarationSyntax and not GlobalStatementSyntax));
        bool isAsync = context.SemanticModel.GetEnclosingSymbol(statement.SpanStart, context.CancellationToken) is IMethodSymbol { IsAsync: true };
        bool isLocked = statement.Ancestors().Any(static node => node is LockStatementSyntax or UnsafeStatementSyntax);
        return (isTopLevel || isAsync) && !isLocked ? properties.Add(DiagnosticProperties.CanAwait, "true") : properties;
    }

    private static bool IsCancellationToken(ITypeSymbol type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    /// <summary>A generated method that makes a request.</summary>
    /// <param name="Method">Its name.</param>
    /// <param name="Request">The request that it returns.</param>
    /// <param name="Interface">Whose member it is.</param>
    /// <param name="Send">The method of the client that takes the request.</param>
    /// <param name="TakesIdentity">Whether it may be told the user.</param>
    private sealed record RequestKind(string Method, string Request, string Interface, string Send, bool TakesIdentity);
}

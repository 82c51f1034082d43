using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>
/// Reports calls of a generated extension method through a base type. An extension method is chosen by the type of the expression,
/// so what a derived type adds is not sent.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HierarchyCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(ShapeRules.TraitsLostAtCall);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is not { } symbols || !TypeDiscovery.CanFindTypes(symbols, context.CancellationToken) || symbols.IsUnfinished)
                return;
            var annotatedTypes = new ConcurrentDictionary<IAssemblySymbol, ImmutableArray<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
            context.RegisterActionForFilesThatMention(MentionedWords.GeneratedMethod, (context, root) =>
            {
                foreach (SimpleNameSyntax name in root.DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    if (GeneratedNames.IsMethod(name.Identifier.ValueText) && CallOf(name, context.SemanticModel, context.CancellationToken) is { } call)
                        Analyze(context, call, symbols, annotatedTypes);
                }
            });
        });
    }

    // The call, or the reference to the method, that a name stands for.
    private static IOperation? CallOf(SimpleNameSyntax name, SemanticModel model, CancellationToken ct)
    {
        ExpressionSyntax method = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return model.GetOperation(method.Parent is InvocationExpressionSyntax call && call.Expression == method ? call : method, ct);
    }

    private static void Analyze(
        SemanticModelAnalysisContext context,
        IOperation operation,
        KnownSymbols symbols,
        ConcurrentDictionary<IAssemblySymbol, ImmutableArray<INamedTypeSymbol>> annotatedTypes)
    {
        IMethodSymbol? called = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IMethodReferenceOperation)?.Method;
        IMethodSymbol? method = called?.ReducedFrom ?? called;
        if (method is not { IsExtensionMethod: true } || !GeneratedNames.IsMethod(method.Name)
            || !method.ContainingType.Name.EndsWith(GeneratedNames.ExtensionClassSuffix, StringComparison.Ordinal)
            || method.Parameters[0].Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } sent
            || !AnnotatedTypeReader.HasOwn(sent, symbols))
        {
            return;
        }

        IOperation? receiver = operation is IInvocationOperation call
            ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value
            : ((IMethodReferenceOperation)operation).Instance;
        receiver = receiver?.WithoutConversions(implicitOnly: true);

        // What is made on the spot is what it says; everything else may be any derived type at run time. A type parameter, and a
        // method group without a receiver, are known no better than the parameter is.
        INamedTypeSymbol known = receiver?.Type as INamedTypeSymbol ?? sent;
        bool isExact = receiver is IObjectCreationOperation || known.IsSealed;
        bool isIdentity = method.Name == GeneratedNames.ToVeroIdentity;
        var lost = new List<string>();
        foreach (IAssemblySymbol assembly in symbols.Compilation.SourceModule.ReferencedAssemblySymbols.Add(symbols.Compilation.Assembly))
        {
            ImmutableArray<INamedTypeSymbol> candidates = annotatedTypes.GetOrAdd(assembly, assembly => AnnotatedTypes(assembly, symbols));
            foreach (INamedTypeSymbol candidate in candidates)
            {
                bool canBeReceiver = isExact ? Same(candidate, known) : DerivesFromOrIs(candidate, known);
                if (canBeReceiver && DerivesFromOrIs(candidate, sent)
                    && AnnotatedTypeReader.AddedTo(candidate, sent, symbols).Any(member => !isIdentity || member.Attributes[0].Kind is VeroAttributeKind.Id or VeroAttributeKind.Email))
                {
                    lost.Add($"'{TypeText.ForMessage(candidate)}'");
                }
            }
        }

        if (lost.Count == 0)
            return;

        lost.Sort(StringComparer.Ordinal);
        context.ReportDiagnostic(Diagnostic.Create(
            ShapeRules.TraitsLostAtCall, NameSyntax.Of(operation.Syntax).GetLocation(), TypeText.ForMessage(sent), string.Join(", ", lost)));
    }

    // Made once, and only when a call asks for it.
    private static ImmutableArray<INamedTypeSymbol> AnnotatedTypes(IAssemblySymbol assembly, KnownSymbols symbols) => symbols.CanBeAnnotated(assembly)
        ? KnownSymbols.TypesIn(assembly.GlobalNamespace)
            .Where(type => type.TypeKind == TypeKind.Class && AnnotatedTypeReader.HasOwn(type, symbols))
            .ToImmutableArray()
        : ImmutableArray<INamedTypeSymbol>.Empty;

    private static bool DerivesFromOrIs(INamedTypeSymbol type, INamedTypeSymbol ancestor) => Same(type, ancestor) || KnownSymbols.DerivesFrom(type, ancestor);

    private static bool Same(INamedTypeSymbol first, INamedTypeSymbol second) =>
        SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition);
}

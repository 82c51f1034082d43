using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
            context.RegisterOperationAction(
                context => Analyze(context, symbols, annotatedTypes), OperationKind.Invocation, OperationKind.MethodReference);
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        KnownSymbols symbols,
        ConcurrentDictionary<IAssemblySymbol, ImmutableArray<INamedTypeSymbol>> annotatedTypes)
    {
        IMethodSymbol called = context.Operation is IInvocationOperation invocation
            ? invocation.TargetMethod
            : ((IMethodReferenceOperation)context.Operation).Method;
        IMethodSymbol method = called.ReducedFrom ?? called;
        if (method is not { IsExtensionMethod: true, Name: GeneratedNames.ToIdentifyRequest or GeneratedNames.WriteIdentifyRequest or GeneratedNames.ToVeroIdentity
                or GeneratedNames.ToTrackRequest or GeneratedNames.WriteTrackRequest }
            || !method.ContainingType.Name.EndsWith(GeneratedNames.ExtensionClassSuffix, StringComparison.Ordinal)
            || method.Parameters[0].Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } sent
            || !AnnotatedTypeReader.HasOwn(sent, symbols))
        {
            return;
        }

        // Only now: binding the arguments of every call of the compilation would cost more than all the rest.
        IOperation? receiver = context.Operation is IInvocationOperation call
            ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value
            : ((IMethodReferenceOperation)context.Operation).Instance;
        receiver = receiver?.WithoutConversions(implicitOnly: true);

        // What is made on the spot is what it says; everything else may be any derived type at run time. A type parameter, and a
        // method group without a receiver, are known no better than the parameter is.
        INamedTypeSymbol known = receiver?.Type as INamedTypeSymbol ?? sent;
        bool isExact = receiver is IObjectCreationOperation || known.IsSealed;
        bool isIdentity = method.Name == GeneratedNames.ToVeroIdentity;
        var lost = new List<string>();
        foreach (IAssemblySymbol assembly in context.Compilation.SourceModule.ReferencedAssemblySymbols.Add(context.Compilation.Assembly))
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
            ShapeRules.TraitsLostAtCall, NameSyntax.Of(context.Operation.Syntax).GetLocation(), TypeText.ForMessage(sent), string.Join(", ", lost)));
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

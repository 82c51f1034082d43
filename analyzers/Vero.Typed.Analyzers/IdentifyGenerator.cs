using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Emit;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;

namespace Vero.Typed.Analyzers;

/// <summary>Emits <c>ToIdentifyRequest()</c> for every annotated type. It reports nothing: the analyzers run the same parser and do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IdentifyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, "VeroIdAttribute", TrackingNames.ById);
        Register(context, "VeroEmailAttribute", TrackingNames.ByEmail);
        Register(context, "VeroTraitAttribute", TrackingNames.ByTrait);
        Register(context, "VeroTimezoneAttribute", TrackingNames.ByTimezone);
        Register(context, "VeroLanguageAttribute", TrackingNames.ByLanguage);
        Register(context, "VeroUserAgentAttribute", TrackingNames.ByUserAgent);
        Register(context, "VeroChannelAttribute", TrackingNames.ByChannel);
        Register(context, "VeroSerializationAttribute", TrackingNames.BySerialization);

        // ForAttributeWithMetadataName does not see [property:] on record parameters: https://github.com/dotnet/roslyn/issues/80511
        IncrementalValuesProvider<UserTypeModel> byRecordParameter = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => TypeDiscovery.IsRecordWithPropertyTarget(node),
                static (context, ct) => TypeDiscovery.FromRecord((RecordDeclarationSyntax)context.Node, context.SemanticModel, ct))
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.ByRecordParameter)!;
        context.RegisterSourceOutput(byRecordParameter, static (context, model) => Emit(context, model));
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute, string trackingName)
    {
        IncrementalValuesProvider<UserTypeModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Vero.Typed." + attribute,
                static (node, _) => TypeDiscovery.CanBeAnchor(node),
                static (context, ct) => TypeDiscovery.FromAttribute(context, ct))
            .Where(static model => model is not null)
            .WithTrackingName(trackingName)!;
        context.RegisterSourceOutput(models, static (context, model) => Emit(context, model));
    }

    private static void Emit(SourceProductionContext context, UserTypeModel model) =>
        context.AddSource(model.HintName, IdentifyEmitter.Emit(model));
}

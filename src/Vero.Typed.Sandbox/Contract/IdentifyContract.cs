using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Infrastructure;
using NJsonSchema.Validation;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>
/// The OpenAPI document of Identify, and what follows from it: address, name of the token's parameter, rules of the fields, answers.
/// </summary>
internal sealed class IdentifyContract
{
    private const string ResourceName = "vero-identify.openapi.yaml";
    private const string JsonMediaType = "application/json";

    private readonly JsonSchema _schema;
    private readonly Dictionary<int, string> _answers;

    private IdentifyContract(string basePath, string path, string tokenParameter, JsonSchema schema, Dictionary<int, string> answers)
    {
        BasePath = basePath;
        Path = path;
        TokenParameter = tokenParameter;
        _schema = schema;
        _answers = answers;
    }

    /// <summary>What all paths begin with, such as <c>/api/v2/</c>.</summary>
    public string BasePath { get; }

    /// <summary>The path of Identify, from the root of the server.</summary>
    public string Path { get; }

    /// <summary>The parameter of the query that carries the token.</summary>
    public string TokenParameter { get; }

    public static Stream OpenDocument() =>
        typeof(IdentifyContract).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");

    public static async Task<IdentifyContract> LoadAsync(SandboxFreeformValues freeformValues, CancellationToken cancellationToken)
    {
        ReadResult read = await ReadDocumentAsync(cancellationToken);
        if (read.Document is not { } document || read.Diagnostic is { Errors.Count: > 0 })
            throw new InvalidOperationException($"The resource {ResourceName} is no OpenAPI document.");

        (string path, IOpenApiPathItem item) = document.Paths.Single();
        OpenApiOperation operation = item.Operations![HttpMethod.Post];
        string requestBody = freeformValues == SandboxFreeformValues.Strings ? "IdentifyStrict" : "Identify";
        IOpenApiSchema schema = document.Components!.RequestBodies![requestBody].Content![JsonMediaType].Schema!;

        string basePath = new Uri(document.Servers![0].Url!).AbsolutePath;
        return new IdentifyContract(
            basePath + "/",
            basePath + path,
            document.Components.SecuritySchemes!.Values.Single().Name!,
            await ToJsonSchemaAsync(schema, cancellationToken),
            operation.Responses!.ToDictionary(
                static response => int.Parse(response.Key, System.Globalization.CultureInfo.InvariantCulture),
                static response => Answer(response.Value)));
    }

    public static async Task<ReadResult> ReadDocumentAsync(CancellationToken cancellationToken)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        await using Stream stream = OpenDocument();
        return await OpenApiDocument.LoadAsync(stream, OpenApiConstants.Yaml, settings, cancellationToken);
    }

    /// <summary>The body of the answer with this status.</summary>
    public string Answer(int status) => _answers[status];

    /// <summary>Holds a body against the contract.</summary>
    /// <param name="contentType">The header of that name, or null.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="value">The value, if there are no violations.</param>
    /// <returns>Everything that is wrong.</returns>
    public IReadOnlyList<SandboxViolation> Check(string? contentType, ReadOnlyMemory<byte> body, out JsonElement value)
    {
        value = default;
        if (!IsUtf8Json(contentType))
            return [new SandboxViolation(JsonPointer.Root, $"The content type is not {JsonMediaType} in UTF-8.")];
        if (StrictJson.TryRead(body, out value) is { } fault)
            return [fault];

        ICollection<ValidationError> errors = new JsonSchemaValidator().Validate(SchemaTokens.From(value), _schema, SchemaType.OpenApi3);
        return [.. errors.SelectMany(Violations)];
    }

    private static bool IsUtf8Json(string? contentType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var parsed)
        && string.Equals(parsed.MediaType, JsonMediaType, StringComparison.OrdinalIgnoreCase)
        && (parsed.CharSet is null || string.Equals(parsed.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<SandboxViolation> Violations(ValidationError error)
    {
        // "The item is not valid" comes with the reasons why; only these are worth telling.
        if (error is ChildSchemaValidationError child)
            return child.Errors.Values.SelectMany(static reasons => reasons).SelectMany(Violations);

        JToken token = error.Token ?? throw new InvalidOperationException("The schema library named no place.");
        string pointer = SchemaTokens.PointerTo(token);
        string rule = JsonNamingPolicy.KebabCaseLower.ConvertName(error.Kind.ToString()).Replace('-', ' ');
        return error.Kind == ValidationErrorKind.PropertyRequired
            ? [new SandboxViolation(JsonPointer.Append(pointer, error.Property!), rule)]
            : [new SandboxViolation(pointer, $"{rule}, found {token.Type}")];
    }

    private static string Answer(IOpenApiResponse response)
    {
        JsonNode example = response.Content![JsonMediaType].Example
            ?? throw new InvalidOperationException($"An answer of {ResourceName} has no example.");
        return example.ToJsonString();
    }

    private static async Task<JsonSchema> ToJsonSchemaAsync(IOpenApiSchema schema, CancellationToken cancellationToken)
    {
        await using var text = new StringWriter();
        var writer = new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { InlineLocalReferences = true });
        schema.SerializeAsV3(writer);
        return await JsonSchemaSerialization.FromJsonAsync<JsonSchema>(
            text.ToString(),
            SchemaType.OpenApi3,
            documentPath: null,
            static root => new JsonReferenceResolver(new JsonSchemaAppender(root, new DefaultTypeNameGenerator())),
            JsonSchema.CreateJsonSerializerContractResolver(SchemaType.OpenApi3),
            cancellationToken);
    }
}

using System.Text.Json;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Infrastructure;
using NJsonSchema.Validation;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>The schema of a body, in the terms of the schema library.</summary>
internal sealed class BodySchema
{
    // A keyword of the document: what is wrong, for a pattern whose own text would say nothing to a reader.
    private const string ViolationKeyword = "x-violation";

    private readonly JsonSchema _schema;

    private BodySchema(JsonSchema schema) => _schema = schema;

    public static async Task<BodySchema> LoadAsync(IOpenApiSchema schema)
    {
        await using var text = new StringWriter();
        var writer = new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { InlineLocalReferences = true });
        schema.SerializeAsV3(writer);
        return new BodySchema(await JsonSchemaSerialization.FromJsonAsync<JsonSchema>(
            text.ToString(),
            SchemaType.OpenApi3,
            documentPath: null,
            static root => new JsonReferenceResolver(new JsonSchemaAppender(root, new DefaultTypeNameGenerator())),
            JsonSchema.CreateJsonSerializerContractResolver(SchemaType.OpenApi3),
            CancellationToken.None));
    }

    public IReadOnlyList<SandboxViolation> Check(JsonElement value)
    {
        ICollection<ValidationError> errors = new JsonSchemaValidator().Validate(SchemaTokens.From(value), _schema, SchemaType.OpenApi3);
        return [.. errors.SelectMany(Violations)];
    }

    private static IEnumerable<SandboxViolation> Violations(ValidationError error)
    {
        // "The item is not valid" comes with the reasons why; only these are worth reporting.
        if (error is ChildSchemaValidationError child)
            return child.Errors.Values.SelectMany(static reasons => reasons).SelectMany(Violations);

        JToken token = error.Token ?? throw new InvalidOperationException("The schema library reported an error without a location.");

        // A number with a fraction is not an integer; that it is out of range as well says nothing more.
        if (error.Kind is ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig && token.Type != JTokenType.Integer)
            return [];
        string pointer = SchemaTokens.PointerTo(token);
        // JSON Schema counts characters; the library counts UTF-16 units.
        if (error.Kind == ValidationErrorKind.StringTooLong && token.Value<string>()!.EnumerateRunes().Count() <= error.Schema.MaxLength)
            return [];
        return error.Kind == ValidationErrorKind.PropertyRequired
            ? [new SandboxViolation(JsonPointer.Append(pointer, error.Property!), "is required")]
            : [new SandboxViolation(pointer, Message(error, token))];
    }

    private static string Message(ValidationError error, JToken token) => error.Kind switch
    {
        ValidationErrorKind.StringExpected => $"must be a string, not {Name(token)}",
        ValidationErrorKind.IntegerExpected => $"must be an integer, not {Name(token)}",
        ValidationErrorKind.ObjectExpected => $"must be an object, not {Name(token)}",
        ValidationErrorKind.ArrayExpected => $"must be an array, not {Name(token)}",
        ValidationErrorKind.NumberTooSmall => $"must be at least {error.Schema.Minimum}",
        ValidationErrorKind.NumberTooBig => $"must be at most {error.Schema.Maximum}",
        ValidationErrorKind.StringTooLong => $"must have at most {error.Schema.MaxLength} characters",
        ValidationErrorKind.ItemsNotUnique => "must not contain an item twice",
        ValidationErrorKind.PatternMismatch when error.Schema.ExtensionData?.TryGetValue(ViolationKeyword, out object? text) == true => (string)text!,
        _ => $"is not valid: {JsonNamingPolicy.KebabCaseLower.ConvertName(error.Kind.ToString()).Replace('-', ' ')}",
    };

    private static string Name(JToken token) => token.Type switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "an array",
        JTokenType.String => "a string",
        JTokenType.Integer => "an integer",
        JTokenType.Float => "a number with a fraction",
        JTokenType.Boolean => "a boolean",
        _ => "null",
    };
}

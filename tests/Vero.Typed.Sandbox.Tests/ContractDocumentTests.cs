using System.Globalization;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Vero.Typed.Sandbox.Contract;

namespace Vero.Typed.Sandbox.Tests;

public sealed class ContractDocumentTests
{
    [Fact]
    public async Task The_document_is_valid_OpenAPI()
    {
        ReadResult read = await ReadAsync();

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic.SpecificationVersion);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task The_reader_does_find_errors()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var broken = new MemoryStream("openapi: 3.0.3\ninfo:\n  title: x\npathz: {}\n"u8.ToArray());

        ReadResult read = await OpenApiDocument.LoadAsync(broken, OpenApiConstants.Yaml, settings, TestContext.Current.CancellationToken);

        Assert.NotEmpty(read.Diagnostic!.Errors);
    }

    [Fact]
    public async Task The_operations_are_those_of_the_table()
    {
        OpenApiDocument document = (await ReadAsync()).Document!;

        Assert.Equal("https://api.getvero.com/api/v2", Assert.Single(document.Servers!).Url);
        Assert.Equal(
            OperationTable.All.Select(facts => (facts.Name, facts.Method, "/" + facts.Path)),
            document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => (operation.Value.OperationId!, operation.Key.Method, path.Key))));
    }

    [Fact]
    public async Task Every_operation_has_the_token_in_the_query_and_the_documented_responses()
    {
        OpenApiDocument document = (await ReadAsync()).Document!;

        Assert.All(document.Paths.Values.SelectMany(path => path.Operations!.Values), operation =>
        {
            Assert.Equal(
                [(SecuritySchemeType.ApiKey, ParameterLocation.Query, "auth_token"), (SecuritySchemeType.ApiKey, ParameterLocation.Query, "tracking_api_key")],
                operation.Security!.SelectMany(security => security.Keys).Select(scheme => (scheme.Type!.Value, scheme.In!.Value, scheme.Name!)));
            Assert.Equal(["200", "400", "401", "404", "500"], operation.Responses!.Keys);
        });
    }

    [Theory]
    [InlineData("Identify")]
    [InlineData("IdentifyStrict")]
    public async Task Every_published_field_is_there_with_its_type(string requestBody)
    {
        IOpenApiSchema body = (await ReadAsync()).Document!.Components!.RequestBodies![requestBody].Content!["application/json"].Schema!;

        Assert.Equal(
            [("channels", JsonSchemaType.Array), ("data", JsonSchemaType.Object), ("email", JsonSchemaType.String), ("id", JsonSchemaType.String)],
            Fields(body));
        Assert.Equal(["id"], body.Required!);
        IOpenApiSchema channel = body.Properties!["channels"].Items!;
        Assert.Equal(JsonSchemaType.Object, channel.Type);
        Assert.Equal(
            [("address", JsonSchemaType.String), ("platform", JsonSchemaType.String), ("type", JsonSchemaType.String)],
            Fields(channel));
        Assert.Equal(
            [("language", JsonSchemaType.String), ("timezone", JsonSchemaType.Integer), ("userAgent", JsonSchemaType.String)],
            Fields(body.Properties["data"]).Where(field => field.Name != "phone_number"));
    }

    [Fact]
    public async Task The_limits_are_those_of_the_library()
    {
        IDictionary<string, IOpenApiSchema> schemas = (await ReadAsync()).Document!.Components!.Schemas!;

        Assert.Equal((VeroContract.MinTimezone, VeroContract.MaxTimezone), (int.Parse(schemas["Timezone"].Minimum!, CultureInfo.InvariantCulture), int.Parse(schemas["Timezone"].Maximum!, CultureInfo.InvariantCulture)));
        Assert.All((string[])["Id", "Email", "EventName"], name => Assert.Equal(VeroContract.MaxTextLength, schemas[name].MaxLength));
        Assert.Contains($$"""\d{{{VeroContract.MinPhoneDigits - 1}},{{VeroContract.MaxPhoneDigits - 1}}}""", schemas["PhoneNumber"].Pattern, StringComparison.Ordinal);
        Assert.Equal(VeroContract.CredentialNames, (await ReadAsync()).Document!.Components!.SecuritySchemes!.Values.Select(scheme => scheme.Name));
        Assert.All((string[])["Data", "DataStrict", "EventData", "EventDataStrict"], name =>
            Assert.Equal(VeroContract.ReservedKeys.Select(key => key.Name).Order(), schemas[name].Properties!.Keys.Where(key => key != "phone_number").Order()));
    }

    [Fact]
    public void Every_rule_that_a_violation_names_has_a_page() =>
        Assert.All(ViolationRules.All, rule => Assert.True(File.Exists(Repository.PathOf($"analyzers/rules/{rule}.md")), rule));

    [Fact]
    public async Task Freeform_values_are_text_only_in_the_strict_variant()
    {
        IDictionary<string, IOpenApiSchema> schemas = (await ReadAsync()).Document!.Components!.Schemas!;

        Assert.Equal(JsonSchemaType.String, schemas["DataStrict"].AdditionalProperties!.Type);
        Assert.Null(schemas["Data"].AdditionalProperties?.Type);
        Assert.True(schemas["Data"].AdditionalPropertiesAllowed);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("400")]
    [InlineData("401")]
    [InlineData("404")]
    [InlineData("500")]
    public async Task Every_published_response_is_there(string status)
    {
        OpenApiDocument document = (await ReadAsync()).Document!;
        OpenApiResponses responses = document.Paths["/users/track"].Operations![HttpMethod.Post].Responses!;

        Assert.Equal(5, responses.Count);
        IOpenApiMediaType response = responses[status].Content!["application/json"];
        Assert.Equal([("message", JsonSchemaType.String), ("status", JsonSchemaType.Integer)], Fields(response.Schema!));
        Assert.Equal("int32", response.Schema!.Properties!["status"].Format);
        Assert.Equal(status, response.Example!["status"]!.ToString());
    }

    private static (string Name, JsonSchemaType? Type)[] Fields(IOpenApiSchema schema) =>
        [.. schema.Properties!.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value.Type))];

    private static Task<ReadResult> ReadAsync() => TrackContract.ReadDocumentAsync();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>The OpenAPI document of the Track API, and what follows from it: paths, methods, names of the credential, schemas, responses.</summary>
internal sealed class TrackContract
{
    private const string ResourceName = "vero-track-api.openapi.yaml";
    private const string JsonMediaType = "application/json";

    // The suffix of the variants that accept strings only as freeform values.
    private const string Strict = "Strict";

    // Reading the document takes longer than a test; what comes of it never changes.
    private static readonly ConcurrentDictionary<SandboxFreeformValues, Lazy<Task<TrackContract>>> Loaded = [];

    private readonly Dictionary<int, string> _responses;

    private TrackContract(
        string basePath, IReadOnlyList<string> credentialParameters, IReadOnlyList<OperationContract> operations, Dictionary<int, string> responses)
    {
        BasePath = basePath;
        CredentialParameters = credentialParameters;
        Operations = operations;
        _responses = responses;
    }

    /// <summary>What all paths begin with, such as <c>/api/v2/</c>.</summary>
    public string BasePath { get; }

    /// <summary>The parameters of the query that can carry the token.</summary>
    public IReadOnlyList<string> CredentialParameters { get; }

    /// <summary>The operations, in the order of the document.</summary>
    public IReadOnlyList<OperationContract> Operations { get; }

    /// <summary>Reads the document, once in a process for each kind of freeform values.</summary>
    public static Task<TrackContract> LoadAsync(SandboxFreeformValues freeformValues) =>
        Loaded.GetOrAdd(freeformValues, static values => new Lazy<Task<TrackContract>>(() => ReadAsync(values))).Value;

    public static Stream OpenDocument() =>
        typeof(TrackContract).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");

    public static async Task<ReadResult> ReadDocumentAsync()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        await using Stream stream = OpenDocument();
        return await OpenApiDocument.LoadAsync(stream, OpenApiConstants.Yaml, settings);
    }

    /// <summary>The body of the response with this status.</summary>
    public string Response(int status) => _responses.TryGetValue(status, out string? documented)
        ? documented
        : new JsonObject { ["status"] = status, ["message"] = string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") }.ToJsonString();

    private static async Task<TrackContract> ReadAsync(SandboxFreeformValues freeformValues)
    {
        ReadResult read = await ReadDocumentAsync();
        if (read.Document is not { } document || read.Diagnostic is { Errors.Count: > 0 })
            throw new InvalidOperationException($"The resource {ResourceName} is not an OpenAPI document.");

        OpenApiComponents components = document.Components!;
        string basePath = new Uri(document.Servers![0].Url!).AbsolutePath;
        var operations = new List<OperationContract>();
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations!)
            {
                OperationFacts facts = OperationTable.Find(operation.OperationId!)
                    ?? throw new InvalidOperationException($"{ResourceName} has an operation that is not in the table of operations: {operation.OperationId}.");
                string body = ((OpenApiRequestBodyReference)operation.RequestBody!).Reference.Id!;
                if (freeformValues == SandboxFreeformValues.Strings && components.RequestBodies!.ContainsKey(body + Strict))
                    body += Strict;
                IOpenApiSchema schema = components.RequestBodies![body].Content![JsonMediaType].Schema!;
                operations.Add(new OperationContract(facts.Operation, method.Method, basePath + path, await BodySchema.LoadAsync(schema)));
            }
        }

        return new TrackContract(
            basePath + "/",
            [.. components.SecuritySchemes!.Values.Select(static scheme => scheme.Name!)],
            operations,
            components.Responses!.Values.Select(ExampleOf).ToDictionary(
                static example => int.Parse(example["status"]!.ToString(), CultureInfo.InvariantCulture), static example => example.ToJsonString()));
    }

    private static JsonObject ExampleOf(IOpenApiResponse response) => (JsonObject)(response.Content![JsonMediaType].Example
        ?? throw new InvalidOperationException($"A response of {ResourceName} has no example."));
}

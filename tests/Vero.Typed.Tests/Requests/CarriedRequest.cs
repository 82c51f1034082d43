using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Requests;

/// <summary>A message of a queue, as an application declares it.</summary>
public sealed record CarriedRequest(string Tenant, IdentifyRequest? Request, IReadOnlyList<IdentifyRequest>? More = null);

[JsonSerializable(typeof(CarriedRequest))]
[JsonSerializable(typeof(IdentifyRequest))]
internal sealed partial class CarriedRequestContext : JsonSerializerContext;

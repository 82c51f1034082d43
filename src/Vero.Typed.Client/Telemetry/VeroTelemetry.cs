namespace Vero.Typed;

/// <summary>The names under which calls can be watched: <c>AddSource(VeroTelemetry.ActivitySourceName)</c>, <c>AddMeter(VeroTelemetry.MeterName)</c>.</summary>
/// <remarks>
/// What is emitted under these names is listed in the README, and is as much a contract as the API is. It never holds the id or email of a customer,
/// a body or the token.
/// </remarks>
public static class VeroTelemetry
{
    /// <summary>The name of the ActivitySource: <c>Vero.Typed</c>. It has one activity for each call, <c>vero identify</c>.</summary>
    public const string ActivitySourceName = "Vero.Typed";

    /// <summary>The name of the Meter: <c>Vero.Typed</c>.</summary>
    public const string MeterName = "Vero.Typed";
}

namespace Vero.Typed;

/// <summary>Names for observability: <c>AddSource(VeroTelemetry.ActivitySourceName)</c>, <c>AddMeter(VeroTelemetry.MeterName)</c>.</summary>
/// <remarks>
/// The page of the package lists the activities, instruments and tags under these names; they are as stable as the API. They never contain a user's id or
/// email address, a body or the credential. Exceptions of their listeners change no outcome. Exceptions of a listener of .NET's own HTTP metrics
/// (the meter <c>System.Net.Http</c>) do: .NET ends the call of the HttpClient with them, so the attempt fails with a
/// <see cref="VeroConnectionException"/>, even where Vero has received the request.
/// </remarks>
public static class VeroTelemetry
{
    /// <summary>The name of the ActivitySource: <c>Vero.Typed</c>. Each call is an activity, such as <c>vero identify</c>.</summary>
    public const string ActivitySourceName = "Vero.Typed";

    /// <summary>The name of the Meter: <c>Vero.Typed</c>.</summary>
    public const string MeterName = "Vero.Typed";
}

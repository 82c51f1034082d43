namespace Vero.Typed;

/// <summary>A client that says what became of a request beyond that it did not fail. A decorator of it reports every success as delivered.</summary>
internal interface IReportingClient
{
    Task<CallOutcome> SendAndReportAsync(VeroRequest request, CancellationToken cancellationToken);
}

namespace Vero.Typed;

/// <summary>What a converter of a type of request reads: envelopes, and where only one operation is possible its bare body.</summary>
internal static class CarriedRequest<TRequest>
    where TRequest : VeroRequest
{
    private static readonly VeroOperation? Operation = RequestTypes.OperationOf(typeof(TRequest));

    public static TRequest Parse(string json) =>
        Parse(RequestBody.ToUtf8(json, RequestEnvelope.MaxBytes, BodyProblems.OfEnvelope));

    public static TRequest Parse(ReadOnlySpan<byte> json)
    {
        if (Operation is not { } operation)
            return (TRequest)RequestEnvelope.Parse(json);
        if (!RequestEnvelope.IsMeant(json))
            return (TRequest)RequestTypes.Create(operation, json, offset: 0);
        VeroRequest request = RequestEnvelope.Parse(json);
        return request as TRequest
            ?? throw new FormatException(BodyProblems.OtherOperation(OperationTable.Of(request.Operation).Name, OperationTable.Of(operation).Name));
    }
}

namespace Vero.Typed;

/// <summary>The type of request of one operation.</summary>
internal sealed class RequestType(VeroOperation operation, Type type, Func<byte[], VeroRequest> create)
{
    /// <summary>The operation.</summary>
    public VeroOperation Operation { get; } = operation;

    /// <summary>The sealed type of its requests.</summary>
    public Type Type { get; } = type;

    /// <summary>Makes a request of a body that was checked.</summary>
    public Func<byte[], VeroRequest> Create { get; } = create;
}

/// <summary>Which type of request belongs to which operation: what reads requests from elsewhere asks here.</summary>
internal static class RequestTypes
{
    private static readonly RequestType[] Rows =
    [
        Row(VeroOperation.Identify, static body => new IdentifyRequest(body)),
        Row(VeroOperation.Track, static body => new TrackRequest(body)),
        Row(VeroOperation.Alias, static body => new AliasRequest(body)),
        Row(VeroOperation.Unsubscribe, static body => new UnsubscribeRequest(body)),
        Row(VeroOperation.Resubscribe, static body => new ResubscribeRequest(body)),
        Row(VeroOperation.DeleteUser, static body => new DeleteUserRequest(body)),
        Row(VeroOperation.EditTags, static body => new EditTagsRequest(body)),
    ];

    public static IReadOnlyList<RequestType> All => Rows;

    /// <summary>The operation of a type of request; null for <see cref="VeroRequest"/>, which may be any.</summary>
    public static VeroOperation? OperationOf(Type type) => Array.Find(Rows, row => row.Type == type)?.Operation;

    /// <summary>The request with this body, after checking it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The body.</param>
    /// <param name="offset">Where it begins in what the caller was given, for the message.</param>
    /// <exception cref="FormatException">It is no body of such a request; the message contains nothing of it.</exception>
    public static VeroRequest Create(VeroOperation operation, ReadOnlySpan<byte> body, long offset) =>
        Rows[(int)operation].Create(RequestBody.FromBytes(operation, body, offset));

    private static RequestType Row<TRequest>(VeroOperation operation, Func<byte[], TRequest> create)
        where TRequest : VeroRequest => new(operation, typeof(TRequest), create);
}

namespace Vero.Typed.Testing;

/// <summary>A response, and the requests that get it.</summary>
internal sealed class ScriptedResponse(FakeResponse response, VeroOperation? operation, string? userId, int? times)
{
    private int? _left = times;

    public FakeResponse Response { get; } = response;

    /// <summary>Whether a request gets the response; counts it if so.</summary>
    public bool Take(VeroRequest request)
    {
        if (_left == 0 || (operation ?? request.Operation) != request.Operation || (userId is not null && userId != request.UserId))
            return false;
        if (_left is not null)
            _left--;
        return true;
    }
}

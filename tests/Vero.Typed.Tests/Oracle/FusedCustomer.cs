using System.Collections;

namespace Vero.Typed.Tests.Oracle;

/// <summary>A customer whose n-th read throws, wherever it is: a getter, an item of a collection, an entry, a member of a nested value.</summary>
public sealed partial class FusedCustomer
{
    private readonly Fuse _fuse;

    internal FusedCustomer(Fuse fuse) => _fuse = fuse;

    [VeroId] public string Id => _fuse.Read("canary-id");

    [VeroEmail] public string Email => _fuse.Read("canary@example.com");

    [VeroChannel("push", "android")] public string Token => _fuse.Read("canary-token");

    [VeroChannel("push", "ios")] public IEnumerable<string> Tokens => Items("canary-1", "canary-2");

    [VeroTrait] public string FirstName => _fuse.Read(new string('x', 9_000) + "canary");

    [VeroTrait] public int Count => _fuse.Read(1234567);

    [VeroTrait] public IEnumerable<string> Tags => Items("canary-a", "canary-b", "canary-c");

    [VeroTrait] public IEnumerable<FusedAddress> Homes => Items(new FusedAddress(_fuse), new FusedAddress(_fuse));

    [VeroTrait] public FusedAddress Home => _fuse.Read(new FusedAddress(_fuse));

    [VeroTrait] public Dictionary<string, FusedAddress> ByName => _fuse.Read(new Dictionary<string, FusedAddress> { ["canary"] = new(_fuse) });

    [VeroData] public IEnumerable<KeyValuePair<string, object?>> More => Items(
        new KeyValuePair<string, object?>("canary-x", 1),
        new KeyValuePair<string, object?>("canary-y", Items("canary-d", "canary-e")),
        new KeyValuePair<string, object?>("canary-z", new FusedList(_fuse)));

    private IEnumerable<T> Items<T>(params T[] items)
    {
        _fuse.Begun++;
        try
        {
            foreach (T item in items)
                yield return _fuse.Read(item);
            _fuse.Read(0);
        }
        finally
        {
            _fuse.Ended++;
        }
    }

    private sealed class FusedList(Fuse fuse) : IEnumerable<object>
    {
        public IEnumerator<object> GetEnumerator()
        {
            yield return fuse.Read("canary-f");
            yield return fuse.Read(2);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

public sealed class FusedAddress
{
    private readonly Fuse _fuse;

    internal FusedAddress(Fuse fuse) => _fuse = fuse;

    [VeroTrait] public string City => _fuse.Read("canary-city");

    [VeroTrait] public double? Latitude => _fuse.Read(47.5);
}

/// <summary>Counts reads, and throws at one of them.</summary>
internal sealed class Fuse(int? blowsAt)
{
    public InvalidOperationException Fault { get; } = new("planted");

    public int Reads { get; private set; }

    public int Begun { get; set; }

    public int Ended { get; set; }

    public T Read<T>(T value) => ++Reads == blowsAt ? throw Fault : value;
}

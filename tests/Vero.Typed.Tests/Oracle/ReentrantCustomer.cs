using System.Buffers;

namespace Vero.Typed.Tests.Oracle;

/// <summary>A customer whose getters serialize another one, to a request and into the destination that it is itself written into.</summary>
internal sealed partial class ReentrantCustomer(IVeroUser other, IBufferWriter<byte>? destination)
{
    [VeroId] public int Id => 7;

    [VeroTrait] public string Before => other.ToIdentifyRequest().ToJson();

    [VeroTrait] public IEnumerable<string> Items
    {
        get
        {
            yield return "first";
            Write();
            yield return other.ToIdentifyRequest().ToJson();
        }
    }

    [VeroTrait] public ReentrantPart Part => new(Write);

    [VeroTrait] public string After => "after";

    private void Write()
    {
        if (destination is not null)
            other.WriteIdentifyRequest(destination);
    }
}

internal sealed class ReentrantPart(Action write)
{
    [VeroTrait] public string City => "Bern";

    [VeroTrait] public int Zip
    {
        get
        {
            write();
            return 3000;
        }
    }
}

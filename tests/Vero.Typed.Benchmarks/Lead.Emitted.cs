using System.Buffers;

namespace Vero.Typed.Benchmarks;

// In the shape of the emitted code.
public sealed partial class Lead : IVeroUser
{
    private static int s_sizeHint;

    public IdentifyRequest ToIdentifyRequest()
    {
        var w = new IdentifyWriter("Vero.Typed.Benchmarks.Lead", s_sizeHint);
        Write(ref w, this);
        return w.ToRequest(ref s_sizeHint);
    }

    public void WriteIdentifyRequest(IBufferWriter<byte> writer)
    {
        var w = new IdentifyWriter("Vero.Typed.Benchmarks.Lead", writer, s_sizeHint);
        Write(ref w, this);
        w.Complete(ref s_sizeHint);
    }

    private static void Write(ref IdentifyWriter w, Lead user)
    {
        w.Id(user.Id, false, "Id");
        w.Email(user.Email, "Email");
        int data = w.BeginData();
        w.Member(",\"first_name\":\""u8, user.FirstName);
        w.Raw(user.Vip ? ",\"vip\":true"u8 : ",\"vip\":false"u8);
        w.EndData(data);
    }
}

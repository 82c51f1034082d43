using System.Buffers;

namespace Vero.Typed.Benchmarks;

// In the shape of the emitted code.
public sealed partial class Customer : IVeroUser
{
    private static int s_sizeHint;

    public IdentifyRequest ToIdentifyRequest()
    {
        var w = new IdentifyWriter("Vero.Typed.Benchmarks.Customer", s_sizeHint);
        Write(ref w, this);
        return w.ToRequest(ref s_sizeHint);
    }

    public void WriteIdentifyRequest(IBufferWriter<byte> writer)
    {
        var w = new IdentifyWriter("Vero.Typed.Benchmarks.Customer", writer, s_sizeHint);
        Write(ref w, this);
        w.Complete(ref s_sizeHint);
    }

    private static void Write(ref IdentifyWriter w, Customer user)
    {
        w.Id(user.Id, false, "Id");
        w.Email(user.Email, "Email");
        int channels = w.BeginChannels();
        w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, user.AndroidToken, "AndroidToken");
        w.EndChannels(channels);
        int data = w.BeginData();
        w.Member(",\"first_name\":\""u8, user.FirstName);
        w.Member(",\"last_name\":\""u8, user.LastName);
        w.Member(",\"company\":\""u8, user.Company);
        w.Member(",\"city\":\""u8, user.City);
        w.Member(",\"notes\":\""u8, user.Notes);
        w.Member(",\"referrer\":\""u8, user.Referrer);
        w.Raw(user.Plan switch
        {
            Plan.Free => ",\"plan\":\"Free\""u8,
            Plan.Pro => ",\"plan\":\"Pro\""u8,
            Plan.Enterprise => ",\"plan\":\"Enterprise\""u8,
            _ => throw w.UndefinedEnumValue("Plan"),
        });
        w.Raw(user.Vip ? ",\"vip\":true"u8 : ",\"vip\":false"u8);
        w.Member(",\"visits\":"u8, user.Visits);
        w.Member(",\"last_order\":"u8, user.LastOrder);
        w.Member(",\"balance\":"u8, user.Balance);
        w.Member(",\"score\":"u8, user.Score, "Score");
        w.Member(",\"signed_up_at\":\""u8, user.SignedUpAt);
        w.Member(",\"language\":\""u8, user.Language);
        w.Timezone(user.Timezone, "Timezone");
        w.EndData(data);
    }
}

using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using Vero.Typed.Tests.NetStandardDomain;

namespace Vero.Typed.Tests;

/// <summary>A domain assembly for netstandard2.0, its code made by the generator, in this net10.0 process with the net10.0 library.</summary>
public class GeneratedCodeOfNetStandardTests
{
    [Fact]
    public void Every_type_of_a_member_is_written()
    {
        var customer = new Customer
        {
            Id = new Guid("11111111-2222-3333-4444-555555555555"),
            Email = new MailAddress("Ada <ada@example.com>"),
            Tokens = ["t1", "t2"],
            Devices = [new VeroChannel("push", "ios", "t3")],
            FirstName = "Zoë",
            IsVip = true,
            Day = DayOfWeek.Friday,
            Grade = 'A',
            I8 = sbyte.MinValue,
            U8 = byte.MaxValue,
            I16 = -5,
            U32 = uint.MaxValue,
            U64 = ulong.MaxValue,
            Balance = 1.10m,
            Score = 0.1,
            Share = 0.5f,
            SignedUp = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            LastSeen = new DateTimeOffset(2024, 1, 2, 3, 4, 5, 120, TimeSpan.FromMinutes(330)),
            Session = new TimeSpan(1, 2, 3, 4),
            Site = new Uri("https://example.com/ä"),
            Zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromMinutes(-210), "x", "x"),
            Culture = CultureInfo.GetCultureInfo("en-AU"),
            Agent = "Firefox",
            Tags = ["a", null],
            Scores = new[] { 0.5, 1 }.Where(_ => true),
            ByYear = new() { ["2024"] = [1, 2] },
            Home = new Address { City = "Zürich", Latitude = 47.4 },
            Keys = ConsoleModifiers.Shift | ConsoleModifiers.Alt,
            Photo = [1, 2, 3],
            Extra = new Dictionary<string, object?> { ["weekday"] = DayOfWeek.Friday, ["since"] = new DateOnly(2024, 1, 2), ["node"] = JsonNode.Parse("[1,null]"), ["nothing"] = null },
        };

        Assert.Equal(
            """{"id":"11111111-2222-3333-4444-555555555555","email":"ada@example.com","channels":[{"type":"push","platform":"android","address":"t1"},{"type":"push","platform":"android","address":"t2"},{"type":"push","platform":"ios","address":"t3"}],"data":{"first_name":"Zoë","is_vip":true,"day":"Friday","grade":"A","i8":-128,"u8":255,"i16":-5,"u32":4294967295,"u64":18446744073709551615,"balance":1.10,"score":0.1,"share":0.5,"signed_up":"2024-01-02T03:04:05Z","last_seen":"2024-01-02T03:04:05.12+05:30","session":"1.02:03:04","site":"https://example.com/ä","timezone":-4,"language":"en-AU","userAgent":"Firefox","tags":["a",null],"scores":[0.5,1],"by_year":{"2024":[1,2]},"home":{"city":"Zürich","latitude":47.4},"keys":"Alt, Shift","photo":"AQID","second":null,"weekday":"Friday","since":"2024-01-02","node":[1,null]}}""",
            customer.ToIdentifyRequest().ToJson());
    }

    [Fact]
    public void The_domain_assembly_is_one_for_netstandard_and_the_library_is_not() => Assert.Equal(
        (".NETStandard,Version=v2.0", ".NETCoreApp,Version=v10.0"),
        (OtherBuildsTests.Framework(typeof(Customer).Assembly), OtherBuildsTests.Framework(typeof(IVeroUser).Assembly)));

    [Fact]
    public void What_it_refuses_names_type_and_member()
    {
        var exception = Assert.Throws<VeroSerializationException>(() => new Customer().ToIdentifyRequest());
        Assert.Equal(("Vero.Typed.Tests.NetStandardDomain.Customer", "Id"), (exception.TypeName, exception.MemberName));
    }
}

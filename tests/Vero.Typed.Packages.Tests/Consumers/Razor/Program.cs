using System.Collections.Specialized;
using System.Xml;
using Shop.Web;
using Vero.Typed;

Console.WriteLine(new Member { Number = 7, Points = 3 }.ToIdentifyRequest().ToJson());

var user = new ShopUser { Id = new Guid("33333333-3333-3333-3333-333333333333"), Email = "a@example.com", Nickname = "Ada", ResetToken = "secret" };
user.More["visits"] = 4;
Console.WriteLine(user.ToIdentifyRequest().ToJson());

foreach (object nonsense in new object[] { new XmlDocument(), new NameValueCollection(), new int[2, 2] })
{
    user.More["visits"] = nonsense;
    Console.WriteLine(Failure(() => user.ToIdentifyRequest()));
}

foreach (string data in new[] { "\"timezone\":\"Bern\"", "\"timezone\":600", "\"language\":5", "\"userAgent\":[]", "\"\":1" })
    Console.WriteLine(Failure(() => IdentifyRequest.Parse("{\"id\":\"1\",\"data\":{" + data + "}}")));

static string Failure(Func<IdentifyRequest> request)
{
    try
    {
        return request().ToJson();
    }
    catch (Exception exception) when (exception is VeroSerializationException or FormatException)
    {
        return exception.Message;
    }
}

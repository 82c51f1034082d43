using System.Globalization;

namespace Vero.Typed.Client.Tests.Bulk;

/// <summary>Requests that can be told apart: the email says which one of its id it is.</summary>
internal static class Numbered
{
    public static IdentifyRequest Request(string id, int number = 0)
    {
        int hint = 0;
        var writer = new VeroJsonWriter("Shop.Customer", 0);
        writer.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
        writer.Email(",\"email\":\""u8, string.Create(CultureInfo.InvariantCulture, $"{number}@example.test"), "Email");
        writer.Raw("}"u8);
        return writer.ToIdentifyRequest(ref hint);
    }

    public static int NumberOf(VeroRequest request) => int.Parse(((IdentifyRequest)request).Email!.Split('@')[0], CultureInfo.InvariantCulture);

    public static string NameOf(VeroRequest request) => string.Create(CultureInfo.InvariantCulture, $"{request.UserId}{NumberOf(request)}");

    /// <summary>Requests of these names: <c>a1</c> is the first one of the customer a.</summary>
    public static IEnumerable<IdentifyRequest> Requests(params string[] names) =>
        names.Select(name => Request(name[..1], int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)));

    /// <summary>One request of each of so many customers.</summary>
    public static IEnumerable<IdentifyRequest> Requests(int count) =>
        Enumerable.Range(1, count).Select(id => Request(id.ToString(CultureInfo.InvariantCulture)));
}

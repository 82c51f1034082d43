using Vero.Typed;

namespace Shop.Shape;

internal static class ShapeRun
{
    public static IEnumerable<IdentifyRequest> Requests() =>
    [
        new Lead { Id = 1, Email = "a@example.com" }.ToIdentifyRequest(),
        new Supplier { Id = 2 }.ToIdentifyRequest(),
        new Member(3, 30, "b@example.com", "c@example.com").ToIdentifyRequest(),
        new Customer
        {
            Id = new Guid("11111111-1111-1111-1111-111111111111"), FirstName = "Ada", LastName = "King", Email = "d@example.com", Subscribed = true,
            Balance = 1.5m, Visits = 4,
        }.ToIdentifyRequest(),
        Registry.Visitor(5),
        new Guest { Id = 9 }.ToIdentifyRequest(),
        ((Person)new Vip { Id = 6, Level = 7 }).ToIdentifyRequest(),
        new Reader { Id = 10, Site = new Uri("https://books.example/a"), Books = 2 }.ToIdentifyRequest(),
        new Holder
        {
            Account = new AccountNumber(new Guid("22222222-2222-2222-2222-222222222222")), Mail = new Mailbox("e@example.com", "Eva"),
        }.ToIdentifyRequest(),
        new Device { Id = 8, Channel = new VeroChannel("push", "ios", "token") }.ToIdentifyRequest(),
    ];
}

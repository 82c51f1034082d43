using Shop.Friends;
using Vero.Typed;
using Vero.Typed.Sandbox;

Member member = new() { Id = 3, City = "Zürich", Visits = 4 };
Account account = new SavingsAccount { Number = "CH-1", Interest = 0.5 };
Console.WriteLine(new Customer { Id = 1 }.ToIdentifyRequest().ToJson());
Console.WriteLine(member.ToIdentifyRequest().ToJson());
Console.WriteLine(account.ToIdentifyRequest().ToJson());
#if PLANTED
Customer customer = member;
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
#endif
Shop.Domain.Amount paid = new(12.50m, "CHF");
Console.WriteLine(new Partner { Key = "9", Balance = paid, Payments = [paid, paid] }.ToIdentifyRequest().ToJson());
Console.WriteLine(new PaymentReceived("partner-9", paid).ToTrackRequest().ToJson());

await using VeroSandbox sandbox = await VeroSandbox.StartAsync();
using VeroClient vero = new(new VeroClientOptions { AuthToken = sandbox.AuthToken, BaseAddress = sandbox.BaseAddress });
await vero.TrackAsync(new PaymentReceived("partner-9", paid).ToTrackRequest());
SandboxEvent received = sandbox.EventsOf("partner-9").Single();
Console.WriteLine($"{received.Name}: {received.Data["sum"]}");

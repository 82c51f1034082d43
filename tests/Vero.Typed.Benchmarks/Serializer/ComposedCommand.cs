using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>What events, paths and converters cost beside the identify request, or the hand-written properties, that they are compared with.</summary>
internal static class ComposedCommand
{
    public const string Name = "composed";

    public static int Run()
    {
        var customer = CustomerOfTraits.From(Customers.Typical);
        var tracked = CustomerEvent.From(Customers.Typical);
        Money balance = new(1204.50m, "AUD");
        Money spent = new(90.10m, "AUD");
        Address home = Customers.Shopper.Home;
        List<Order> orders = Customers.Shopper.Orders;
        var account = new Account { Id = 48213, Home = home, Orders = orders, Balance = balance, Spent = spent };
        var byHand = new AccountByHand { Id = 48213, Home = home, Orders = orders, Balance = balance, Spent = spent };

        Check(Data(customer.ToIdentifyRequest().Utf8Json), Data(tracked.ToTrackRequest().Utf8Json));
        Check(Data(byHand.ToIdentifyRequest().Utf8Json), Data(account.ToIdentifyRequest().Utf8Json));

        var buffer = new ArrayBufferWriter<byte>(16_384);
        Print("ToTrackRequest / ToIdentifyRequest, same members", customer.ToIdentifyRequest, tracked.ToTrackRequest);
        Print("WriteTrackRequest / WriteIdentifyRequest", Into(customer.WriteIdentifyRequest), Into(tracked.WriteTrackRequest));
        Print("paths and a converter / hand-written properties, ToIdentifyRequest", byHand.ToIdentifyRequest, account.ToIdentifyRequest);
        Print("paths and a converter / hand-written properties, WriteIdentifyRequest", Into(byHand.WriteIdentifyRequest), Into(account.WriteIdentifyRequest));
        return 0;

        Func<object?> Into(Action<IBufferWriter<byte>> write) => () =>
        {
            buffer.ResetWrittenCount();
            write(buffer);
            return null;
        };
    }

    private static void Print(string name, Func<object?> baseline, Func<object?> compared)
    {
        IReadOnlyList<Measured> measured = Interleaved.Measure([baseline, compared]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | 1.00, {measured[0].Allocated} B | {measured[1].Ratio:0.00}, {measured[1].Allocated} B |"));
    }

    private static JsonElement Data(ReadOnlyMemory<byte> body) => JsonElement.Parse(body.Span).GetProperty("data");

    // Nothing is timed before both say the same.
    private static void Check(JsonElement expected, JsonElement actual)
    {
        if (!JsonElement.DeepEquals(expected, actual))
            throw new InvalidOperationException($"Another body: {expected} and {actual}");
    }
}

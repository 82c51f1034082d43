using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>An event beside a user with the same members and beside System.Text.Json; paths and converters beside properties that do the same by hand.</summary>
internal static class Comparisons
{
    public static void Report()
    {
        var purchase = new Purchase();
        var purchaser = new Purchaser();
        var byPaths = new HouseholdByPaths();
        var byHand = new HouseholdByHand();
        var buffer = new ArrayBufferWriter<byte>(16_384);

        PurchaseDto dto = PurchaseDto.From(purchase);
        Same(JsonSerializer.SerializeToUtf8Bytes(dto, IdentifyJsonContext.Default.PurchaseDto), purchase.ToTrackRequest().Utf8Json.Span);
        Same(
            JsonSerializer.SerializeToUtf8Bytes(dto.Data, IdentifyJsonContext.Default.PurchaseDataDto),
            JsonSerializer.SerializeToUtf8Bytes(JsonElement.Parse(purchaser.ToIdentifyRequest().Utf8Json.Span).GetProperty("data")));
        Same(byHand.ToIdentifyRequest().Utf8Json.Span, byPaths.ToIdentifyRequest().Utf8Json.Span);

        Console.WriteLine("| compared | time | allocated |");
        Console.WriteLine("|---|---:|---:|");
        Print(
            ("System.Text.Json generated, fast path, of an event", () => JsonSerializer.SerializeToUtf8Bytes(PurchaseDto.From(purchase), IdentifyJsonContext.Default.PurchaseDto)),
            ("**ToTrackRequest**", purchase.ToTrackRequest),
            ("**WriteTrackRequest**, to a reused buffer", () => Into(purchase.WriteTrackRequest)));
        Print(("ToIdentifyRequest of the same members", purchaser.ToIdentifyRequest), ("**ToTrackRequest**", purchase.ToTrackRequest));
        Print(
            ("WriteIdentifyRequest of the same members", () => Into(purchaser.WriteIdentifyRequest)),
            ("**WriteTrackRequest**", () => Into(purchase.WriteTrackRequest)));
        Print(("properties written by hand", byHand.ToIdentifyRequest), ("**paths and converters**", byPaths.ToIdentifyRequest));

        object? Into(Action<IBufferWriter<byte>> write)
        {
            buffer.ResetWrittenCount();
            write(buffer);
            return null;
        }
    }

    private static void Print(params (string Name, Func<object?> Run)[] ways)
    {
        IReadOnlyList<Measured> measured = Interleaved.Measure([.. ways.Select(static way => way.Run)]);
        foreach (((string name, _), Measured result) in ways.Zip(measured))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {result.Ratio:0.00} | {result.Allocated} B |"));
    }

    private static void Same(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)))
            throw new InvalidOperationException($"{JsonElement.Parse(expected)} and {JsonElement.Parse(actual)} are to be the same.");
    }
}

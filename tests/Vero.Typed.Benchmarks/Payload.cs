using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Vero.Typed.Benchmarks;

/// <summary>A customer, and both ways to its body.</summary>
public abstract class Payload(string name)
{
    public static IReadOnlyList<Payload> All { get; } =
    [
        new LeadPayload("small", Customers.Small),
        new CustomerPayload("typical", Customers.Typical),
        new CustomerPayload("non-ASCII", Customers.NonAscii),
        new CustomerPayload("escape-heavy", Customers.EscapeHeavy),
    ];

    public byte[] Finished { get; private set; } = [];

    public abstract byte[] SystemTextJson();

    public abstract void SystemTextJson(IBufferWriter<byte> destination);

    public abstract IdentifyRequest Vero();

    public abstract void Vero(IBufferWriter<byte> destination);

    /// <summary>Nothing is timed before all four bodies say the same.</summary>
    public void Check()
    {
        Finished = Vero().Utf8Json.ToArray();
        byte[] theirs = SystemTextJson();
        var veroBuffer = new ArrayBufferWriter<byte>();
        Vero(veroBuffer);
        var theirBuffer = new ArrayBufferWriter<byte>();
        SystemTextJson(theirBuffer);

        foreach (ReadOnlyMemory<byte> other in (ReadOnlyMemory<byte>[])[theirs, veroBuffer.WrittenMemory, theirBuffer.WrittenMemory])
        {
            using JsonDocument ours = JsonDocument.Parse(Finished);
            using JsonDocument compared = JsonDocument.Parse(other);
            if (!JsonElement.DeepEquals(ours.RootElement, compared.RootElement))
                throw new InvalidOperationException($"The bodies of '{name}' differ: {ours.RootElement} and {compared.RootElement}");
        }

        Console.WriteLine($"{name}: the same content in {Finished.Length} bytes, by System.Text.Json in {theirs.Length}, ratio {(double)Finished.Length / theirs.Length:0.00}");
    }

    public override string ToString() => name;

    private sealed class CustomerPayload(string name, Customer customer) : Payload(name)
    {
        public override byte[] SystemTextJson() =>
            JsonSerializer.SerializeToUtf8Bytes(IdentifyDto.From(customer), IdentifyJsonContext.Default.IdentifyDto);

        public override void SystemTextJson(IBufferWriter<byte> destination) =>
            Write(destination, IdentifyDto.From(customer), IdentifyJsonContext.Default.IdentifyDto);

        public override IdentifyRequest Vero() => customer.ToIdentifyRequest();

        public override void Vero(IBufferWriter<byte> destination) => customer.WriteIdentifyRequest(destination);
    }

    private sealed class LeadPayload(string name, Lead lead) : Payload(name)
    {
        public override byte[] SystemTextJson() =>
            JsonSerializer.SerializeToUtf8Bytes(LeadDto.From(lead), IdentifyJsonContext.Default.LeadDto);

        public override void SystemTextJson(IBufferWriter<byte> destination) =>
            Write(destination, LeadDto.From(lead), IdentifyJsonContext.Default.LeadDto);

        public override IdentifyRequest Vero() => lead.ToIdentifyRequest();

        public override void Vero(IBufferWriter<byte> destination) => lead.WriteIdentifyRequest(destination);
    }

    // The cheapest way there is: the writer is kept from call to call, as System.Text.Json itself does inside.
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static void Write<T>(IBufferWriter<byte> destination, T dto, JsonTypeInfo<T> type)
    {
        Utf8JsonWriter writer = _writer ??= new Utf8JsonWriter(destination, new JsonWriterOptions { SkipValidation = true });
        writer.Reset(destination);
        JsonSerializer.Serialize(writer, dto, type);
        writer.Flush();
    }
}

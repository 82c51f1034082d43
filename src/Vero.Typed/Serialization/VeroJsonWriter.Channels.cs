using System.Runtime.CompilerServices;

namespace Vero.Typed;

// Entries of channels. Vero requires type, platform and address.
public ref partial struct VeroJsonWriter
{
    /// <summary>Writes one channel.</summary>
    /// <param name="name">Comma, opening brace, type and platform, the key of the address, colon, opening quote.</param>
    /// <param name="address">The device token; null writes nothing, empty or blank throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Channel(scoped ReadOnlySpan<byte> name, string? address, string member)
    {
        if (address is null)
        {
            Skip();
            return;
        }

        if (string.IsNullOrWhiteSpace(address))
            throw IncompleteChannel(member);

        TextAndQuote(name, address.AsSpan());
        Raw("}"u8);
    }

    /// <summary>Writes one channel for each address.</summary>
    /// <param name="name">Comma, opening brace, type and platform, the key of the address, colon, opening quote.</param>
    /// <param name="addresses">The device tokens; null, and a null among them, writes nothing, an empty or blank one throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Channels(scoped ReadOnlySpan<byte> name, IEnumerable<string?>? addresses, string member)
    {
        switch (addresses)
        {
            case null:
                return;

            // The two that nearly everybody uses are read without an enumerator on the heap.
            case string?[] array:
                foreach (string? address in array)
                    Channel(name, address, member);
                return;
            case List<string?> list:
                foreach (string? address in list)
                    Channel(name, address, member);
                return;
            case ValueType when RunTimeCollections.IsUnset(addresses):
                return;
            default:
                foreach (string? address in addresses)
                    Channel(name, address, member);
                return;
        }
    }

    /// <summary>Writes one channel.</summary>
    /// <param name="value">The channel; null writes nothing, an incomplete one throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Channel(VeroChannel? value, string member)
    {
        if (value is null)
        {
            Skip();
            return;
        }

        if (string.IsNullOrWhiteSpace(value.Type) || string.IsNullOrWhiteSpace(value.Platform) || string.IsNullOrWhiteSpace(value.Address))
            throw IncompleteChannel(member);

        TextAndQuote(",{\"type\":\""u8, value.Type.AsSpan());
        TextAndQuote(",\"platform\":\""u8, value.Platform.AsSpan());
        Channel(",\"address\":\""u8, value.Address, member);
    }

    /// <summary>Writes channels.</summary>
    /// <param name="values">The channels; null, and a null among them, writes nothing, an incomplete one throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Channels(IEnumerable<VeroChannel?>? values, string member)
    {
        switch (values)
        {
            case null:
                return;
            case VeroChannel?[] array:
                foreach (VeroChannel? value in array)
                    Channel(value, member);
                return;
            case List<VeroChannel?> list:
                foreach (VeroChannel? value in list)
                    Channel(value, member);
                return;
            case ValueType when RunTimeCollections.IsUnset(values):
                return;
            default:
                foreach (VeroChannel? value in values)
                    Channel(value, member);
                return;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException IncompleteChannel(string member) =>
        Problem(member, ValueProblems.ChannelIncomplete);
}

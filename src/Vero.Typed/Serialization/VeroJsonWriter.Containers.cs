namespace Vero.Typed;

// Arrays and objects inside a value. Like data, they are opened at the end: the first comma becomes the bracket.
public ref partial struct VeroJsonWriter
{
    /// <summary>Opens an array or an object.</summary>
    /// <param name="name">Comma, key, colon; only the comma in an array.</param>
    /// <returns>The place to close it at.</returns>
    public int Begin(scoped ReadOnlySpan<byte> name)
    {
        Raw(name);
        return _length;
    }

    /// <summary>Closes an array; one without items is sent as such.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    public void EndArray(int start) => EndContainer(start, (byte)'[', "[]"u8);

    /// <summary>Closes an object; one without members is sent as such.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    public void EndObject(int start)
    {
        _within = null;
        EndContainer(start, (byte)'{', "{}"u8);
    }

    /// <summary>Says which member of an object is written next, for messages.</summary>
    /// <param name="within">The name of the object's type and of the member.</param>
    public void Within(string within) => _within = within;

    /// <summary>Closes an object whose keys are known only at run time: no key may be there twice.</summary>
    /// <param name="start">What <see cref="Begin"/> returned.</param>
    /// <param name="member">The member, for the message.</param>
    public void EndDictionary(int start, string member)
    {
        if (HasKeyTwice(start))
            throw Problem(member, ValueProblems.DuplicateKey);
        EndContainer(start, (byte)'{', "{}"u8);
    }

    /// <summary>Writes a null where a value wrote nothing because it is null.</summary>
    /// <param name="start">Where the value would begin.</param>
    /// <param name="json">The null with all that comes before it.</param>
    public void NullIfNothing(int start, scoped ReadOnlySpan<byte> json)
    {
        if (_length == start)
            Raw(json);
    }

    private void EndContainer(int start, byte open, scoped ReadOnlySpan<byte> pair)
    {
        if (_length == start)
        {
            Raw(pair);
            return;
        }

        _buffer[start] = open;
        Raw(pair.Slice(1));
    }
}

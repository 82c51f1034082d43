using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Vero.Typed;

// Id and email, with the checks that Vero makes too late or not at all. None of it is inlined: it is the largest and the first in every
// body, and would use up what the JIT inlines into one method, so that spans and Raw would be calls. A small body would take a quarter longer.
public ref partial struct VeroJsonWriter
{
    /// <summary>Writes the id. It must be written first.</summary>
    /// <param name="name">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="value">The id; throws if it is missing, too long, not valid Unicode, or contains invisible characters.</param>
    /// <param name="allowDefault">Whether a string such as <c>0</c> or <c>null</c> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(scoped ReadOnlySpan<byte> name, string? value, bool allowDefault, string member)
    {
        // Nearly every id is plain. One pass says so, and writes it.
        if (_isWarm && value is { Length: > 0 and <= VeroContract.MaxTextLength } && (allowDefault || !VeroContract.StandsForNoId(value))
            && PlainTextAndQuote(name, value.AsSpan(), PlainText.Visible) == value.Length)
        {
            return;
        }

        IdFault fault = VeroContract.CheckId(value, allowDefault);
        if (fault != IdFault.None)
            throw Problem(member, ValueProblems.Of(fault));
        TextAndQuote(name, value.AsSpan());
    }

    /// <summary>Writes the id.</summary>
    /// <param name="name">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether 0 is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(scoped ReadOnlySpan<byte> name, long? value, bool allowDefault, string member)
    {
        if (value is not { } number)
            throw Problem(member, ValueProblems.IdMissing);
        if (number == 0 && !allowDefault)
            throw Problem(member, ValueProblems.IdZero);

        AppendQuoted(name, number);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="name">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether 0 is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(scoped ReadOnlySpan<byte> name, ulong? value, bool allowDefault, string member)
    {
        if (value is not { } number)
            throw Problem(member, ValueProblems.IdMissing);
        if (number == 0 && !allowDefault)
            throw Problem(member, ValueProblems.IdZero);

        AppendQuoted(name, number);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="name">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="value">The id.</param>
    /// <param name="allowDefault">Whether <see cref="Guid.Empty"/> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(scoped ReadOnlySpan<byte> name, Guid value, bool allowDefault, string member)
    {
        if (value == Guid.Empty && !allowDefault)
            throw Problem(member, ValueProblems.IdEmptyGuid);

        AppendQuoted(name, value);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="name">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether <see cref="Guid.Empty"/> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Id(scoped ReadOnlySpan<byte> name, Guid? value, bool allowDefault, string member)
    {
        if (value is not { } guid)
            throw Problem(member, ValueProblems.IdMissing);
        Id(name, guid, allowDefault, member);
    }

    /// <summary>Writes the email address; null and empty write nothing.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The address; throws if it is too long or cannot be an email address.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Email(scoped ReadOnlySpan<byte> name, string? value, string member)
    {
        if (string.IsNullOrEmpty(value))
            return;
        // Nearly every address is: plain, @, plain. To look for the @ in what was just written would wait for it to be written.
        int at = value!.IndexOf('@');
        if (_isWarm && at > 0 && at < value.Length - 1 && value.Length <= VeroContract.MaxTextLength && value.IndexOf('@', at + 1) < 0
            && PlainTextAndQuote(name, value.AsSpan(), PlainText.Visible) == value.Length)
        {
            return;
        }

        EmailFault fault = VeroContract.CheckEmail(value!);
        if (fault != EmailFault.None)
            throw Problem(member, ValueProblems.Of(fault));
        TextAndQuote(name, value.AsSpan());
    }

    /// <summary>Writes the id and the email address of an identity.</summary>
    /// <param name="idName">The JSON that opens the body, up to the opening quote of the id.</param>
    /// <param name="emailName">Comma, key, colon, opening quote.</param>
    /// <param name="value">The identity; <c>default</c> throws.</param>
    /// <param name="member">The member or parameter, for the message.</param>
    public void Identity(scoped ReadOnlySpan<byte> idName, scoped ReadOnlySpan<byte> emailName, VeroIdentity value, string member)
    {
        Id(idName, value, member);
        Email(emailName, value.Email, member);
    }

    // It was made by the annotated type, which knows whether a default is allowed, or by hand, as a raw id.
    internal void Id(scoped ReadOnlySpan<byte> name, VeroIdentity value, string member)
    {
        if (value.Id is null)
            throw Problem(member, ValueProblems.IdentityDefault);
        Id(name, value.Id, allowDefault: true, member);
    }

    /// <summary>Ends a body of which only <c>{"id":"...","email":"..."</c> was written: who the user is, with all checks of the type applied.</summary>
    /// <returns>The identity.</returns>
    public VeroIdentity ToIdentity()
    {
        Raw("}"u8);
        var reader = new Utf8JsonReader(_buffer.Slice(0, _length));
        string? id = null;
        string? email = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String)
                continue;
            if (id is null)
                id = reader.GetString();
            else
                email = reader.GetString();
        }

        int sizeHint = _length;
        Finish(ref sizeHint);
        return new VeroIdentity(id!, email);
    }
}

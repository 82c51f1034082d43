using System.Net;
using System.Text;
using System.Text.Json;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Messages of servers that repeat the credential and the user's data in other forms than they were sent in.</summary>
public sealed class HiddenSecretTests
{
    private static readonly Dictionary<string, Func<string, byte[]>> Forms = new()
    {
        ["as it is"] = static secret => Json(secret),
        ["one byte that is not UTF-8 in the middle"] = static secret => Insert(Json(secret), secret, 0xFF),
        ["one byte that is not UTF-8 elsewhere"] = static secret => Insert(Json($"{secret} xyz"), "xyz", 0xFF),
        ["HTML entities"] = static secret => Json(string.Concat(secret.Select(static c => $"&#{(int)c};"))),
        ["some HTML entities"] = static secret => Json(secret.Replace("@", "&commat;", StringComparison.Ordinal).Replace(".", "&#46;", StringComparison.Ordinal).Replace("+", "&#x2B;", StringComparison.Ordinal)),
        ["HTML twice"] = static secret => Json(WebUtility.HtmlEncode(string.Concat(secret.Select(static c => $"&#{(int)c};")))),
        ["percent-encoded"] = static secret => Json(Uri.EscapeDataString(secret)),
        ["every character percent-encoded"] = static secret => Json(Percent(secret)),
        ["percent-encoded twice"] = static secret => Json(Uri.EscapeDataString(Percent(secret))),
        ["percent-encoded three times"] = static secret => Json(Uri.EscapeDataString(Uri.EscapeDataString(Percent(secret)))),
        ["JSON in JSON"] = static secret => Json(string.Concat(secret.Select(static c => $"\\u{(int)c:x4}"))),
        ["invisible characters between"] = static secret => Json(string.Join('\u200B', secret.ToCharArray())),
        ["fillers between"] = static secret => Json(string.Join('\u3164', secret.ToCharArray())),
        ["variation selectors between"] = static secret => Json(string.Join('\uFE0F', secret.ToCharArray())),
        ["tags between"] = static secret => Json(string.Join("\U000E0041", secret.ToCharArray())),
        ["blanks between"] = static secret => Json(string.Join(' ', secret.ToCharArray())),
        ["wide letters"] = static secret => Json(string.Concat(secret.Select(static c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c))),
        ["upper case"] = static secret => Json(secret.ToUpperInvariant()),
        ["encoded ten times"] = static secret => Json(Enumerable.Range(0, 10).Aggregate(Percent(secret), static (text, _) => Uri.EscapeDataString(text))),
    };

    public static MatrixTheoryData<string, bool> Cases => new(Forms.Keys, [true, false]);

    [Theory]
    [MemberData(nameof(Cases))]
    [FaultRow(69)]
    public async Task A_secret_is_shown_in_no_form(string form, bool isToken)
    {
        string secret = isToken ? Clients.Token : Clients.Email;
        await using var server = new LoopbackServer { Respond = Answer(400, Forms[form](secret)) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);

        string readable = Readable(exception.ToString() + exception.VeroMessage);
        Assert.DoesNotContain(Letters(secret), Letters(readable), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\uFFFD", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bad Request")]
    [InlineData("The resource doesn't exist")]
    [InlineData("email can't be longer than 255 characters, 100% sure")]
    [InlineData("Ung\u00FCltige Anfrage: \u20AC, \u4E2D\u6587 & <b>")]
    [InlineData("a %zz b \\u00zz")]
    public async Task A_message_without_secrets_is_shown(string message)
    {
        await using var server = new LoopbackServer { Respond = Answer(400, Json(message)) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);

        Assert.Equal(message, exception.VeroMessage);
    }

    [Fact]
    [FaultRow(76)]
    public void Cleaning_a_hostile_text_allocates_little()
    {
        var secrets = new SecretText();
        secrets.Add(Clients.Token);
        secrets.Add(Clients.EncodedToken);
        secrets.AddValuesOf(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 5_000).Select(static i => $"\"value-{i}\""))}]"));
        string hostile = string.Concat(Enumerable.Repeat("%61", 700));
        secrets.Clean(hostile, 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        secrets.Clean(hostile, 200);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    private static byte[] Json(string message) => JsonSerializer.SerializeToUtf8Bytes(new { status = 400, message });

    private static byte[] Insert(byte[] json, string secret, byte extra)
    {
        int at = json.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret[^3..])) + 1;
        return at == 0 ? [.. json[..^3], extra, .. json[^3..]] : [.. json[..at], extra, .. json[at..]];
    }

    private static string Percent(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(static b => $"%{b:x2}"));

    // As a patient reader would.
    private static string Readable(string text)
    {
        for (int i = 0; i < 20; i++)
            text = System.Text.RegularExpressions.Regex.Unescape(WebUtility.HtmlDecode(Uri.UnescapeDataString(text)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\\\\u", "\\u", StringComparison.Ordinal)).Normalize(NormalizationForm.FormKC);
        return text;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}

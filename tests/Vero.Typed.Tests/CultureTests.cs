using System.Globalization;

namespace Vero.Typed.Tests;

/// <summary>The culture of the thread must not change a byte.</summary>
public class CultureTests
{
    public static TheoryData<string> Cultures => ["sv-SE", "fa-IR", "th-TH", "ar-SA", "tr-TR", "fi-FI"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_current_culture_does_not_change_a_byte(string name)
    {
        string invariant = In(CultureInfo.InvariantCulture, EverythingNegative);
        Assert.Equal(invariant, In(CultureInfo.GetCultureInfo(name), EverythingNegative));
        Assert.Equal(
            """{"id":"-42","email":"I.i@example.com","data":{"a":-1234567,"b":-1234.50,"c":-1234.5,"d":-1E-05,"e":"2024-01-02T03:04:05.5Z","f":"2024-01-02T03:04:05-03:30","g":"-1.02:03:04","h":"2024-01-02","i":"03:04:05","j":"tr-TR","timezone":-4}}""",
            invariant);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_current_culture_does_not_change_a_message_or_a_text(string name)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(name);
        Assert.Equal(
            In(CultureInfo.InvariantCulture, static () => new IdentifyRequest(new byte[1234]).ToString()),
            In(culture, static () => new IdentifyRequest(new byte[1234]).ToString()));
        Assert.Equal(
            In(CultureInfo.InvariantCulture, static () => Body.RefusedTrait("Zone", (ref w) => w.Timezone(-13, "Zone")).Message),
            In(culture, static () => Body.RefusedTrait("Zone", (ref w) => w.Timezone(-13, "Zone")).Message));
    }

    // The control: these cultures do format numbers or dates in their own way here, or the tests above would prove nothing.
    [Fact]
    public void The_cultures_differ_where_no_culture_is_given()
    {
        Assert.Equal("\u22125", In(CultureInfo.GetCultureInfo("sv-SE"), static () => $"{-5}"));
        Assert.Equal("1,5", In(CultureInfo.GetCultureInfo("fi-FI"), static () => $"{1.5}"));
        Assert.StartsWith("2567", In(CultureInfo.GetCultureInfo("th-TH"), static () => $"{new DateTime(2024, 1, 2):yyyy}"), StringComparison.Ordinal);
        Assert.NotEqual("-5", In(CultureInfo.GetCultureInfo("fa-IR"), static () => $"{-5}"));
        Assert.NotEqual("2024", In(CultureInfo.GetCultureInfo("ar-SA"), static () => $"{new DateTime(2024, 1, 2):yyyy}"));
        Assert.Equal("ı", In(CultureInfo.GetCultureInfo("tr-TR"), static () => CultureInfo.CurrentCulture.TextInfo.ToLower("I")));
    }

    private static string EverythingNegative() => Body.Of((ref w) =>
    {
        w.Id(-42L, false, "Id");
        w.Email("I.i@example.com", "Email");
        int d = w.BeginData();
        w.Member(",\"a\":"u8, -1234567L);
        w.Member(",\"b\":"u8, -1234.50m);
        w.Member(",\"c\":"u8, -1234.5, "C");
        w.Member(",\"d\":"u8, -1e-5f, "D");
        w.Member(",\"e\":\""u8, new DateTime(2024, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc));
        w.Member(",\"f\":\""u8, new DateTimeOffset(2024, 1, 2, 3, 4, 5, new TimeSpan(-3, -30, 0)));
        w.Member(",\"g\":\""u8, -new TimeSpan(1, 2, 3, 4));
        w.Member(",\"h\":\""u8, new DateOnly(2024, 1, 2));
        w.Member(",\"i\":\""u8, new TimeOnly(3, 4, 5));
        w.Member(",\"j\":\""u8, CultureInfo.GetCultureInfo("tr-TR"));
        w.Timezone(new TimeSpan(-3, -30, 0), "Zone");
        w.EndData(d);
    }).ToJson();

    private static string In(CultureInfo culture, Func<string> make)
    {
        (CultureInfo culture, CultureInfo ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            return make();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}

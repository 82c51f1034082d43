namespace Vero.Typed.Tests;

/// <summary>The calls of the writer with the JSON that generated code of an identify request has.</summary>
internal static class IdentifyCalls
{
    public static void Id(this ref VeroJsonWriter w, string? value, string member) => w.Id("{\"id\":\""u8, value, allowDefault: false, member);

    public static void Id(this ref VeroJsonWriter w, long? value, bool allowDefault, string member) => w.Id("{\"id\":\""u8, value, allowDefault, member);

    public static void Id(this ref VeroJsonWriter w, ulong? value, bool allowDefault, string member) => w.Id("{\"id\":\""u8, value, allowDefault, member);

    public static void Id(this ref VeroJsonWriter w, Guid? value, bool allowDefault, string member) => w.Id("{\"id\":\""u8, value, allowDefault, member);

    public static void Email(this ref VeroJsonWriter w, string? value, string member) => w.Email(",\"email\":\""u8, value, member);

    public static void Timezone(this ref VeroJsonWriter w, long? value, string member) => w.Timezone(",\"timezone\":"u8, value, member);

    public static void Timezone(this ref VeroJsonWriter w, ulong? value, string member) => w.Timezone(",\"timezone\":"u8, value, member);

    public static void Timezone(this ref VeroJsonWriter w, TimeSpan? value, string member) => w.Timezone(",\"timezone\":"u8, value, member);

    public static void Timezone(this ref VeroJsonWriter w, TimeZoneInfo? value, string member) => w.Timezone(",\"timezone\":"u8, value, member);
}

using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>What a user of System.Text.Json would write for a <see cref="Survey"/>.</summary>
public sealed class SurveyDto
{
    public required string Id { get; init; }

    public required SurveyDataDto Data { get; init; }

    public static SurveyDto From(Survey survey) => new()
    {
        Id = survey.Id.ToString(CultureInfo.InvariantCulture),
        Data = new SurveyDataDto
        {
            Answer01 = survey.Answer01,
            Answer02 = survey.Answer02,
            Answer03 = survey.Answer03,
            Answer04 = survey.Answer04,
            Answer05 = survey.Answer05,
            Answer06 = survey.Answer06,
            Answer07 = survey.Answer07,
            Answer08 = survey.Answer08,
            Answer09 = survey.Answer09,
            Answer10 = survey.Answer10,
            Answer11 = survey.Answer11,
            Answer12 = survey.Answer12,
            Answer13 = survey.Answer13,
            Answer14 = survey.Answer14,
            Answer15 = survey.Answer15,
            Answer16 = survey.Answer16,
            Answer17 = survey.Answer17,
            Answer18 = survey.Answer18,
            Answer19 = survey.Answer19,
            Answer20 = survey.Answer20,
            Answer21 = survey.Answer21,
            Answer22 = survey.Answer22,
            Answer23 = survey.Answer23,
            Answer24 = survey.Answer24,
            Answer25 = survey.Answer25,
            Answer26 = survey.Answer26,
            Answer27 = survey.Answer27,
            Answer28 = survey.Answer28,
            Answer29 = survey.Answer29,
            Answer30 = survey.Answer30,
            Answer31 = survey.Answer31,
            Answer32 = survey.Answer32,
            Answer33 = survey.Answer33,
            Answer34 = survey.Answer34,
            Answer35 = survey.Answer35,
            Answer36 = survey.Answer36,
            Answer37 = survey.Answer37,
            Answer38 = survey.Answer38,
            Answer39 = survey.Answer39,
            Answer40 = survey.Answer40,
            Answer41 = survey.Answer41,
            Answer42 = survey.Answer42,
            Answer43 = survey.Answer43,
            Answer44 = survey.Answer44,
            Answer45 = survey.Answer45,
            Answer46 = survey.Answer46,
            Answer47 = survey.Answer47,
            Answer48 = survey.Answer48,
            Answer49 = survey.Answer49,
            Answer50 = survey.Answer50,
        },
    };

    public static Dictionary<string, object?> DictionaryOf(Survey survey) => new()
    {
        ["id"] = survey.Id.ToString(CultureInfo.InvariantCulture),
        ["data"] = new Dictionary<string, object?>
        {
            ["answer01"] = survey.Answer01,
            ["answer02"] = survey.Answer02,
            ["answer03"] = survey.Answer03,
            ["answer04"] = survey.Answer04,
            ["answer05"] = survey.Answer05,
            ["answer06"] = survey.Answer06,
            ["answer07"] = survey.Answer07,
            ["answer08"] = survey.Answer08,
            ["answer09"] = survey.Answer09,
            ["answer10"] = survey.Answer10,
            ["answer11"] = survey.Answer11,
            ["answer12"] = survey.Answer12,
            ["answer13"] = survey.Answer13,
            ["answer14"] = survey.Answer14,
            ["answer15"] = survey.Answer15,
            ["answer16"] = survey.Answer16,
            ["answer17"] = survey.Answer17,
            ["answer18"] = survey.Answer18,
            ["answer19"] = survey.Answer19,
            ["answer20"] = survey.Answer20,
            ["answer21"] = survey.Answer21,
            ["answer22"] = survey.Answer22,
            ["answer23"] = survey.Answer23,
            ["answer24"] = survey.Answer24,
            ["answer25"] = survey.Answer25,
            ["answer26"] = survey.Answer26,
            ["answer27"] = survey.Answer27,
            ["answer28"] = survey.Answer28,
            ["answer29"] = survey.Answer29,
            ["answer30"] = survey.Answer30,
            ["answer31"] = survey.Answer31,
            ["answer32"] = survey.Answer32,
            ["answer33"] = survey.Answer33,
            ["answer34"] = survey.Answer34,
            ["answer35"] = survey.Answer35,
            ["answer36"] = survey.Answer36,
            ["answer37"] = survey.Answer37,
            ["answer38"] = survey.Answer38,
            ["answer39"] = survey.Answer39,
            ["answer40"] = survey.Answer40,
            ["answer41"] = survey.Answer41,
            ["answer42"] = survey.Answer42,
            ["answer43"] = survey.Answer43,
            ["answer44"] = survey.Answer44,
            ["answer45"] = survey.Answer45,
            ["answer46"] = survey.Answer46,
            ["answer47"] = survey.Answer47,
            ["answer48"] = survey.Answer48,
            ["answer49"] = survey.Answer49,
            ["answer50"] = survey.Answer50,
        },
    };

    public static void Write(Utf8JsonWriter writer, Survey survey)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, survey.Id.ToString(CultureInfo.InvariantCulture));
        writer.WriteStartObject("data"u8);
        writer.WriteString("answer01"u8, survey.Answer01);
        writer.WriteString("answer02"u8, survey.Answer02);
        writer.WriteString("answer03"u8, survey.Answer03);
        writer.WriteString("answer04"u8, survey.Answer04);
        writer.WriteString("answer05"u8, survey.Answer05);
        writer.WriteString("answer06"u8, survey.Answer06);
        writer.WriteString("answer07"u8, survey.Answer07);
        writer.WriteString("answer08"u8, survey.Answer08);
        writer.WriteString("answer09"u8, survey.Answer09);
        writer.WriteString("answer10"u8, survey.Answer10);
        writer.WriteString("answer11"u8, survey.Answer11);
        writer.WriteString("answer12"u8, survey.Answer12);
        writer.WriteString("answer13"u8, survey.Answer13);
        writer.WriteString("answer14"u8, survey.Answer14);
        writer.WriteString("answer15"u8, survey.Answer15);
        writer.WriteString("answer16"u8, survey.Answer16);
        writer.WriteString("answer17"u8, survey.Answer17);
        writer.WriteString("answer18"u8, survey.Answer18);
        writer.WriteString("answer19"u8, survey.Answer19);
        writer.WriteString("answer20"u8, survey.Answer20);
        writer.WriteString("answer21"u8, survey.Answer21);
        writer.WriteString("answer22"u8, survey.Answer22);
        writer.WriteString("answer23"u8, survey.Answer23);
        writer.WriteString("answer24"u8, survey.Answer24);
        writer.WriteString("answer25"u8, survey.Answer25);
        writer.WriteString("answer26"u8, survey.Answer26);
        writer.WriteString("answer27"u8, survey.Answer27);
        writer.WriteString("answer28"u8, survey.Answer28);
        writer.WriteString("answer29"u8, survey.Answer29);
        writer.WriteString("answer30"u8, survey.Answer30);
        writer.WriteString("answer31"u8, survey.Answer31);
        writer.WriteString("answer32"u8, survey.Answer32);
        writer.WriteString("answer33"u8, survey.Answer33);
        writer.WriteString("answer34"u8, survey.Answer34);
        writer.WriteString("answer35"u8, survey.Answer35);
        writer.WriteString("answer36"u8, survey.Answer36);
        writer.WriteString("answer37"u8, survey.Answer37);
        writer.WriteString("answer38"u8, survey.Answer38);
        writer.WriteString("answer39"u8, survey.Answer39);
        writer.WriteString("answer40"u8, survey.Answer40);
        writer.WriteString("answer41"u8, survey.Answer41);
        writer.WriteString("answer42"u8, survey.Answer42);
        writer.WriteString("answer43"u8, survey.Answer43);
        writer.WriteString("answer44"u8, survey.Answer44);
        writer.WriteString("answer45"u8, survey.Answer45);
        writer.WriteString("answer46"u8, survey.Answer46);
        writer.WriteString("answer47"u8, survey.Answer47);
        writer.WriteString("answer48"u8, survey.Answer48);
        writer.WriteString("answer49"u8, survey.Answer49);
        writer.WriteString("answer50"u8, survey.Answer50);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

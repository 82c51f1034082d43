namespace Vero.Typed.Benchmarks.Serializer;

public sealed class SurveyDataDto
{
    public string? Answer01 { get; init; }
    public string? Answer02 { get; init; }
    public string? Answer03 { get; init; }
    public string? Answer04 { get; init; }
    public string? Answer05 { get; init; }
    public string? Answer06 { get; init; }
    public string? Answer07 { get; init; }
    public string? Answer08 { get; init; }
    public string? Answer09 { get; init; }
    public string? Answer10 { get; init; }
    public string? Answer11 { get; init; }
    public string? Answer12 { get; init; }
    public string? Answer13 { get; init; }
    public string? Answer14 { get; init; }
    public string? Answer15 { get; init; }
    public string? Answer16 { get; init; }
    public string? Answer17 { get; init; }
    public string? Answer18 { get; init; }
    public string? Answer19 { get; init; }
    public string? Answer20 { get; init; }
    public string? Answer21 { get; init; }
    public string? Answer22 { get; init; }
    public string? Answer23 { get; init; }
    public string? Answer24 { get; init; }
    public string? Answer25 { get; init; }
    public string? Answer26 { get; init; }
    public string? Answer27 { get; init; }
    public string? Answer28 { get; init; }
    public string? Answer29 { get; init; }
    public string? Answer30 { get; init; }
    public string? Answer31 { get; init; }
    public string? Answer32 { get; init; }
    public string? Answer33 { get; init; }
    public string? Answer34 { get; init; }
    public string? Answer35 { get; init; }
    public string? Answer36 { get; init; }
    public string? Answer37 { get; init; }
    public string? Answer38 { get; init; }
    public string? Answer39 { get; init; }
    public string? Answer40 { get; init; }
    public string? Answer41 { get; init; }
    public string? Answer42 { get; init; }
    public string? Answer43 { get; init; }
    public string? Answer44 { get; init; }
    public string? Answer45 { get; init; }
    public string? Answer46 { get; init; }
    public string? Answer47 { get; init; }
    public string? Answer48 { get; init; }
    public string? Answer49 { get; init; }
    public string? Answer50 { get; init; }
}

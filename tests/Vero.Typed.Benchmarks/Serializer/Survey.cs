namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The largest there will be: fifty long answers.</summary>
public sealed partial class Survey
{
    [VeroId]
    public required long Id { get; init; }

    [VeroTrait] public string? Answer01 { get; init; }
    [VeroTrait] public string? Answer02 { get; init; }
    [VeroTrait] public string? Answer03 { get; init; }
    [VeroTrait] public string? Answer04 { get; init; }
    [VeroTrait] public string? Answer05 { get; init; }
    [VeroTrait] public string? Answer06 { get; init; }
    [VeroTrait] public string? Answer07 { get; init; }
    [VeroTrait] public string? Answer08 { get; init; }
    [VeroTrait] public string? Answer09 { get; init; }
    [VeroTrait] public string? Answer10 { get; init; }
    [VeroTrait] public string? Answer11 { get; init; }
    [VeroTrait] public string? Answer12 { get; init; }
    [VeroTrait] public string? Answer13 { get; init; }
    [VeroTrait] public string? Answer14 { get; init; }
    [VeroTrait] public string? Answer15 { get; init; }
    [VeroTrait] public string? Answer16 { get; init; }
    [VeroTrait] public string? Answer17 { get; init; }
    [VeroTrait] public string? Answer18 { get; init; }
    [VeroTrait] public string? Answer19 { get; init; }
    [VeroTrait] public string? Answer20 { get; init; }
    [VeroTrait] public string? Answer21 { get; init; }
    [VeroTrait] public string? Answer22 { get; init; }
    [VeroTrait] public string? Answer23 { get; init; }
    [VeroTrait] public string? Answer24 { get; init; }
    [VeroTrait] public string? Answer25 { get; init; }
    [VeroTrait] public string? Answer26 { get; init; }
    [VeroTrait] public string? Answer27 { get; init; }
    [VeroTrait] public string? Answer28 { get; init; }
    [VeroTrait] public string? Answer29 { get; init; }
    [VeroTrait] public string? Answer30 { get; init; }
    [VeroTrait] public string? Answer31 { get; init; }
    [VeroTrait] public string? Answer32 { get; init; }
    [VeroTrait] public string? Answer33 { get; init; }
    [VeroTrait] public string? Answer34 { get; init; }
    [VeroTrait] public string? Answer35 { get; init; }
    [VeroTrait] public string? Answer36 { get; init; }
    [VeroTrait] public string? Answer37 { get; init; }
    [VeroTrait] public string? Answer38 { get; init; }
    [VeroTrait] public string? Answer39 { get; init; }
    [VeroTrait] public string? Answer40 { get; init; }
    [VeroTrait] public string? Answer41 { get; init; }
    [VeroTrait] public string? Answer42 { get; init; }
    [VeroTrait] public string? Answer43 { get; init; }
    [VeroTrait] public string? Answer44 { get; init; }
    [VeroTrait] public string? Answer45 { get; init; }
    [VeroTrait] public string? Answer46 { get; init; }
    [VeroTrait] public string? Answer47 { get; init; }
    [VeroTrait] public string? Answer48 { get; init; }
    [VeroTrait] public string? Answer49 { get; init; }
    [VeroTrait] public string? Answer50 { get; init; }
}

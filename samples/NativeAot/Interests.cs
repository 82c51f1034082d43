namespace NativeAot;

/// <summary>Sent as names with commas between them.</summary>
[Flags]
internal enum Interests
{
    None = 0,
    Garden = 1,
    Kitchen = 2,
}

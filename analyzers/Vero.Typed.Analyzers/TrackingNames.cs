namespace Vero.Typed.Analyzers;

/// <summary>The names of the generator's steps, by which tests find them.</summary>
internal static class TrackingNames
{
    public const string Types = nameof(Types);
    public const string Type = nameof(Type);
}

namespace Vero.Typed.Analyzers;

/// <summary>The names of the generator's steps, by which tests find them.</summary>
internal static class TrackingNames
{
    public const string ById = nameof(ById);
    public const string ByEmail = nameof(ByEmail);
    public const string ByTrait = nameof(ByTrait);
    public const string ByTimezone = nameof(ByTimezone);
    public const string ByLanguage = nameof(ByLanguage);
    public const string ByUserAgent = nameof(ByUserAgent);
    public const string ByChannel = nameof(ByChannel);
    public const string ByData = nameof(ByData);
    public const string BySerialization = nameof(BySerialization);
    public const string ByRecordParameter = nameof(ByRecordParameter);
}

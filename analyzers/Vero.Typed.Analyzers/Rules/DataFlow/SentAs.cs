namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>As what a member is sent, as far as its values can be judged.</summary>
internal enum SentAs
{
    Timezone,
    Language,
    PhoneNumber,

    /// <summary>A dictionary, each of whose entries is sent.</summary>
    Data,
}

namespace Vero.Typed.Analyzers;

/// <summary>Our attributes.</summary>
internal enum VeroAttributeKind
{
    None,
    Id,
    Email,
    Trait,
    Timezone,
    Language,
    UserAgent,
    PhoneNumber,
    Channel,

    /// <summary>A dictionary whose entries go into <c>data</c>.</summary>
    Data,

    /// <summary>On types: it is an event.</summary>
    Event,

    /// <summary>When an event happened.</summary>
    CreatedAt,

    /// <summary>On types and assemblies; says how, not what.</summary>
    Serialization,
}

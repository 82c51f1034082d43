using System.Text.Json.Serialization;

namespace NativeAot;

/// <summary>Sent by name, or by the name that the attribute gives.</summary>
internal enum Plan
{
    Free,

    [JsonStringEnumMemberName("pro-2026")]
    Pro,
}

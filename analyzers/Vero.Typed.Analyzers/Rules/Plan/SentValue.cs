using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>One value that a type sends.</summary>
/// <param name="Path">Under which path.</param>
/// <param name="Shape">As what.</param>
/// <param name="Location">Where that is said in the code of the type.</param>
/// <param name="NamedBy">The attribute that leaves the key to the naming policy, where it could say another one; null where the key is written out.</param>
internal sealed record SentValue(PlanPath Path, PlanShape Shape, Location Location, Location? NamedBy);

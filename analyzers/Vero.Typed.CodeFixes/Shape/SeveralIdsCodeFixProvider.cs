using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Leaves a type one id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeveralIdsCodeFixProvider))]
[Shared]
public sealed class SeveralIdsCodeFixProvider() : SurplusAttributeCodeFixProvider(RuleIds.VERO002SeveralIds);

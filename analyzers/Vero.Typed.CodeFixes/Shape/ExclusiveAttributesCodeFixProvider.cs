using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Leaves a member one attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExclusiveAttributesCodeFixProvider))]
[Shared]
public sealed class ExclusiveAttributesCodeFixProvider() : SurplusAttributeCodeFixProvider(RuleIds.VERO010ExclusiveAttributes);

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Gives a member whose key is blank the key of its own name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlankKeyCodeFixProvider))]
[Shared]
public sealed class BlankKeyCodeFixProvider() : OwnKeyCodeFixProvider(RuleIds.VERO011BlankKey);

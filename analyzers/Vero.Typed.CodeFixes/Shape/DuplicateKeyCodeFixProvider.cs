using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Gives a member whose key another one has the key of its own name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DuplicateKeyCodeFixProvider))]
[Shared]
public sealed class DuplicateKeyCodeFixProvider() : OwnKeyCodeFixProvider(RuleIds.VERO004DuplicateKey);

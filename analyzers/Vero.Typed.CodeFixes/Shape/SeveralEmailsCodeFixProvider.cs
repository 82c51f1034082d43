using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Leaves a type one email address.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeveralEmailsCodeFixProvider))]
[Shared]
public sealed class SeveralEmailsCodeFixProvider() : SurplusAttributeCodeFixProvider(RuleIds.VERO003SeveralEmails);

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>Classes of one kind: annotated, and the same as DTOs of System.Text.Json.</summary>
internal abstract class Shape
{
    private const int ClassesInContext = 50;
    private const int ContextFiles = 2_000_000;

    public static IReadOnlyList<Shape> All { get; } = [new FlatShape(), new MixedShape()];

    public abstract string Name { get; }

    /// <summary>What all classes share.</summary>
    protected virtual string? SharedByAnnotated => null;

    /// <inheritdoc cref="SharedByAnnotated"/>
    protected virtual string? SharedByPlain => null;

    public SyntaxTree[] AnnotatedTrees() => [.. Sources.Trees(n => Annotated(n, "Extra", 0)), .. Shared(SharedByAnnotated)];

    /// <summary>With contexts for fifty classes each: one for all of them is the worst case of System.Text.Json, and nobody's program.</summary>
    public SyntaxTree[] PlainTrees() => [.. Sources.Trees(n => Plain(n, "Extra", 0)), .. Shared(SharedByPlain), .. Contexts()];

    /// <summary>A class with another name for a member.</summary>
    public SyntaxTree AnnotatedWithOtherMember(int n, int version) => Sources.Tree(n, Annotated(n, FormattableString.Invariant($"Renamed{version}"), 0));

    /// <inheritdoc cref="AnnotatedWithOtherMember"/>
    public SyntaxTree PlainWithOtherMember(int n, int version) => Sources.Tree(n, Plain(n, FormattableString.Invariant($"Renamed{version}"), 0));

    /// <summary>A class with another body of a method.</summary>
    public SyntaxTree AnnotatedWithOtherBody(int n, int version) => Sources.Tree(n, Annotated(n, "Extra", version));

    /// <inheritdoc cref="AnnotatedWithOtherBody"/>
    public SyntaxTree PlainWithOtherBody(int n, int version) => Sources.Tree(n, Plain(n, "Extra", version));

    protected abstract string Annotated(int n, string lastMember, int version);

    protected abstract string Plain(int n, string lastMember, int version);

    private static IEnumerable<SyntaxTree> Shared(string? source) => source is null ? [] : [Sources.Tree(ContextFiles, source)];

    private static IEnumerable<SyntaxTree> Contexts()
    {
        for (int first = 0; first < Sources.Files; first += ClassesInContext)
        {
            var context = new StringBuilder("using System.Text.Json.Serialization;\nnamespace Shop;\n");
            for (int n = first; n < Math.Min(first + ClassesInContext, Sources.Files); n++)
                context.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Customer{n}))]\n");
            context.Append(CultureInfo.InvariantCulture, $"public partial class ShopContext{first} : JsonSerializerContext {{ }}\n");
            yield return Sources.Tree(ContextFiles + 1 + first, context.ToString());
        }
    }
}

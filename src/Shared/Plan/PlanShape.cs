namespace Vero.Typed;

/// <summary>
/// What is sent under a key: <c>string?</c>, <c>"Free" | "Pro"</c>, <c>number[]</c>. Always in its one canonical form, so two shapes are equal
/// when they are written alike.
/// </summary>
internal abstract class PlanShape : IEquatable<PlanShape>
{
    private readonly string _text;

    private PlanShape(string text) => _text = text;

    /// <summary>Without the null of the value itself; that of items stays.</summary>
    public virtual PlanShape WithoutNull => this;

    /// <summary>Whether the value may be left out or null.</summary>
    public bool CanBeNull => this is Nullable;

    public static PlanShape Of(PlanWord word) => new Word(word);

    /// <summary>One name of an enum, or the name of an event.</summary>
    public static PlanShape Of(string literal) => new Literal(literal);

    /// <summary>One of several names of an enum.</summary>
    public static PlanShape OneOf(IEnumerable<string> names) => Union([.. names.Select(Of)]);

    /// <summary>Any combination of the names, separated by a comma and a space.</summary>
    public static PlanShape FlagsOf(IEnumerable<string> names) => new Flags([.. names.Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)]);

    /// <summary>A value of one of the shapes.</summary>
    public static PlanShape Union(IReadOnlyList<PlanShape> shapes)
    {
        bool canBeNull = shapes.Any(static shape => shape.CanBeNull);
        PlanShape[] alternatives =
        [
            .. shapes.SelectMany(static shape => shape.WithoutNull is OneOfShapes union ? union.Alternatives : [shape.WithoutNull])
                .Distinct()
                .OrderBy(static shape => shape._text, StringComparer.Ordinal),
        ];
        PlanShape whole = alternatives.Length == 1 ? alternatives[0] : new OneOfShapes(alternatives);
        return canBeNull ? whole.OrNull() : whole;
    }

    public PlanShape OrNull() => CanBeNull || this is Word { Name: PlanWord.Any } ? this : new Nullable(this);

    public PlanShape InArray() => new Items(this);

    /// <summary>Whether both are the same to whoever reads the value: whether it can be missing, alone or in an array, makes no difference.</summary>
    public bool IsSameTypeAs(PlanShape other) => WithoutAnyNull().Equals(other.WithoutAnyNull());

    public bool Equals(PlanShape? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as PlanShape);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    public override string ToString() => _text;

    protected abstract PlanShape WithoutAnyNull();

    // What stands before ? and [].
    private string Operand() => this is OneOfShapes ? $"({_text})" : _text;

    /// <summary>A shape with a name.</summary>
    internal sealed class Word(PlanWord name) : PlanShape(PlanWords.TextOf(name))
    {
        public PlanWord Name { get; } = name;

        protected override PlanShape WithoutAnyNull() => this;
    }

    /// <summary>Exactly this text.</summary>
    internal sealed class Literal(string value) : PlanShape(PlanText.Literal(value))
    {
        public string Value { get; } = value;

        protected override PlanShape WithoutAnyNull() => this;
    }

    /// <summary>Any combination of these names.</summary>
    internal sealed class Flags(IReadOnlyList<string> names)
        : PlanShape($"{PlanWords.Flags}({string.Join(" | ", names.Select(PlanText.Literal))})")
    {
        public IReadOnlyList<string> Names { get; } = names;

        protected override PlanShape WithoutAnyNull() => this;
    }

    /// <summary>One of these, of which none is a choice itself or can be null.</summary>
    internal sealed class OneOfShapes(IReadOnlyList<PlanShape> alternatives)
        : PlanShape(string.Join(" | ", alternatives.Select(static shape => shape._text)))
    {
        public IReadOnlyList<PlanShape> Alternatives { get; } = alternatives;

        protected override PlanShape WithoutAnyNull() => Union([.. Alternatives.Select(static shape => shape.WithoutAnyNull())]);
    }

    /// <summary>An array.</summary>
    internal sealed class Items(PlanShape item) : PlanShape(item.Operand() + "[]")
    {
        public PlanShape Item { get; } = item;

        protected override PlanShape WithoutAnyNull() => Item.WithoutAnyNull().InArray();
    }

    /// <summary>A value that may be left out or null.</summary>
    internal sealed class Nullable(PlanShape value) : PlanShape(value.Operand() + "?")
    {
        public override PlanShape WithoutNull { get; } = value;

        protected override PlanShape WithoutAnyNull() => WithoutNull.WithoutAnyNull();
    }
}

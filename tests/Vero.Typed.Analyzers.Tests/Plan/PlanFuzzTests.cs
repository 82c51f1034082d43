using CsCheck;

namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>What holds for every plan, and for everything that is none.</summary>
public sealed class PlanFuzzTests
{
    private static readonly Gen<string> Name = Gen.Char["abAB_é1"].Array[1, 6].Select(static letters => "N" + new string(letters));

    private static readonly Gen<string> TypeName =
        Gen.Select(Name.Array[1, 3], OneOf("", "`1", "`12"), OneOf("", "+Inner"), static (names, arity, inner) => string.Join(".", names) + arity + inner);

    // Every UTF-16 code unit, lone surrogates and control characters included.
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char, 0, 6], Gen.String[Gen.Char["ab\"\\\n\u2028\ud800\u0085. *#"], 0, 6]);

    private static readonly Gen<PlanStep> Step = Gen.OneOf(Gen.Const(PlanStep.AnyKey), Text.Select(static text => new PlanStep(text)), Name.Select(static name => new PlanStep(name)));

    private static readonly Gen<PlanPath> Path = Gen.OneOf(
        OneOf(PlanPath.Id, PlanPath.Email, PlanPath.CreatedAt),
        Gen.Select(Text.Null(), Text.Null(), static (type, platform) => PlanPath.Channel(type, platform)),
        Step.Array[1, 4].Select(static steps => steps.Aggregate(PlanPath.Data, static (path, step) => path.Then(step))));

    private static readonly Gen<PlanShape> Leaf = Gen.OneOf(
        Gen.Enum<PlanWord>().Select(PlanShape.Of),
        Text.Select(PlanShape.Of),
        Text.Array[1, 4].Select(static names => PlanShape.FlagsOf(names)),
        Text.Array[1, 4].Select(static names => PlanShape.OneOf(names)));

    private static readonly Gen<PlanShape> Shape = Gen.Recursive<PlanShape>(static (depth, inner) => depth > 4
        ? Leaf
        : Gen.OneOf(Leaf, inner.Select(static shape => shape.OrNull()), inner.Select(static shape => shape.InArray()), inner.Array[1, 3].Select(static shapes => PlanShape.Union(shapes))));

    private static readonly Gen<PlanLine> Line = Gen.OneOf(
        Gen.Select(TypeName, Path, Shape, static (type, path, shape) => new PlanLine(type, path, shape)),
        Gen.Select(TypeName, OneOf(PlanPath.Event, PlanPath.Source), Text, static (type, path, text) => new PlanLine(type, path, PlanShape.Of(text))));

    [Fact]
    public void What_is_written_is_read_back() => Line.Array[0, 12].Sample(static lines =>
    {
        var change = new PlanChange();
        foreach (PlanLine line in lines)
            change.Set(line);
        string text = PlanFile.Parse("").With(change).ToString();
        PlanFile read = PlanFile.Parse(text);

        Assert.Empty(read.Errors);
        Assert.Equal(change.Lines.Values.Order(), read.Entries.Select(static entry => entry.Line));
        Assert.Equal(text, read.ToString());
    });

    // Deletions, insertions and truncations of what is right get further into the reader than noise does.
    [Fact]
    public void Nothing_makes_the_reader_fail() => Gen.Select(
        Gen.OneOf(Line.Array[1, 4].Select(static lines => string.Join("\r\n", lines.Select(static line => line.ToString()))), Gen.String[0, 60]),
        Gen.Int[0, 200], Gen.Int[0, 20], Gen.String[Gen.Char["<=>|\"\\()[]?.*#\r\n \tAu0\0\uFEFF"], 0, 8]).Sample(static (text, at, removed, inserted) =>
    {
        int start = Math.Min(at, text.Length);
        string damaged = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);

        PlanFile file = PlanFile.Parse(damaged);

        Assert.All(file.Errors, error => Assert.InRange(error.Start, 0, damaged.Length - error.Length));
        Assert.All(file.Entries, entry => Assert.Equal(entry.Line, Assert.Single(PlanFile.Parse(damaged.Substring(entry.Start, entry.Length)).Entries).Line));
        if (file.Errors.Count == 0)
        {
            PlanFile written = PlanFile.Parse(file.ToString());
            Assert.Equal(file.Entries.Select(static entry => entry.Line).Distinct().Order(), written.Entries.Select(static entry => entry.Line));
            Assert.Equal(file.ToString(), written.ToString());
        }
    });

    [Fact]
    public void Paths_are_ordered_totally() => Gen.Select(Path, Path, Path).Sample(static (a, b, c) =>
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
        if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
            Assert.True(a.CompareTo(c) <= 0);
    });

    // In bytes, because they do not depend on what else the machine does.
    [Theory]
    [InlineData("A data.x string\n")]
    [InlineData("A data.x strng\n")]
    [InlineData("=======\n")]
    [InlineData("#\n")]
    [InlineData("A data.\"\\u0041\" \"a\" | \"b\"\r")]
    [InlineData(".a")]
    [InlineData("\"a\" | ")]
    [InlineData("(")]
    [InlineData("\\")]
    public void Ten_times_as_much_takes_ten_times_as_much(string unit)
    {
        const int Times = 2_000;
        string start = unit is ".a" ? "A data" : "A data.x ";
        Allocated(Times);
        long few = Allocated(Times);
        long many = Allocated(Times * 10);
        Assert.InRange(many, 0, (15 * few) + 10_000);

        long Allocated(int times)
        {
            string text = (unit.EndsWith('\n') ? "" : start) + string.Concat(Enumerable.Repeat(unit, times));
            long before = GC.GetAllocatedBytesForCurrentThread();
            PlanFile.Parse(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}

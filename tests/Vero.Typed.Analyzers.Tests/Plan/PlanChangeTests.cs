namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>What fixes do to a plan.</summary>
public sealed class PlanChangeTests
{
    [Fact]
    public void The_first_line_brings_the_title_with_it() =>
        AssertChanged("", static change => change.Set(Line("A id string")), $"{PlanFile.Title}\nA id string\n");

    [Fact]
    public void A_file_of_comments_keeps_them_at_the_top() =>
        AssertChanged("# Mine\n\n# too\n", static change => change.Set(Line("A id string")), "# Mine\n\n# too\nA id string\n");

    [Fact]
    public void Lines_are_added_in_order() => AssertChanged(
        "# Mine\nB id string\r\nA id string\r\n",
        static change => change.Set(Line("A data.x number")),
        "# Mine\nA id string\nA data.x number\nB id string\n");

    [Fact]
    public void A_shape_is_changed_in_its_place_with_its_comment() => AssertChanged(
        "A id string\n# Why\nA data.x string\n# Once more\nA data.x bool\n",
        static change => change.Set(Line("A data.x number")),
        "A id string\n# Why\nA data.x number\n# Once more\n");

    [Fact]
    public void Of_a_line_that_goes_the_comment_stays() => AssertChanged(
        "A id string\n# Why\nA data.x string\nA data.x string\nA data.y string\n",
        static change => change.Remove(Line("A data.x bool")),
        "A id string\n# Why\nA data.y string\n");

    [Fact]
    public void A_file_can_become_empty() =>
        AssertChanged("# Mine\nA id string\n# End\n", static change => change.Remove(Line("A id string")), "# Mine\n# End\n");

    [Fact]
    public void A_type_is_renamed() => AssertChanged(
        "A id string\n# Why\nA data.x string\nB id string\n",
        static change => change.Rename("A", "C"),
        "B id string\nC id string\n# Why\nC data.x string\n");

    [Fact]
    public void A_line_is_replaced_and_keeps_its_comment() => AssertChanged(
        "A id string\n# Why\nA data.x string\nA data.y string\n",
        static change => change.Replace(Line("A data.x string"), Line("A data.z string?")),
        "A id string\nA data.y string\n# Why\nA data.z string?\n");

    [Fact]
    public void Changes_are_made_together()
    {
        var all = new PlanChange();
        Assert.True(all.IsEmpty);
        var rename = new PlanChange();
        rename.Rename("A", "C");
        var rest = new PlanChange();
        rest.Set(Line("C data.x number"));
        rest.Remove(Line("B id string"));
        all.Add(rename);
        all.Add(rest);

        Assert.False(all.IsEmpty);
        Assert.Equal("C id string\nC data.x number\n", PlanFile.Parse("A id string\nA data.x string\nB id string\n").With(all).ToString());
    }

    private static PlanLine Line(string text) => Assert.Single(PlanFile.Parse(text).Entries).Line;

    private static void AssertChanged(string before, Action<PlanChange> make, string after)
    {
        var change = new PlanChange();
        make(change);
        Assert.Equal(after, PlanFile.Parse(before).With(change).ToString());
    }
}

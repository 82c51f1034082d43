namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>What a plan may look like, and how it is written: the format that the README of the library specifies.</summary>
public sealed class PlanReadingTests
{
    [Fact]
    public void A_line_is_a_type_a_path_and_a_shape()
    {
        PlanFile file = PlanFile.Parse("# What this project sends to Vero.\n\nShop.Customer data.first_name string?\n");

        PlanEntry entry = Assert.Single(file.Entries);
        Assert.Equal("Shop.Customer", entry.Line.Type);
        Assert.Equal(["data", "first_name"], entry.Line.Path.Steps.Select(static step => step.Name));
        Assert.Equal(PlanShape.Of(PlanWord.String).OrNull(), entry.Line.Shape);
        Assert.Equal("Shop.Customer data.first_name string?", "# What this project sends to Vero.\n\nShop.Customer data.first_name string?\n".Substring(entry.Start, entry.Length));
        Assert.Empty(file.Errors);
    }

    [Theory]
    [InlineData("Customer id string")]
    [InlineData("Shop.Customer id string")]
    [InlineData("Shop.Outer`2+Box`1 email string?")]
    [InlineData("Größe._a1 data.\"größe\" string")]
    [InlineData("A event \"Placed order\"")]
    [InlineData("A source \"web\"")]
    [InlineData("A created_at date-time")]
    [InlineData("A channels.push.android string?")]
    [InlineData("A channels.*.* string[]?")]
    [InlineData("A channels.\"in app\".web string")]
    [InlineData("A data.a-b_C1 string")]
    [InlineData("A data.* any")]
    [InlineData("A data.\"*\" bool")]
    [InlineData("A data.home object?")]
    [InlineData("A data.home.city string?")]
    [InlineData("A data.prices.*.* number")]
    [InlineData("A data.\"first name\" string")]
    [InlineData("A data.\"a.b\".c string")]
    [InlineData("A data.\"\" string")]
    [InlineData("A data.\"plain\" string", "A data.plain string")]
    [InlineData("A data.\"\\u0041\\/\\n\\\"\\\\\" string", "A data.\"A/\\u000a\\\"\\\\\" string")]
    [InlineData("A data.\"\\ud800\" string")]
    [InlineData("A data.\"\u2028\" string", "A data.\"\\u2028\" string")]
    [InlineData("A data.\"\U0001F600\" string")]
    [InlineData("A data.x any")]
    [InlineData("A data.x any?", "A data.x any")]
    [InlineData("A data.x bool")]
    [InlineData("A data.x date?")]
    [InlineData("A data.x date-time")]
    [InlineData("A data.x hours?")]
    [InlineData("A data.x language?")]
    [InlineData("A data.x number[]")]
    [InlineData("A data.x phone?")]
    [InlineData("A data.x string?[][]?")]
    [InlineData("A data.x string??", "A data.x string?")]
    [InlineData("A data.x \"Free\"")]
    [InlineData("A data.x \"Pro\"|\"Free\"  |\"Pro\"", "A data.x \"Free\" | \"Pro\"")]
    [InlineData("A data.x (\"Free\" | \"Pro\")?")]
    [InlineData("A data.x \"Free\" | \"Pro\"?", "A data.x (\"Free\" | \"Pro\")?")]
    [InlineData("A data.x (\"Free\" | \"Pro\")[]")]
    [InlineData("A data.x (number)", "A data.x number")]
    [InlineData("A data.x number | (\"b\" | (\"a\"))", "A data.x \"a\" | \"b\" | number")]
    [InlineData("A data.x object | string[]")]
    [InlineData("A data.x flags ( \"Sell\" | \"Buy\" )", "A data.x flags(\"Buy\" | \"Sell\")")]
    [InlineData("A data.x flags(\"Buy\")?[]")]
    [InlineData("  A\t data.x   string\t", "A data.x string")]
    public void What_can_be_read_has_one_way_to_be_written(string line, string? written = null)
    {
        PlanFile file = PlanFile.Parse(line);

        Assert.Empty(file.Errors);
        Assert.Equal($"{written ?? line}\n", file.ToString());
        Assert.Equal(file.Entries.Select(static entry => entry.Line), PlanFile.Parse(file.ToString()).Entries.Select(static entry => entry.Line));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_are_those_of_the_file(string newLine)
    {
        string text = string.Join(newLine, "# Ours", "", "A data.a string", "A data.b string", "");

        PlanFile file = PlanFile.Parse("\uFEFF" + text);

        Assert.Equal(["A data.a string", "A data.b string"], file.Entries.Select(entry => ("\uFEFF" + text).Substring(entry.Start, entry.Length)));
        Assert.Equal(text, file.ToString());
    }

    [Fact]
    public void Order_and_repetition_do_not_matter_and_are_mended_by_who_writes() => Assert.Equal(
        "A event \"b\"\nA id string\nA email string?\nA created_at date-time\nA source \"web\"\nA channels.*.* string\nA channels.push.ios string\n"
        + "A data.* any\nA data.Z string\nA data.a object\nA data.a.* string\nA data.a.b string\nA data.\"a c\" string\nA data.b string\nA+B id string\nB id string\n",
        PlanFile.Parse(
            "B id string\nA data.b string\nA data.\"a c\" string\nA data.a.b string\nA data.a.* string\nA data.* any\nA data.a object\nA data.Z string\nA channels.push.ios string\n"
            + "A channels.*.* string\nA id string\nA event \"b\"\nA data.b string\nA+B id string\nA source \"web\"\nA created_at date-time\nA email string?\n").ToString());

    [Fact]
    public void Comments_stay_where_they_belong() => Assert.Equal(
        """
        # What this project sends to Vero.
        # Reviewed by marketing.

        A id string
        # Used by the segment "Paying".

        A data.plan string
          # Ours.
        B id string
        # The end.

        """.ReplaceLineEndings("\n"),
        PlanFile.Parse(
            """
            # What this project sends to Vero.
            # Reviewed by marketing.

              # Ours.
            B id string
            # Used by the segment "Paying".

            A data.plan string
            A id string
            # The end.
            """.ReplaceLineEndings("\n")).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n  \n")]
    [InlineData("# Nothing yet\n\n# nothing at all\n")]
    public void A_plan_may_say_nothing(string text)
    {
        PlanFile file = PlanFile.Parse(text);

        Assert.Empty(file.Entries);
        Assert.Empty(file.Errors);
    }

    [Theory]
    [InlineData("{|<<<<<<< HEAD|}", PlanReasons.ConflictMarker)]
    [InlineData("{|=======|}", PlanReasons.ConflictMarker)]
    [InlineData("{|>>>>>>> feature|}", PlanReasons.ConflictMarker)]
    [InlineData("{|||||||| base|}", PlanReasons.ConflictMarker)]
    [InlineData("A{||}", PlanReasons.NoPath)]
    [InlineData("A data.x{||}", PlanReasons.NoShape)]
    [InlineData("A data.x{||}   ", PlanReasons.NoShape)]
    [InlineData("A data.{||} string", PlanReasons.EmptyStep)]
    [InlineData("A data.{||}.x string", PlanReasons.EmptyStep)]
    [InlineData("A {||}.data string", PlanReasons.EmptyStep)]
    [InlineData("A data.x number |{||}", PlanReasons.NoAlternative)]
    [InlineData("A data.x ({||}", PlanReasons.NoAlternative)]
    [InlineData("A data.x string {|#|} the first one", PlanReasons.CommentOnItsOwnLine)]
    [InlineData("A data.x {|#|}string", PlanReasons.CommentOnItsOwnLine)]
    [InlineData("A data.x {|\"Free|}", PlanReasons.UnclosedString)]
    [InlineData("A data.{|\"x string|}", PlanReasons.UnclosedString)]
    [InlineData("A data.x \"a{|\\q|}\"", PlanReasons.EscapeInString)]
    [InlineData("A data.x \"a{|\\u|}12g4\"", PlanReasons.EscapeInString)]
    [InlineData("A data.x \"a{|\\u|}123", PlanReasons.EscapeInString)]
    [InlineData("A data.x \"a{|\\|}", PlanReasons.EscapeInString)]
    [InlineData("A data.x \"a{|\t|}b\"", PlanReasons.ControlInString)]
    [InlineData("A data.x {|(|}string", PlanReasons.UnclosedParenthesis)]
    [InlineData("A data.x string{|[|}", PlanReasons.UnclosedBracket)]
    [InlineData("A data.x string{|[|}1]", PlanReasons.UnclosedBracket)]
    [InlineData("A data.x flags{||}", PlanReasons.FlagsWithoutNames)]
    [InlineData("A data.x flags{||}[]", PlanReasons.FlagsWithoutNames)]
    [InlineData("A data.x flags{|(string)|}", PlanReasons.FlagsOfNames)]
    [InlineData("A data.x flags{|(\"a\" | \"b\"?)|}", PlanReasons.FlagsOfNames)]
    [InlineData("A event {|string|}", PlanReasons.EventNeedsName)]
    [InlineData("A source {|\"a\" | \"b\"|} ", PlanReasons.EventNeedsName)]
    public void What_cannot_be_read_is_reported_at_its_column(string marked, string reason) => AssertError(marked, reason);

    [Theory]
    [InlineData("{|Shop..Customer|} id string")]
    [InlineData("{|Shop.|} id string")]
    [InlineData("{|+Customer|} id string")]
    [InlineData("{|1Customer|} id string")]
    [InlineData("{|Customer`|} id string")]
    [InlineData("{|Customer`1x|} id string")]
    [InlineData("{|Customer<T>|} id string")]
    [InlineData("{|global::Customer|} id string")]
    [InlineData("{|\"Customer\"|} id string")]
    [InlineData("{|=|} id string")]
    [InlineData("{|<<<<<<<HEAD|}")]
    public void A_type_has_its_metadata_name(string marked) => AssertError(marked, PlanReasons.TypeName(Marked(marked)));

    [Theory]
    [InlineData("A {|date|}.x string")]
    [InlineData("A {|*|} string")]
    [InlineData("A {|first_name|} string")]
    public void A_path_has_one_of_the_known_beginnings(string marked) => AssertError(marked, PlanReasons.UnknownRoot(Marked(marked)));

    [Theory]
    [InlineData("A {|data|} object")]
    [InlineData("A {|id.x|} string")]
    [InlineData("A {|event.name|} \"x\"")]
    [InlineData("A {|channels|} string")]
    [InlineData("A {|channels.push|} string")]
    [InlineData("A {|channels.push.ios.x|} string")]
    public void A_path_has_as_many_steps_as_its_beginning_allows(string marked) => AssertError(marked, PlanReasons.WrongSteps(Marked(marked)));

    [Theory]
    [InlineData("A data.x{|/|}y string")]
    [InlineData("A data.{|ö|} string")]
    [InlineData("A data.\"x\"{|y|} string")]
    [InlineData("A data.*{|y|} string")]
    [InlineData("A data.x{|[|}] string")]
    public void A_step_of_other_characters_is_a_JSON_string(string marked) => AssertError(marked, PlanReasons.CharacterInStep(Marked(marked)[0]));

    [Theory]
    [InlineData("A data.x {|,|}")]
    [InlineData("A data.x {|||}")]
    [InlineData("A data.x string {|s|}tring")]
    [InlineData("A data.x string{|)|}")]
    [InlineData("A data.x (string {|x|})")]
    [InlineData("A data.x ({|)|}")]
    [InlineData("A data.x string{|\0|}")]
    [InlineData("A data.x string{|\u00A0|}")]
    public void What_is_not_expected_is_named(string marked) => AssertError(marked, PlanReasons.Unexpected(Marked(marked)[0]));

    [Theory]
    [InlineData("A data.x {|strng|}")]
    [InlineData("A data.x {|String|}?")]
    [InlineData("A data.x string | {|int|}")]
    public void A_shape_is_one_of_the_known_ones(string marked) => AssertError(marked, PlanReasons.UnknownShape(Marked(marked)));

    [Theory]
    [InlineData('(', "string")]
    [InlineData('[', "]")]
    [InlineData('?', "")]
    public void A_shape_is_not_endless(char c, string end)
    {
        string line = "A data.x " + (c == '(' ? "" : "string") + (c == '[' ? string.Concat(Enumerable.Repeat("[]", 100_000)) : new string(c, 100_000) + end);

        Assert.Equal(PlanReasons.ShapeTooDeep, Assert.Single(PlanFile.Parse(line).Errors).Reason);
    }

    [Fact]
    public void Every_bad_line_is_reported_and_the_good_ones_are_read()
    {
        PlanFile file = PlanFile.Parse("A data.x strng\nA data.y string\r\nA\n=======\nA data.z string");

        Assert.Equal([9, 33, 34], file.Errors.Select(static error => error.Start));
        Assert.Equal(["A data.y string", "A data.z string"], file.Entries.Select(static entry => entry.Line.ToString()));
    }

    private static void AssertError(string marked, string reason)
    {
        int start = marked.IndexOf("{|", StringComparison.Ordinal);
        int end = marked.LastIndexOf("|}", StringComparison.Ordinal) - 2;

        PlanFile file = PlanFile.Parse($"B id string\n{marked.Remove(end + 2, 2).Remove(start, 2)}\n");

        Assert.Equal(new PlanError(start + 12, end - start, reason), Assert.Single(file.Errors));
        Assert.Single(file.Entries);
    }

    private static string Marked(string marked)
    {
        int start = marked.IndexOf("{|", StringComparison.Ordinal) + 2;
        return marked[start..marked.LastIndexOf("|}", StringComparison.Ordinal)];
    }
}

using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.Plan;

namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>What differs between what is sent and what is planned, without any C#.</summary>
public sealed class PlanComparisonTests
{
    [Theory]
    [InlineData("id string;data.a string", "id string;data.a string")]
    [InlineData("data.a string", "data.a string?")]
    [InlineData("data.a (\"x\" | \"y\")?[]", "data.a (\"y\" | \"x\")[]")]
    [InlineData("data.a string", "data.a string;data.a string?")]
    [InlineData("", "")]
    [InlineData("data.* number;data.* string", "data.* string | number")]
    public void Nothing_differs(string sent, string planned) => Assert.Equal("", Differences(sent, planned));

    [Theory]
    [InlineData("data.a string", "", "+data.a")]
    [InlineData("", "data.a string", "-data.a")]
    [InlineData("data.a string", "data.a number", "~data.a")]
    [InlineData("data.a string", "data.a string[]", "~data.a")]
    [InlineData("data.a \"x\"", "data.a \"x\" | \"y\"", "~data.a")]
    [InlineData("event \"a\"", "event \"b\"", "~event")]
    [InlineData("data.a string", "data.a string;data.a number", "~data.a")]
    [InlineData("data.* number;data.* string", "data.* number", "~data.*")]
    public void Each_difference_is_told(string sent, string planned, string expected) => Assert.Equal(expected, Differences(sent, planned));

    [Theory]
    [InlineData("data.a object;data.a.b string;data.a.c string", "", "+data.a")]
    [InlineData("", "data.a object;data.a.b string;data.a.c string", "-data.a")]
    [InlineData("data.a object;data.a.b string", "data.a string", "~data.a")]
    [InlineData("data.a string", "data.a object;data.a.b string", "~data.a")]
    [InlineData("data.a object;data.a.b string;data.a.c string", "data.a object;data.a.b string", "+data.a.c")]
    [InlineData("data.a object;data.a.b string", "data.a.b string", "+data.a")]
    public void The_parts_of_what_differs_as_a_whole_are_not_told(string sent, string planned, string expected) =>
        Assert.Equal(expected, Differences(sent, planned));

    [Theory]
    [InlineData("data.b string", "data.a string?", "+data.b<data.a -data.a")]
    [InlineData("data.b object;data.b.x string", "data.a object;data.a.x string", "+data.b<data.a -data.a")]
    [InlineData("data.o object;data.o.b string", "data.o object;data.o.a string", "+data.o.b<data.o.a -data.o.a")]
    [InlineData("data.b string;data.c number", "data.a number;data.d string", "+data.b<data.d +data.c<data.a -data.a -data.d")]
    public void A_key_that_was_renamed_is_recognized(string sent, string planned, string expected) =>
        Assert.Equal(expected.Split(' ').Order(), Differences(sent, planned).Split(' ').Order());

    // Two members that changed places, another object, another type: nobody knows.
    [Theory]
    [InlineData("data.b string;data.c string", "data.a string", "+data.b +data.c -data.a")]
    [InlineData("data.c string", "data.a string;data.b string", "+data.c -data.a -data.b")]
    [InlineData("data.b number", "data.a string", "+data.b -data.a")]
    [InlineData("data.b object;data.b.x string", "data.a object;data.a.y string", "+data.b -data.a")]
    [InlineData("data.o object;data.o.b string", "data.o object;data.a string", "+data.o.b -data.a")]
    [InlineData("email string", "id string", "+email -id")]
    public void A_choice_is_not_made(string sent, string planned, string expected) =>
        Assert.Equal(expected.Split(' ').Order(), Differences(sent, planned).Split(' ').Order());

    private static string Differences(string sent, string planned) => string.Join(' ', PlanComparison.Of("A", Values(sent), Entries(planned)).Select(static difference =>
    {
        string kind = difference.Kind switch { PlanDifferenceKind.NotPlanned => "+", PlanDifferenceKind.NotSent => "-", _ => "~" };
        return $"{kind}{difference.Path}{(difference.RenamedFrom is { } other ? $"<{other.Path}" : "")}";
    }));

    private static List<SentValue> Values(string lines) =>
        [.. Entries(lines).Select(static entry => new SentValue(entry.Line.Path, entry.Line.Shape, Location.None, NamedBy: null))];

    private static IReadOnlyList<PlanEntry> Entries(string lines)
    {
        PlanFile file = PlanFile.Parse(string.Join('\n', lines.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static line => $"A {line}")));
        Assert.Empty(file.Errors);
        return file.Entries;
    }
}

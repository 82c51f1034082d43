using System.Reflection;
using System.Text;
using Vero.Typed.Tests.NetStandardDomain;
using static Vero.Typed.Tests.LibraryBuild;

namespace Vero.Typed.Tests;

/// <summary>The first body of a process is written without vectorized methods, so that they need not be compiled for it.</summary>
public class FirstBodyTests
{
    private static readonly string EveryUnit = string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(unit => $"{(char)unit}a"));

    // The control: a build that has not written yet is another one than a build that has.
    [Fact]
    public void The_first_body_makes_a_build_warm()
    {
        var build = new LibraryBuild("net8.0");
        FieldInfo warm = build.Library.GetType(typeof(VeroJsonWriter).FullName!)!.GetField("_isWarm", BindingFlags.NonPublic | BindingFlags.Static)!;
        Assert.False((bool)warm.GetValue(null)!);

        build.Call(nameof(Bodies.Text), "7", null, "a", 'x', null, null);
        Assert.True((bool)warm.GetValue(null)!);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_the_same_in_the_first_body_as_in_later_ones(string email, string text)
    {
        object?[] arguments = [text.Substring(0, Math.Min(text.Length, 200)) + "i", email, text, 'x', "t" + text, new[] { text + "u" }];
        var build = new LibraryBuild("net8.0");
        Outcome first = build.Call(nameof(Bodies.Text), arguments);
        Assert.Equal(first, build.Call(nameof(Bodies.Text), arguments));
        Assert.Equal(first, new LibraryBuild("netstandard2.0").Call(nameof(Bodies.Text), arguments));
    }

    public static TheoryData<string, string> Texts => new()
    {
        { "ada@example.com", "plain" },
        { "аделаида@пример.рф", EveryUnit },
        { "o\"b\\c@example.com", new string('"', 40) },
        { "two@at@signs", "a" },
        { "blank @example.com", "a" },
        { "a@b", new string('x', 15) + "😀" + new string('x', 15) + "\uD83D" + new string('x', 14) + "\uDE00" },
    };

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("01234567-89ab-cdef-fedc-ba9876543210")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    public void A_Guid_is_the_same_in_the_first_body_as_in_later_ones(string guid)
    {
        object?[] arguments = [Guid.Parse(guid), null, null, null, null, null];
        var build = new LibraryBuild("net8.0");
        Outcome first = build.Call(nameof(Bodies.Times), arguments);
        Assert.Contains(Convert.ToHexString(Encoding.ASCII.GetBytes($"\"{guid}\"")), first.Text, StringComparison.Ordinal);
        Assert.Equal(first, build.Call(nameof(Bodies.Times), arguments));
    }
}

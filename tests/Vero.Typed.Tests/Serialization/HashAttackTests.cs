using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Vero.Typed.Tests.Serialization;

/// <summary>Keys that somebody has chosen so that they meet in one place of a table.</summary>
public class HashAttackTests
{
    private const int TableBits = 17;

    // They all end in the same state of FNV-1a, as far as a table of 131,072 places sees it.
    private static readonly string[] Chosen = Attack().ToArray();

    private static readonly string[] Harmless = [.. Chosen.Select(static (key, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i:D5}{key[5..]}"))];

    [Fact]
    public void The_keys_collide_where_nothing_is_secret()
    {
        Assert.True(Chosen.Length > 25_000, $"only {Chosen.Length} keys");
        Assert.Equal(Chosen.Length, Chosen.Distinct().Count());
        Assert.Single(Chosen.Select(static key => Fnv(2166136261, "\"" + key + "\"") & ((1 << TableBits) - 1)).Distinct());
        Assert.True(Chosen.Select(static key => SeededHash.Of(Encoding.UTF8.GetBytes(key)) & ((1 << TableBits) - 1)).Distinct().Count() > 20_000);
    }

    [Fact]
    public void Chosen_keys_take_no_longer_than_harmless_ones()
    {
        Assert.All(
            (Action<string[]>[])[
                static keys => Body.Data((ref w) => w.RunTimeValue(",\"v\":"u8, keys.Select(static key => KeyValuePair.Create(key, 1)), "More")),
                static keys => Body.Data((ref w) => w.Json(",\"v\":"u8, JsonDocument.Parse(Object(keys)).RootElement, "More")),
                static keys => IdentifyRequest.Parse($$"""{"id":"7","data":{{Object(keys)}}}"""),
                static keys => IdentifyRequest.Parse("""{"id":"7"}""").Merge(IdentifyRequest.Parse($$"""{"id":"7","data":{{Object(keys)}}}"""))],
            static write =>
            {
                TimeSpan harmless = Least(() => write(Harmless));
                TimeSpan chosen = Least(() => write(Chosen));

                // In one place of a table these keys are five hundred million comparisons: seconds. The rest is a machine that is busy.
                Assert.True(chosen < (5 * harmless) + TimeSpan.FromMilliseconds(100), $"{chosen.TotalMilliseconds} ms instead of {harmless.TotalMilliseconds}");
            });
    }

    private static string Object(string[] keys) => "{" + string.Join(',', keys.Select(static key => $"\"{key}\":1")) + "}";

    private static TimeSpan Least(Action action)
    {
        action();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start);
        });
    }

    // Blocks of three letters that lead from one state to one other, several of them for each step.
    private static IEnumerable<string> Attack()
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
        const uint Mask = (1 << TableBits) - 1;
        uint state = Fnv(2166136261, "\"");
        IEnumerable<string> keys = [""];
        for (int step = 0; step < 5; step++)
        {
            var blocks = from a in Letters from b in Letters from c in Letters select $"{a}{b}{c}";
            uint from = state;
            IGrouping<uint, string> best = blocks.GroupBy(block => Fnv(from, block) & Mask).MaxBy(static group => group.Count())!;
            string[] chosen = [.. best.Take(8)];
            keys = keys.SelectMany(key => chosen.Select(block => key + block)).ToArray();
            state = Fnv(from, chosen[0]);
        }

        return keys;
    }

    private static uint Fnv(uint state, string text)
    {
        foreach (char c in text)
            state = unchecked((state ^ c) * 16777619);
        return state;
    }
}

using System.Reflection;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.CodeFixes;
using Vero.Typed.CodeFixes.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>Every kind of fix, once: what it makes of a file with Windows line endings and tabs is what it makes of the file without them.</summary>
public sealed class WindowsLineTests
{
    private const string Types = """
        using Vero.Typed;

        namespace Shop
        {
            // A comment.
            public class Lead
            {
                /// <summary>From the database.</summary>
                public int Id { get; set; }

                [VeroEmail]
                [VeroTrait] // one of the two
                public string? Email { get; set; }
            }

            /// <summary>Where somebody lives.</summary>
            public class Address
            {
                [VeroTrait]
                public string? City { get; set; }
            }

            public partial class Base
            {
                [VeroId]
                public int Id { get; set; }
            }

            public class Derived : Base
            {
                [VeroId] // the second
                public int Number { get; set; }

                [VeroTrait("a")]
                public int First { get; set; }

                [VeroTrait("a")]
                public int Second { get; set; }

                [field: VeroTrait]
                [System.Obsolete]
                public int Third { get; set; }

                [VeroTrait("time_zone"),
                 System.Obsolete]
                public int Zone { get; set; }

                [VeroChannel("push", "ios")]
                public VeroChannel? Channel { get; set; }
            }

            [VeroTrait("city", From = "Home.Cty")] // misspelt
            public class Guest
            {
                [VeroId]
                public int Number { get; set; }

                public Address? Home { get; set; }

                [VeroTimezone]
                public string? ZoneId { get; set; }
            }

            public class Stay
            {
                [VeroId]
                public int Number { get; set; }

                [VeroTrait]
                public System.DateTime From { get; set; }

                [VeroTrait("other",
                    Json = true)]
                public int Other { get; set; }
            }

            [VeroEvent]
            public class Opened
            {
                [VeroTrait(
                    "user_agent")]
                public string? Browser { get; set; }
            }

            public class Stored
            {
                public int Id { get; set; }
            }

            public class Keeper
            {
                [VeroId]
                public Badge Badge { get; set; }
            }

            public readonly record struct Badge(int Number, bool IsOld);

            public class Room : Stored
            {
                [VeroEmail]
                public string? Email { get; set; }
            }
        }
        """;

    private const string Code = """
        using System;
        using System.Collections.Generic;
        using Vero.Typed;

        class Worker : System.Diagnostics.Process
        {
            [VeroEmail] public string Email;
        }

        class Customer
        {
            [VeroId] public int Id;
            [VeroTrait, System.Text.Json.Serialization.JsonPropertyName("rank")] public int Level;
            [VeroTimezone] public int Zone;
            [VeroLanguage] public string Language = "en_AU";
            [VeroData] public Dictionary<string, object> Data = new()
            {
                ["user_agent"] = "x",
            };

            async void Send(IVeroClient client, VeroClientOptions options, TimeZoneInfo zone)
            {
                // Sends nothing.
                this.ToIdentifyRequest();
                Zone = (int)zone.BaseUtcOffset.TotalMinutes;
                options.BaseAddress = new("http://a.b");
                options.AuthToken = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1";
            }
        }
        """;

    private const string Others = """
        using Vero.Typed;

        partial struct CustomerId
        {
            public static int Count;
        }

        record A([VeroId] CustomerId Id)
        {
        }
        """;

    private const string Planned = """
        using Vero.Typed;

        class A
        {
            [VeroId]
            public int Id;

            [VeroTrait]
            public string? New;

            [VeroTrait]
            public int Changed;
        }
        """;

    private const string Plan = "# Mine.\r\nA id string\r\nA data.old string\r\nA data.changed string\r\nA data.gone bool\r\n";

    [Fact]
    public async Task Every_fix_keeps_line_endings_and_tabs()
    {
        var keys = new HashSet<string>();
        foreach (string source in new[] { Types, Code, Others, Planned })
        {
            using CodeFixHarness harness = HarnessFor(source);
            IReadOnlyList<(string Key, string Text)> expected = await harness.ApplyAllAsync(source);
            IReadOnlyList<(string Key, string Text)> onWindows = await harness.ApplyAllAsync(WindowsSources.From(source));
            Assert.Equal(expected.Select(static applied => (applied.Key, WindowsSources.From(applied.Text))), onWindows);
            keys.UnionWith(onWindows.Select(static applied => applied.Key));
        }

        Assert.Equal(
            typeof(EquivalenceKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            keys.Order(StringComparer.Ordinal));
    }

    // Fixes that search the solution cannot do so where generators are no files.
    private static CodeFixHarness HarnessFor(string source)
    {
        var options = new HarnessOptions { IsBroken = true, ReferencesClient = true };
        return source == Others
            ? new CodeFixHarness([new ExposeValueCodeFixProvider()], options with { OtherGenerators = [typeof(MakesTheValueOfAValueObject)] })
            : new CodeFixHarness(TestHarness.CodeFixes.All, source == Planned ? options with { Plan = Plan } : options);
    }
}

using System.Diagnostics.CodeAnalysis;
using Vero.Typed.CodeFixes.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>The refactoring that annotates all members that can be sent.</summary>
public sealed class AnnotateMembersTests
{
    [Fact]
    public async Task Every_member_that_can_be_sent_gets_an_attribute() => Assert.Equal(
        """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Text.Json.Serialization;
        using Vero.Typed;

        public class Customer
        {
            [VeroId]
            public int Id { get; set; }

            [VeroEmail]
            public string? Email { get; set; }

            [VeroTrait]
            public string? FirstName { get; set; }

            [VeroTrait("named")]
            public string? LastName { get; set; }

            public string? PasswordHash { get; set; }

            public string? SecurityStamp { get; set; }

            public string? api_key { get; set; }

            [VeroTrait]
            public DateTimeOffset? Timestamp { get; set; }

            [JsonIgnore]
            public int Hidden { get; set; }

            [VeroTrait]
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            public string? Sometimes { get; set; }

            [VeroTimezone(Id = true)]
            public string? TimeZoneId { get; set; }

            [VeroLanguage]
            public CultureInfo? Culture { get; set; }

            [VeroTrait]
            public List<string> Tags { get; } = [];

            public object? Anything { get; set; }

            public Action? Changed { get; set; }

            public int Written { set { } }

            private int Secret { get; set; }

            public static int Count { get; set; }

            [VeroTrait]
            public int Points;
        }
        """,
        await RefactoredAsync(
            """
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Text.Json.Serialization;
            using Vero.Typed;

            public class $$Customer
            {
                [VeroId]
                public int Id { get; set; }

                public string? Email { get; set; }

                public string? FirstName { get; set; }

                [VeroTrait("named")]
                public string? LastName { get; set; }

                public string? PasswordHash { get; set; }

                public string? SecurityStamp { get; set; }

                public string? api_key { get; set; }

                public DateTimeOffset? Timestamp { get; set; }

                [JsonIgnore]
                public int Hidden { get; set; }

                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
                public string? Sometimes { get; set; }

                public string? TimeZoneId { get; set; }

                public CultureInfo? Culture { get; set; }

                public List<string> Tags { get; } = [];

                public object? Anything { get; set; }

                public Action? Changed { get; set; }

                public int Written { set { } }

                private int Secret { get; set; }

                public static int Count { get; set; }

                public int Points;
            }
            """));

    [Fact]
    public async Task A_key_that_is_written_already_is_not_written_twice() => Assert.Equal(
        "using Vero.Typed; public record Customer([VeroId] int Id, [VeroTrait(\"name\")] string A, string Name, [VeroTrait] int B);",
        await RefactoredAsync("using Vero.Typed; public record $$Customer([VeroId] int Id, [VeroTrait(\"name\")] string A, string Name, int B);"));

    [Theory]
    [InlineData("using Vero.Typed; public class $$Customer { public int Id; public int A; }")]
    [InlineData("using Vero.Typed; public class $$Customer { [VeroId] public int Id; [VeroTrait] public int A; public object? B; }")]
    [InlineData("using Vero.Typed; public class Customer { [VeroId] public int Id; public int $$A; }")]
    [InlineData("public class $$Customer { public int Id; public int A; }")]
    public async Task Where_there_is_nothing_to_annotate_nothing_is_offered(string source) => Assert.Null(await RefactoredAsync(source));

    private static Task<string?> RefactoredAsync([StringSyntax("c#-test")] string markup) =>
        RefactoringHarness.RefactorAsync(new AnnotateMembersRefactoringProvider(), markup);
}

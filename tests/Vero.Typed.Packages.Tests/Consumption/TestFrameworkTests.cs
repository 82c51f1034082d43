namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>Projects of tests with other frameworks than ours, which use Vero.Typed.Testing: the fake, a host without a token, the message of an assertion that fails.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class TestFrameworkTests(BuiltConsumers consumers)
{
    public static TheoryData<string> Frameworks => ["NUnitTests", "MSTestTests", "TUnitTests"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task Tests_pass_with_the_fake_and_without_a_token(string project)
    {
        (int exitCode, string output) = await RunAsync(project);
        Assert.True(exitCode == 0, output);
        Assert.Matches(@"total: 3\s+failed: 0\s+succeeded: 3\s+skipped: 0", output);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task A_test_that_fails_shows_the_difference(string project)
    {
        (int exitCode, string output) = await RunAsync(project, ("EXPECTED_PLAN", "Pro"));
        Assert.Equal(2, exitCode);
        Assert.Matches(@"total: 3\s+failed: 1\s+succeeded: 2\s+skipped: 0", output);

        // However far each of them indents it.
        string lines = string.Join('\n', output.Split('\n').Select(static line => line.Trim()));
        Assert.Contains(
            """
            VeroAssertionException: The Identify request of user '42' differs from what was expected:
            /data/plan: expected "Pro", was "Free"
            It was: {"id":"42","data":{"plan":"Free"}}
            """.ReplaceLineEndings("\n"),
            lines.Replace("VeroAssertionException : ", "VeroAssertionException: ", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(string project, params (string Name, string Value)[] variables) =>
        CommandLine.RunAsync("dotnet", Path.Combine(consumers.Folder, project, "bin", "Debug", "net10.0"), [$"{project}.dll", "--no-ansi"], variables);
}

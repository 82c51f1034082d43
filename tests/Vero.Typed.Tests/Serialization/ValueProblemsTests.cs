using System.Globalization;

namespace Vero.Typed.Tests.Serialization;

/// <summary>The messages are constants, so that tests can refer to them; their numbers are those of the contract.</summary>
public class ValueProblemsTests
{
    [Fact]
    public void The_numbers_in_messages_are_those_of_the_contract()
    {
        Assert.Contains(VeroContract.MaxTextLength.ToString(CultureInfo.InvariantCulture), ValueProblems.TooLong, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"between {VeroContract.MinTimezone} and +{VeroContract.MaxTimezone} hours"), ValueProblems.TimezoneRange, StringComparison.Ordinal);
        Assert.Contains(VeroContract.MaxBodyBytes.ToString("N0", CultureInfo.InvariantCulture), ValueProblems.BodyTooLarge, StringComparison.Ordinal);
        Assert.Contains(VeroContract.MaxBodyBytes.ToString("N0", CultureInfo.InvariantCulture), ValueProblems.TooManyToCount, StringComparison.Ordinal);
        Assert.Contains(VeroContract.MaxDepth.ToString(CultureInfo.InvariantCulture), ValueProblems.TooDeep, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Vero.Typed.Tests.Oracle;

/// <summary>Generated events, tracked with their own identity and with a given one, with System.Text.Json over the same object as the oracle.</summary>
public class EventOracleTests
{
    private const int Iterations = 500;

    [Fact]
    public void Events_are_what_System_Text_Json_makes_of_them() =>
        Agree(Generated.Purchases<Purchase>(), "Bought \"it\"", static (expected, actual) => SystemTextJson.Difference(expected, actual));

    [Fact]
    public void Events_as_strings_hold_what_System_Text_Json_makes_of_them() =>
        Agree(Generated.Purchases<PurchaseAsStrings>(), "Bought as strings", SystemTextJson.DifferenceAsStrings);

    // The control: something is planted wrong in each part of the body, and each is found.
    [Fact]
    public void A_planted_difference_is_found()
    {
        var purchase = new Purchase { UserEmail = "zoë@example.com", At = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)), Store = "canary", Decimal = 1.10m };
        JsonElement expected = SystemTextJson.EventBody(purchase, "Bought \"it\"", new VeroIdentity("7", "zoë@example.com"));
        string json = purchase.ToTrackRequest().ToJson();
        Assert.Null(SystemTextJson.Difference(expected, JsonElement.Parse(json)));
        foreach ((string right, string wrong) in ((string, string)[])
            [("canary", "canarx"), (":1.10", ":1.1"), ("\"id\":\"7\"", "\"id\":\"8\""), ("zoë@", "zoe@"), ("Bought", "bought"), ("oracle", "shop"), ("+01:00", "+02:00"), ("\"extras\"", "\"extra\"")])
        {
            Assert.Contains(right, json, StringComparison.Ordinal);
            Assert.NotNull(SystemTextJson.Difference(expected, JsonElement.Parse(json.Replace(right, wrong, StringComparison.Ordinal))));
        }
    }

    private static void Agree<T>(Gen<T> events, string eventName, Func<JsonElement, JsonElement, string?> difference)
        where T : Purchase => Gen.Select(events, Inputs.Id, Generated.CultureName).Sample(
        (purchase, otherId, culture) =>
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                ReadOnlyMemory<byte> own = purchase.ToTrackRequest().Utf8Json;
                Check(own.Span, new VeroIdentity(purchase.UserId, purchase.UserEmail));
                var destination = new ExactDestination();
                purchase.WriteTrackRequest(destination);
                Assert.True(destination.Written.SequenceEqual(own.Span), "the destination got another body than the request");

                var other = new VeroIdentity(otherId, "other@example.com");
                ReadOnlyMemory<byte> given = purchase.ToTrackRequest(other).Utf8Json;
                Check(given.Span, other);
                var givenDestination = new ExactDestination();
                purchase.WriteTrackRequest(givenDestination, other);
                Assert.True(givenDestination.Written.SequenceEqual(given.Span), "the destination got another body than the request");

                // What was written is also what a queue hands back.
                TrackRequest request = purchase.ToTrackRequest();
                Assert.Equal(request, VeroRequest.ParseEnvelope(request.ToEnvelope()));
                Assert.Equal((eventName, purchase.UserId), (request.EventName, request.UserId));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }

            void Check(ReadOnlySpan<byte> body, VeroIdentity user)
            {
                Assert.Null(StrictJson.Fault(body));
                Assert.Null(difference(SystemTextJson.EventBody(purchase, eventName, user), JsonElement.Parse(body)));
            }
        },
        iter: Iterations,
        print: sample => $"{sample.Item3}: {SystemTextJson.EventBody(sample.Item1, eventName, new VeroIdentity(sample.Item1.UserId)).GetRawText()}");
}

using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Vero.Typed.Tests.Requests;

/// <summary>Track requests that come from elsewhere.</summary>
public class TrackRequestTests
{
    private const string Canary = "c4n4ry";

    public static TheoryData<string> Bodies =>
    [
        """{"identity":{"id":"7"},"event_name":"Placed order"}""",
        """{"identity":{"id":"7","email":"a@b"},"event_name":"placed_order","data":{"total":1.5,"timezone":-7},"extras":{"source":"shop","created_at":"2026-03-01T09:30:00+01:00"}}""",
        """{"identity":{"email":null,"id":"7"},"event_name":"x","data":null,"extras":null}""",
        """{"event_name":"x","id":1,"identity":{"id":"7","email":"","more":[{}]}}""",
        """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"2023-05-30T04:46:31+0000"}}""",
        """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"2023-05-30T04:46:31.123Z","more":{"created_at":1}}}""",
        $$"""{"identity":{"id":"7"},"event_name":"{{new string('n', 254)}}"}""",
    ];

    /// <summary>The body, what is wrong, and the byte at which it is.</summary>
    public static TheoryData<string, string, int> Faults => new()
    {
        { "{}", BodyProblems.IdMissing, 0 },
        { """{"id":"7","event_name":"c4n4ry"}""", BodyProblems.IdMissing, 0 },
        { """{"identity":"7","event_name":"c4n4ry"}""", BodyProblems.IdentityNotObject, 12 },
        { """{"identity":{"id":7},"event_name":"c4n4ry"}""", BodyProblems.IdNotString, 18 },
        { """{"identity":{"id":"7","id":"8"},"event_name":"c4n4ry"}""", BodyProblems.DuplicateKey, 22 },
        { """{"identity":{"id":"7","email":"c4n4ry"},"event_name":"c4n4ry"}""", ValueProblems.EmailMalformed, 30 },
        { """{"identity":{"id":"7"}}""", BodyProblems.EventNameMissing, 0 },
        { """{"identity":{"id":"7"},"event_name":null}""", BodyProblems.EventNameNotString, 36 },
        { """{"identity":{"id":"7"},"event_name":" "}""", ValueProblems.EventNameBlank, 36 },
        { """{"identity":{"id":"7"},"event_name":"visited_SITE"}""", ValueProblems.EventNameReserved, 36 },
        { """{"identity":{"id":"7"},"event_name":"Identified"}""", ValueProblems.EventNameReserved, 36 },
        { $$"""{"identity":{"id":"7"},"event_name":"{{new string('n', 255)}}"}""", ValueProblems.TooLong, 36 },
        { """{"identity":{"id":"7"},"event_name":"x","data":{"timezone":"c4n4ry"}}""", ValueProblems.TimezoneNotInteger, 59 },
        { """{"identity":{"id":"7"},"event_name":"x","data":[]}""", BodyProblems.DataNotObject, 47 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":"c4n4ry"}""", BodyProblems.ExtrasNotObject, 49 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":1}}""", BodyProblems.CreatedAtNotDate, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"2026-03-01T09:30:00"}}""", BodyProblems.CreatedAtNotDate, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"2026-03-01"}}""", BodyProblems.CreatedAtNotDate, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":null}}""", BodyProblems.CreatedAtNotDate, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"0001-01-01T00:00:00+00:00"}}""", ValueProblems.DateNotSet, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"created_at":"0001-01-01T00:00:00-05:00"}}""", ValueProblems.DateNotSet, 63 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"source":5}}""", BodyProblems.SourceNotString, 59 },
        { """{"identity":{"id":"7"},"event_name":"x","auth_token":"c4n4ry"}""", BodyProblems.Credential, 53 },
        { """{"identity":{"id":"7","Tracking_api_key":"c4n4ry"},"event_name":"x"}""", BodyProblems.Credential, 41 },
        { """{"identity":{"id":"7"},"event_name":"x","extras":{"AUTH_TOKEN":"c4n4ry"}}""", BodyProblems.Credential, 63 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_is_kept_byte_for_byte_through_every_way_of_a_queue(string body)
    {
        TrackRequest request = TrackRequest.Parse(body);
        Assert.Equal((VeroOperation.Track, "7", body), (request.Operation, request.UserId, request.ToJson()));
        Assert.Equal(request, TrackRequest.Parse(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(request, VeroRequest.ParseEnvelope(request.ToEnvelope()));
        Assert.Equal(request, JsonSerializer.Deserialize<TrackRequest>(JsonSerializer.Serialize(request)));
        Assert.Equal(request, JsonSerializer.Deserialize<TrackRequest>(body));
        Assert.Equal(request, TypeDescriptor.GetConverter(typeof(TrackRequest)).ConvertFromInvariantString(request.ToEnvelope()));
    }

    [Fact]
    public void A_request_says_its_event_and_its_user_and_nothing_of_either_in_its_string()
    {
        TrackRequest request = TrackRequest.Parse("""{"event_name":"Placed order","identity":{"email":"a@b","id":"c4n4ry"}}""");
        Assert.Equal(("Placed order", "c4n4ry", "a@b"), (request.EventName, request.UserId, request.Email));
        Assert.Equal("track (70 bytes)", request.ToString());
        Assert.Null(TrackRequest.Parse("""{"event_name":"x","identity":{"id":"1"},"data":{"email":"a@b"}}""").Email);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_body_that_could_not_have_been_written_is_refused_without_repeating_it(string body, string problem, int offset)
    {
        string message = BodyProblems.OfBody("track", problem, offset).Message;
        Assert.Equal(message, Assert.Throws<FormatException>(() => TrackRequest.Parse(body)).Message);
        Assert.DoesNotContain(Canary, message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope($$"""{"v":1,"operation":"track","body":{{body}}}"""));
    }

    [Fact]
    public void Another_operation_is_no_event() =>
        Assert.Throws<FormatException>(() => TypeDescriptor.GetConverter(typeof(TrackRequest)).ConvertFromInvariantString(new UnsubscribeRequest(new VeroIdentity("7")).ToEnvelope()));
}

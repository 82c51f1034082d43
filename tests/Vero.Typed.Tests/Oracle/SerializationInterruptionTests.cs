using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Vero.Typed.Tests.Oracle;

/// <summary>The user's own code throws, or serializes, in the middle of a body.</summary>
public class SerializationInterruptionTests
{
    private static readonly Scalars Healthy = new() { Text = "Zoë", Email = "zoë@example.com", Int64 = -1 };

    [Fact]
    public void Whatever_read_throws_nothing_is_returned_nothing_shows_up_later_and_enumerators_are_disposed()
    {
        string healthy = Healthy.ToIdentifyRequest().ToJson();
        var whole = new Fuse(blowsAt: null);
        string json = new FusedCustomer(whole).ToIdentifyRequest().ToJson();
        Assert.Contains("canary-f", json, StringComparison.Ordinal);
        Assert.InRange(whole.Reads, 30, 100);
        Assert.Equal((5, 5), (whole.Begun, whole.Ended));

        for (int at = 1; at <= whole.Reads; at++)
        {
            var fuse = new Fuse(at);
            Assert.Same(fuse.Fault, Assert.Throws<InvalidOperationException>(() => new FusedCustomer(fuse).ToIdentifyRequest()));
            Assert.Equal(at, fuse.Reads);
            Assert.Equal(fuse.Begun, fuse.Ended);
            Assert.Equal(healthy, Healthy.ToIdentifyRequest().ToJson());

            var destination = new ArrayBufferWriter<byte>();
            var exact = new ExactDestination();
            Assert.Throws<InvalidOperationException>(() => new FusedCustomer(new Fuse(at)).WriteIdentifyRequest(destination));
            Assert.Throws<InvalidOperationException>(() => new FusedCustomer(new Fuse(at)).WriteIdentifyRequest(exact));
            Assert.Equal(0, destination.WrittenCount);
            Assert.Empty(exact.Written.ToArray());

            Healthy.WriteIdentifyRequest(destination);
            Assert.Equal(healthy, Encoding.UTF8.GetString(destination.WrittenSpan));
        }

        Assert.Equal(json, new FusedCustomer(new Fuse(blowsAt: null)).ToIdentifyRequest().ToJson());
        Assert.Null(StrictJson.Fault(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_getter_may_serialize_another_customer_into_a_request_and_into_the_same_destination() =>
        Gen.OneOf(Generated.Scalars<Scalars>().Select(IVeroUser (user) => user), Generated.Parts<Parts>().Select(IVeroUser (user) => user)).Sample(
            static other =>
            {
                byte[] inner = other.ToIdentifyRequest().Utf8Json.ToArray();
                byte[] outer = new ReentrantCustomer(other, destination: null).ToIdentifyRequest().Utf8Json.ToArray();
                Assert.Null(StrictJson.Fault(outer));

                string text = Encoding.UTF8.GetString(inner);
                JsonElement expected = JsonSerializer.SerializeToElement(new
                {
                    id = "7",
                    data = new { before = text, items = (string[])["first", text], part = new { city = "Bern", zip = 3000 }, after = "after" },
                });
                Assert.Null(SystemTextJson.Difference(expected, JsonElement.Parse(outer)));

                // Those that end first come first, whole.
                var roomy = new ArrayBufferWriter<byte>(1_000_000);
                new ReentrantCustomer(other, roomy).WriteIdentifyRequest(roomy);
                Assert.True(roomy.WrittenSpan.SequenceEqual([.. inner, .. inner, .. outer]));

                var exact = new ExactDestination();
                new ReentrantCustomer(other, exact).WriteIdentifyRequest(exact);
                Assert.True(exact.Written.SequenceEqual(roomy.WrittenSpan));
            },
            iter: 60);
}

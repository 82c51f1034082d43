using System.Net.Mail;

namespace Vero.Typed.Tests.Requests;

/// <summary>The generated <c>ToVeroIdentity()</c>.</summary>
public class ToVeroIdentityTests
{
    [Fact]
    public void It_has_the_id_and_the_email_that_an_identify_request_has()
    {
        Guid guid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(new VeroIdentity("42"), new PartialUser { Id = 42 }.ToVeroIdentity());
        Assert.Equal(new VeroIdentity("42", "ada@example.com"), new PartialUser { Id = 42, Email = "ada@example.com" }.ToVeroIdentity());
        Assert.Equal(new VeroIdentity("a\"é😀\\", "o'brien+é@example.com"), new PlainUser("a\"é😀\\", new MailAddress("o'brien+é@example.com")).ToVeroIdentity());
        Assert.Equal(new VeroIdentity(guid.ToString()), new StructUser { Id = guid }.ToVeroIdentity());
        Assert.Equal(new VeroIdentity("-9223372036854775808"), new PartialUser { Id = long.MinValue }.ToVeroIdentity());
        Assert.Equal(new VeroIdentity("0"), new ZeroUser { Id = 0 }.ToVeroIdentity());
    }

    [Fact]
    public void An_empty_email_is_none() => Assert.Null(new PartialUser { Id = 42, Email = "" }.ToVeroIdentity().Email);

    [Fact]
    public void It_is_that_of_the_derived_type()
    {
        PartialUser user = new DerivedUser { Id = 42, Email = "ada@example.com" };
        IVeroUser contract = user;

        Assert.Equal(new VeroIdentity("42", "ada@example.com"), user.ToVeroIdentity());
        Assert.Equal(new VeroIdentity("42", "ada@example.com"), contract.ToVeroIdentity());
    }

    [Fact]
    public void The_checks_of_the_type_apply()
    {
        Refused("Vero.Typed.Tests.Requests.PartialUser", "Id", ValueProblems.IdZero, () => new PartialUser().ToVeroIdentity());
        Refused("Vero.Typed.Tests.Requests.StructUser", "Id", ValueProblems.IdEmptyGuid, () => default(StructUser).ToVeroIdentity());
        Refused("Vero.Typed.Tests.Requests.PlainUser", "Id", ValueProblems.IdMissing, () => new PlainUser(null!, null).ToVeroIdentity());
        Refused("Vero.Typed.Tests.Requests.PartialUser", "Email", ValueProblems.EmailMalformed, () => new PartialUser { Id = 42, Email = "c4n4ry" }.ToVeroIdentity());
        Assert.Throws<ArgumentNullException>(() => ((PlainUser)null!).ToVeroIdentity());
    }

    // The thread's buffer goes back: an identity must not cost the next body its memory.
    [Fact]
    public void Bodies_that_are_made_afterwards_are_right()
    {
        for (int i = 1; i < 20; i++)
        {
            var user = new PartialUser { Id = i, Email = $"a{i}@b" };
            Assert.Equal(new VeroIdentity($"{i}", $"a{i}@b"), user.ToVeroIdentity());
            Assert.Equal($$"""{"id":"{{i}}","email":"a{{i}}@b"}""", user.ToIdentifyRequest().ToJson());
        }
    }

    private static void Refused(string type, string member, string problem, Func<VeroIdentity> make)
    {
        VeroSerializationException exception = Assert.Throws<VeroSerializationException>(() => make());
        Assert.Equal($"{type}.{member}: {problem}", exception.Message);
        Assert.Equal((type, member), (exception.TypeName, exception.MemberName));
    }
}

internal partial class PartialUser
{
    [VeroId]
    public long Id { get; set; }

    [VeroEmail]
    public string? Email { get; set; }
}

internal sealed partial class DerivedUser : PartialUser
{
    [VeroTrait]
    public string? Plan { get; set; }
}

internal sealed record PlainUser([VeroId] string Id, [VeroEmail] MailAddress? Email);

internal partial struct StructUser
{
    [VeroId]
    public Guid Id { get; set; }
}

internal sealed class ZeroUser
{
    [VeroId(AllowDefault = true)]
    public int Id { get; set; }
}

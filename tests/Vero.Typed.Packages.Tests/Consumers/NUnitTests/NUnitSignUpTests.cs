namespace Shop.Tests;

[TestFixture]
public sealed class NUnitSignUpTests
{
    [Test]
    public Task A_customer_is_identified() => SignUpChecks.UnitAsync();

    [Test]
    public Task The_application_needs_no_token() => SignUpChecks.HostAsync();

    [Test]
    public Task Without_the_fake_it_does() => SignUpChecks.ControlAsync();
}

namespace Shop.Tests;

[TestClass]
public sealed class MSTestSignUpTests
{
    [TestMethod]
    public Task A_customer_is_identified() => SignUpChecks.UnitAsync();

    [TestMethod]
    public Task The_application_needs_no_token() => SignUpChecks.HostAsync();

    [TestMethod]
    public Task Without_the_fake_it_does() => SignUpChecks.ControlAsync();
}

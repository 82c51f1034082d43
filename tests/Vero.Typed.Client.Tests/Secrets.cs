using System.Collections;

namespace Vero.Typed.Client.Tests;

/// <summary>Looks for the token and the customer's data where they must not be.</summary>
internal static class Secrets
{
    public static IReadOnlyList<string> Texts { get; } = [Clients.Token, Clients.EncodedToken, Clients.Email, "customer-4711"];

    public static void AssertNoneIn(Exception exception) => AssertNoneIn(exception, Texts);

    public static void AssertNoneIn(Exception exception, IReadOnlyCollection<string> secrets)
    {
        AssertNoneIn(exception.ToString(), secrets);
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            AssertNoneIn(e.Message, secrets);
            foreach (DictionaryEntry entry in e.Data)
                AssertNoneIn($"{entry.Key}={entry.Value}", secrets);
        }
    }

    public static void AssertNoneIn(string text) => AssertNoneIn(text, Texts);

    public static void AssertNoneIn(string text, IReadOnlyCollection<string> secrets) =>
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
}

using Vero.Typed.Sandbox.Contract;

namespace Vero.Typed.Sandbox.Http;

/// <summary>Takes credentials out of what is shown: a token that was meant for Vero may arrive here by mistake.</summary>
internal sealed class RequestRedaction(TrackContract contract)
{
    private const string Redacted = "***";

    private static readonly HashSet<string> SecretHeaders = new(["Authorization", "Proxy-Authorization", "Cookie"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The query with another text in the place of each token.</summary>
    public string Query(string query)
    {
        if (query.Length < 2)
            return query;
        return "?" + string.Join('&', query[1..].Split('&').Select(parameter =>
        {
            string name = parameter.Split('=')[0];
            return contract.CredentialParameters.Contains(Uri.UnescapeDataString(name), StringComparer.OrdinalIgnoreCase) ? $"{name}={Redacted}" : parameter;
        }));
    }

    /// <summary>The headers with another text in the place of each secret.</summary>
    public static IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string> headers) =>
        headers.ToDictionary(static header => header.Key, static header => SecretHeaders.Contains(header.Key) ? Redacted : header.Value, StringComparer.OrdinalIgnoreCase);
}

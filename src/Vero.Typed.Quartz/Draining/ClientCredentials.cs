using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Tells one credential of a client from another without storing it, so that a pause ends when the credential is changed.</summary>
internal sealed class ClientCredentials(IOptionsMonitor<VeroClientOptions> options)
{
    private const int FingerprintBytes = 8;

    /// <summary>The first bytes of a hash; never empty, because an empty one stands for a pause of every credential.</summary>
    public string FingerprintOf(string client)
    {
        string credential;
        try
        {
            VeroClientOptions current = options.Get(client);
            credential = current.AuthToken + "\n" + current.TrackingApiKey;
        }
        catch (OptionsValidationException)
        {
            // A client that replaces ours, in a test for example, needs no valid options.
            credential = "";
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes("Vero.Typed.Quartz\n" + credential));
        return Convert.ToHexStringLower(hash.AsSpan(0, FingerprintBytes));
    }
}

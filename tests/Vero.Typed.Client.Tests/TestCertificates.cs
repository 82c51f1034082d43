using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vero.Typed.Client.Tests;

internal static class TestCertificates
{
    /// <summary>A certificate that signs itself, for this machine.</summary>
    public static X509Certificate2 Create(string name, int validFromYears = -1, int validToYears = 1)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddYears(validFromYears), now.AddYears(validToYears));
    }
}

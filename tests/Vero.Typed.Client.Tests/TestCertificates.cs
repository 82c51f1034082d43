using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vero.Typed.Client.Tests;

internal static class TestCertificates
{
    /// <summary>An authority of our own, which a client may be told to trust.</summary>
    public static X509Certificate2 Authority { get; } = CreateAuthority();

    /// <summary>A certificate that signs itself, for this machine.</summary>
    public static X509Certificate2 Create(string name, int validFromYears = -1, int validToYears = 1)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return NewRequest(name, key, IPAddress.Loopback).CreateSelfSigned(now.AddYears(validFromYears), now.AddYears(validToYears));
    }

    /// <summary>A certificate of <see cref="Authority"/>.</summary>
    /// <param name="host">The host that it is for.</param>
    /// <param name="validFromYears">When it begins to be valid, in years from now.</param>
    /// <param name="validToYears">When it ends to be valid, in years from now.</param>
    /// <param name="address">The address that it is for as well.</param>
    public static X509Certificate2 Issue(string host, int validFromYears = -1, int validToYears = 1, IPAddress? address = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 issued = NewRequest(host, key, address).Create(
            Authority, now.AddYears(validFromYears), now.AddYears(validToYears), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest NewRequest(string name, ECDsa key, IPAddress? address)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (Uri.CheckHostName(name) is UriHostNameType.Dns)
            names.AddDnsName(name);
        if (address is not null)
            names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 CreateAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Vero.Typed test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddYears(-10), now.AddYears(10));
    }
}

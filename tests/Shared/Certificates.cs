using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Shared;

/// <summary>An authority and the certificates it issues, as PEM files in a folder that goes with it.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset Begin = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset End = DateTimeOffset.UtcNow.AddDays(30);

    private readonly X509Certificate2 authority;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificates-");
    private byte serial;

    public Certificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = request.CreateSelfSigned(Begin, End);
        File.WriteAllText(Trust, authority.ExportCertificatePem());
    }

    /// <summary>The PEM file of the authority's certificate.</summary>
    public string Trust => Path.Combine(folder.FullName, "authority.pem");

    /// <summary>Trusts this authority and no other.</summary>
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        return policy;
    }

    public string In(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes <c>NAME.pem</c> and <c>NAME.key</c>: a certificate for these host names and addresses.</summary>
    public (string Certificate, string Key) Issue(string name, params string[] hosts)
    {

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, Begin, End, [++serial]);
        var (certificate, keyFile) = (In($"{name}.pem"), In($"{name}.key"));
        File.WriteAllText(certificate, issued.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificate, keyFile);
    }

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }
}

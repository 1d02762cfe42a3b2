using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Transport.Sip;

/// <summary>Our certificate with its key, as TLS wants it.</summary>
public static class TlsIdentity
{
    /// <summary>Reads a certificate and its private key from PEM files.</summary>
    /// <param name="key">Null: the key stands in the file of the certificate.</param>
    /// <param name="password">Null: the key is not encrypted.</param>
    /// <exception cref="CryptographicException">The files hold no certificate, no key, or not the key of the certificate.</exception>
    public static X509Certificate2 Read(string certificate, string? key, string? password)
    {
        var read = password is null
            ? X509Certificate2.CreateFromPemFile(certificate, key)
            : X509Certificate2.CreateFromEncryptedPemFile(certificate, password, key);
        if (!OperatingSystem.IsWindows())
        {
            return read;
        }

        // The TLS of Windows does not take a key that lives in memory only.
        using (read)
        {
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        }
    }
}

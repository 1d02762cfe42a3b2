using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Transport.Sip;

/// <summary>Whether clients show a certificate (RFC 3261 26.3.1).</summary>
public enum ClientCertificatePolicy
{
    None,

    /// <summary>One that is shown must be good.</summary>
    Request,

    Require,
}

/// <summary>TLS 1.2 and 1.3 on both sides of a connection (RFC 3261 26.2.1, RFC 8446).</summary>
public sealed class SipTls(TlsCertificates certificates, ClientCertificatePolicy clients = ClientCertificatePolicy.None, bool only13 = false)
{
    private readonly SslProtocols protocols = only13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <exception cref="AuthenticationException">The peer does not speak TLS as we want it, or its certificate is not good.</exception>
    public async Task<SslStream> AcceptAsync(Stream inner, CancellationToken cancellation)
    {
        var current = certificates.Current();
        var stream = new SslStream(inner);
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = current.Own,
                EnabledSslProtocols = protocols,
                ClientCertificateRequired = clients != ClientCertificatePolicy.None,
                CertificateChainPolicy = Policy(current),
                RemoteCertificateValidationCallback = (_, shown, _, errors) => shown is null
                    ? clients != ClientCertificatePolicy.Require
                    : errors == SslPolicyErrors.None || clients == ClientCertificatePolicy.None,
            },
            cancellation).ConfigureAwait(false);
        return stream;
    }

    /// <param name="name">What the peer's certificate must be for, a host name or an address; a name is also told in the handshake (RFC 6066 3).</param>
    /// <exception cref="AuthenticationException">The peer does not speak TLS as we want it, or its certificate is not good.</exception>
    public async Task<SslStream> ConnectAsync(Stream inner, string name, CancellationToken cancellation)
    {
        var current = certificates.Current();
        var stream = new SslStream(inner);
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = name,
                EnabledSslProtocols = protocols,
                ClientCertificateContext = current.Own,
                CertificateChainPolicy = Policy(current),
            },
            cancellation).ConfigureAwait(false);
        return stream;
    }

    private static X509ChainPolicy? Policy(TlsCertificates.Loaded current)
    {
        if (current.Trust is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(current.Trust);
        return policy;
    }
}

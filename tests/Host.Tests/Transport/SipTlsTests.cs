using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging.Abstractions;
using static Host.Tests.Transport.DoorStage;

namespace Host.Tests.Transport;

/// <summary>SIP over TLS (RFC 3261 26.2.1, RFC 5922), with certificates made here.</summary>
public sealed class SipTlsTests : IDisposable
{
    private readonly Certificates authority = new();

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_doors_talk_over_tls(bool only13)
    {
        await using var here = await Open(tls: Tls("here", only13: only13));
        await using var there = await Open(tls: Tls("there", only13: only13));
        Assert.True(here.Door.Send(null, there.Local, Message(Asking(1))));
        var connection = (await there.Received()).Connection;
        Assert.True(there.Door.Send(connection.Number, connection.Remote, Message(Asking(2))));
        Assert.Equal(2u, (await here.Received()).Decoded.Message!.CSeq.Number);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_accepted()
    {
        await using var here = await Open(tls: Tls("here"), name: "sip.example.net");
        await using var there = await Open(tls: Tls("there"));
        Assert.True(here.Door.Send(null, there.Local, Message(Asking(1))));
        Assert.Equal(1u, (await here.NotSent()).CSeq.Number);
        Assert.Contains("no TLS: ", (await here.Closed()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_accepted()
    {
        using var foreign = new Certificates();
        await using var here = await Open(tls: Tls("here"));
        await using var there = await Open(tls: Tls("there", foreign));
        Assert.True(here.Door.Send(null, there.Local, Message(Asking(1))));
        Assert.Equal(1u, (await here.NotSent()).CSeq.Number);
    }

    [Theory]
    [InlineData(ClientCertificatePolicy.Require, true, true)]
    [InlineData(ClientCertificatePolicy.Require, false, false)]
    [InlineData(ClientCertificatePolicy.Request, false, true)]
    public async Task Clients_show_their_certificate_where_it_is_wanted(ClientCertificatePolicy policy, bool shows, bool passes)
    {
        await using var stage = await Open(tls: Tls("gateway", clients: policy));
        await using var raw = await stage.Connect();
        await using var client = new SslStream(raw);
        var (certificate, key) = authority.Issue("phone", "localhost");
        using var own = X509Certificate2.CreateFromPemFile(certificate, key);
        var answered = await Answered(client, new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = authority.Policy(),
            ClientCertificateContext = shows ? SslStreamCertificateContext.Create(own, null, offline: true) : null,
        });
        Assert.Equal(passes, answered);
        if (!passes)
        {
            Assert.True((await stage.Closed()).IsFailure);
        }
    }

    [Fact]
    public async Task Plain_words_at_a_tls_door_end_the_connection()
    {
        await using var stage = await Open(tls: Tls("gateway"));
        await using var raw = await stage.Connect();
        await raw.WriteAsync(Octets(Asking(1)));
        Assert.Contains("no TLS", (await stage.Closed()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_certificate_is_shown_from_the_next_handshake_on()
    {
        var clock = new HandClock();
        var (certificate, key) = authority.Issue("gateway", "localhost");
        var certificates = new TlsCertificates(new TlsFiles(certificate, key, null, authority.Trust), clock, NullLogger.Instance);
        await using var stage = await Open(tls: new SipTls(certificates));
        var first = await Shown(stage);

        // A file half written changes nothing.
        File.WriteAllText(certificate, "-----BEGIN CERT");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(first, await Shown(stage));

        authority.Issue("gateway", "localhost", "another");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first, await Shown(stage));
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused_at_once()
    {
        var (certificate, _) = authority.Issue("one", "localhost");
        var (_, key) = authority.Issue("two", "localhost");
        Assert.ThrowsAny<CryptographicException>(() => TlsCertificates.Read(new TlsFiles(certificate, key)));
    }

    [Fact]
    public void An_encrypted_key_is_read_with_its_password()
    {
        var (certificate, key) = authority.Issue("one", "localhost");
        using var plain = ECDsa.Create();
        plain.ImportFromPem(File.ReadAllText(key));
        var encrypted = authority.In("encrypted.key");
        File.WriteAllText(encrypted, plain.ExportEncryptedPkcs8PrivateKeyPem("open", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)));
        Assert.True(TlsCertificates.Read(new TlsFiles(certificate, encrypted, "open")).Own.TargetCertificate.HasPrivateKey);
        Assert.ThrowsAny<CryptographicException>(() => TlsCertificates.Read(new TlsFiles(certificate, encrypted, "shut")));
    }

    private SipTls Tls(string name, Certificates? by = null, ClientCertificatePolicy clients = ClientCertificatePolicy.None, bool only13 = false)
    {
        var (certificate, key) = (by ?? authority).Issue(name, "localhost", "127.0.0.1");
        return new SipTls(new TlsCertificates(new TlsFiles(certificate, key, null, authority.Trust), TimeProvider.System, NullLogger.Instance), clients, only13);
    }

    private async Task<string> Shown(DoorStage stage)
    {
        await using var raw = await stage.Connect();
        await using var client = new SslStream(raw);
        await client.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = authority.Policy() });
        return client.RemoteCertificate!.GetCertHashString();
    }

    /// <summary>Whether a ping comes back: with TLS 1.3 a client learns only then that its certificate was not good enough.</summary>
    private static async Task<bool> Answered(SslStream client, SslClientAuthenticationOptions options)
    {
        try
        {
            await client.AuthenticateAsClientAsync(options);
            await client.WriteAsync("\r\n\r\n"u8.ToArray());
            return await Read(client, 2) == "\r\n";
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return false;
        }
    }
}

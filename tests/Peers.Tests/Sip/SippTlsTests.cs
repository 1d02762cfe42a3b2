using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Engine.Transfers;
using Gateway.Host.Options;
using Gateway.Lab;

namespace Peers.Tests.Sip;

/// <summary>
/// SIPp over TLS (RFC 3261 26.2.1, RFC 5246, RFC 8446). It has none itself: stunnel is the end of its connections, with OpenSSL's idea of what TLS and
/// certificates are, and the scenarios say TLS where SIPp would say TCP.
/// </summary>
public sealed class SippTlsTests : IDisposable
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Certificates authority = new();

    public void Dispose() => authority.Dispose();

    [PeerTheory(Peer.Sipp, Peer.Stunnel)]
    [InlineData("TLSv1.2")]
    [InlineData("TLSv1.3")]
    public async Task A_telephone_with_a_certificate_calls_holds_is_refused_a_transfer_and_transfers(string version)
    {
        await using ServiceUnderTest service = await Serve(ClientCertificate.Require);
        IPEndPoint door = service.Gateway.SipDoors["tls"];
        await using Stunnel stunnel = await Stunnel.Before(door, authority, version, "telephone");
        await Sipp.Call("tls-transfer", stunnel.Local, "3001", "3002", transport: "t1", named: door);
        Assert.True(await stunnel.Tells($"{version} ciphersuite"));
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Succeeded, "h450"), (record.Outcome, record.MethodsTried[^1]));
        Assert.Equal(("1001", "3001", "3002"), (record.TransferorParty.Number, record.TransfereeParty?.Number, record.TargetParty?.Number));
    }

    [PeerTheory(Peer.Sipp, Peer.Stunnel)]
    [InlineData("TLSv1.2")]
    [InlineData("TLSv1.3")]
    public async Task A_telephone_that_wants_our_certificate_is_called_and_transferred_to(string version)
    {
        IPEndPoint plain = PeerProcess.FreePort();
        await using Stunnel stunnel = await Stunnel.Behind(plain, authority, version);
        await using Sipp phone = await Sipp.Answer("tls-answer", plain, "t1", stunnel.Local);
        await using ServiceUnderTest service = await Serve(ClientCertificate.None, stunnel.Local);
        await Sipp.Call("blind", service.Sip, "3001", "1002");
        Assert.True(await stunnel.Tells($"{version} ciphersuite"));
        Assert.Equal(TransferOutcome.Succeeded, (await service.Record()).Outcome);
        service.Lab.Endpoint!.Tell(new FarEndInput.HangUp((await service.Sees<FarEndEvent.Moved>("endpoint")).NewCall));
        await phone.Ends();
    }

    [PeerFact(Peer.Sipp, Peer.Stunnel)]
    public async Task Who_is_called_by_a_sips_URI_stays_secure()
    {
        await using ServiceUnderTest service = await Serve(ClientCertificate.None);
        await using Stunnel stunnel = await Stunnel.Before(service.Gateway.SipDoors["tls"], authority, "TLSv1.3", null);
        await Sipp.Call("sips", stunnel.Local, "3001", transport: "t1");
        await service.Sees<FarEndEvent.Released>("endpoint");
    }

    [PeerTheory(Peer.Stunnel)]
    [InlineData("TLSv1.2")]
    [InlineData("TLSv1.3")]
    public async Task Who_shows_no_certificate_where_one_is_required_is_turned_away(string version)
    {
        await using ServiceUnderTest service = await Serve(ClientCertificate.Require);
        await using Stunnel known = await Stunnel.Before(service.Gateway.SipDoors["tls"], authority, version, "telephone");
        Assert.Equal("SIP/2.0 200 OK", await Answer(known.Local));
        await using Stunnel unknown = await Stunnel.Before(service.Gateway.SipDoors["tls"], authority, version, null);
        Assert.Null(await Answer(unknown.Local));
    }

    /// <summary>What an OPTIONS is answered, null when the connection is closed instead.</summary>
    private static async Task<string?> Answer(IPEndPoint to)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(to);
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"""
                OPTIONS sip:{to} SIP/2.0
                Via: SIP/2.0/TLS {client.Client.LocalEndPoint};branch=z9hG4bK-1
                Max-Forwards: 70
                From: <sip:1001@{to}>;tag=1
                To: <sip:{to}>
                Call-ID: 1@{to}
                CSeq: 1 OPTIONS
                Content-Length: 0


                """.ReplaceLineEndings("\r\n")));
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync().WaitAsync(ServiceUnderTest.Patience);
        }
        catch (IOException)
        {
            // So it was cut off.
            return null;
        }
    }

    /// <param name="telephone">Where calls for telephones go, over TLS; null: nowhere.</param>
    private async Task<ServiceUnderTest> Serve(ClientCertificate wants, IPEndPoint? telephone = null)
    {
        (string certificate, string key) = authority.Issue("gateway", "127.0.0.1");
        return await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Listeners =
            [
                .. configuration.Listeners,
                new ListenerOptions
                {
                    Id = "tls", Protocol = ListenerProtocol.SipTls, Bind = AnyPort,
                    Tls = new TlsOptions { Certificate = certificate, Key = key, Trust = authority.Trust, ClientCertificate = wants },
                },
            ],
            Peers = [.. configuration.Peers.Select(peer => peer.Protocol != PeerProtocol.Sip || telephone is null ? peer : peer with
            {
                Address = null,
                Addresses = [$"{telephone};transport=tls"],
            })],
        });
    }
}

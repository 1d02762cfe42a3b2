using System.Net;
using Gateway.Host.Options;
using Gateway.Lab;

namespace Peers.Tests.Phones;

/// <summary>A real telephone behind TLS, both sides showing certificates of an authority made here (RFC 3261 26.3.1, RFC 5922).</summary>
public sealed class PhoneOverTlsTests : IDisposable
{
    private readonly Certificates authority = new();

    public void Dispose() => authority.Dispose();

    [PeerFact(Peer.Baresip)]
    public async Task It_calls_and_transfers()
    {
        await using Baresip phone = await Phone();
        await using ServiceUnderTest service = await Serve(phone);
        string call = await phone.Call("3001");
        await phone.Transfer(call, "3002");
        await phone.IsAnswered(call, "REFER", 202);
        await phone.IsNotified(call, 200);
        await phone.Ends(call);
        await service.Transfers("1101", "3001", "3002", "h450");
    }

    [PeerFact(Peer.Baresip)]
    public async Task It_is_called()
    {
        await using Baresip phone = await Phone();
        await using ServiceUnderTest service = await Serve(phone);
        FarEndCall placed = await service.Dials("endpoint", "1101");
        string call = await phone.TakesCall();
        service.FarEnd("endpoint").Tell(new FarEndInput.HangUp(placed));
        await phone.Ends(call);
    }

    private Task<Baresip> Phone() => Baresip.Start("1101", null, transport: Gateway.Sip.SipTransport.Tls, authority: authority);

    private async Task<ServiceUnderTest> Serve(Baresip phone)
    {
        (string certificate, string key) = authority.Issue("gateway", "127.0.0.1");
        ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Listeners =
            [
                new ListenerOptions
                {
                    Id = "tls", Protocol = ListenerProtocol.SipTls, Bind = new IPEndPoint(IPAddress.Loopback, 0),
                    Tls = new TlsOptions { Certificate = certificate, Key = key, Trust = authority.Trust },
                },
                .. configuration.Listeners,
            ],
            // baresip listens for TLS at the port behind the one for UDP and TCP.
            Peers = [.. configuration.Peers.Select(peer => peer.Protocol == PeerProtocol.Sip
                ? peer with { Address = new IPEndPoint(phone.Local.Address, phone.Local.Port + 1), Transport = Gateway.Sip.SipTransport.Tls }
                : peer)],
        });
        phone.Gateway = service.Gateway.SipDoors["tls"];
        return service;
    }
}

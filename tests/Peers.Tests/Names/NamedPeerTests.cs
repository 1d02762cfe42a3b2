using System.Net;
using System.Net.Sockets;
using Gateway.Host.Options;
using Gateway.Lab;
using Peers.Tests.Sip;
using SipTransport = Gateway.Sip.SipTransport;

namespace Peers.Tests.Names;

/// <summary>Telephones that the running service knows by a name, which dnsmasq resolves (RFC 3263): SIPp is there.</summary>
public class NamedPeerTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [PeerFact(Peer.Sipp, Peer.Dnsmasq)]
    public async Task A_call_goes_where_NAPTR_SRV_and_CNAME_lead()
    {
        await using Sipp phone = await Sipp.Answer("answer");
        await using Dnsmasq names = await Dnsmasq.Start(
            "naptr-record=phones.example,10,10,s,SIPS+D2T,,_sips._tcp.phones.example",
            "naptr-record=phones.example,20,20,s,SIP+D2U,,_sip._udp.pool.example",
            $"srv-host=_sip._udp.pool.example,sbc.example,{phone.Local.Port},10,100",
            "cname=sbc.example,sbc1.example",
            "host-record=sbc1.example,127.0.0.1");
        await using ServiceUnderTest service = await Serve(names, peer => peer with { Address = new DnsEndPoint("phones.example", 0) });
        await service.Noted("sip.peer.located");
        await Sipp.Call("call", service.Sip, "1002");
        await phone.Ends();
        Assert.True(await names.IsAsked("NAPTR] phones.example"));
        Assert.True(await names.IsAsked("SRV] _sip._udp.pool.example"));
    }

    [PeerFact(Peer.Sipp, Peer.Dnsmasq)]
    public async Task The_next_host_of_the_service_is_called_when_the_first_does_not_answer()
    {
        using var dead = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        dead.Bind(AnyPort);
        await using Sipp phone = await Sipp.Answer("answer", "t1");
        await using Dnsmasq names = await Dnsmasq.Start(
            $"srv-host=_sip._tcp.phones.example,sbc1.example,{((IPEndPoint)dead.LocalEndPoint!).Port},10,100",
            $"srv-host=_sip._tcp.phones.example,sbc1.example,{phone.Local.Port},20,100",
            "host-record=sbc1.example,127.0.0.1");
        await using ServiceUnderTest service = await Serve(names, peer => peer with { Address = new DnsEndPoint("phones.example", 0), Transport = SipTransport.Tcp });
        await service.Noted("sip.peer.located");
        await Sipp.Call("call", service.Sip, "1002");
        await service.Noted("sip.peer.next");
        await phone.Ends();
        Assert.False(names.WasAsked("NAPTR] phones.example"));
    }

    /// <summary>RFC 3263 4.2: a name without services is a host; and before it is known, a call to it is answered 503.</summary>
    [PeerFact(Peer.Sipp, Peer.Dnsmasq)]
    public async Task A_name_that_nobody_has_is_answered_for_and_one_that_is_a_host_is_called()
    {
        await using Sipp phone = await Sipp.Answer("answer");
        await using Dnsmasq names = await Dnsmasq.Start("host-record=host.example,127.0.0.1");
        await using (ServiceUnderTest service = await Serve(names, peer => peer with { Address = new DnsEndPoint("nobody.example", 0), Registrar = false }))
        {
            await service.Noted("sip.peer.unresolved");
            service.Lab.Endpoint!.Tell(new FarEndInput.Dial("1002"));
            // Q.850 (05/1998) cause 41: temporary failure.
            Assert.Equal(41, (await service.Sees<FarEndEvent.Released>("endpoint")).Cause);
        }

        await using (ServiceUnderTest service = await Serve(names, peer => peer with { Address = null, Addresses = [$"host.example:{phone.Local.Port}"] }))
        {
            await service.Noted("sip.peer.located");
            await Sipp.Call("call", service.Sip, "1002");
            await phone.Ends();
        }
    }

    private static Task<ServiceUnderTest> Serve(Dnsmasq names, Func<PeerOptions, PeerOptions> change) => ServiceUnderTest.Start(change: configuration => configuration with
    {
        Dns = new DnsOptions { Servers = [names.Local], MinimumSeconds = 1 },
        Listeners = [.. configuration.Listeners, new ListenerOptions { Id = "tcp", Protocol = ListenerProtocol.SipTcp, Bind = AnyPort }],
        Peers = [.. configuration.Peers.Select(peer => peer.Protocol == PeerProtocol.Sip ? change(peer) : peer)],
    });
}

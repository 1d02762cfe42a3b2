using Gateway.Engine.Transfers;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip;
using Peers.Tests.Phones;

namespace Peers.Tests.Proxy;

/// <summary>Telephones that know a proxy only, and a gateway that is the proxy's trunk: both ways, everything goes through it.</summary>
public class ThroughProxyTests
{
    [PeerTheory(Peer.Kamailio, Peer.Baresip, Peer.Linphone)]
    [InlineData(Topology.OneSocket)]
    [InlineData(Topology.TwoSockets)]
    [InlineData(Topology.TwoTransports)]
    [InlineData(Topology.Hidden)]
    [InlineData(Topology.HiddenCallId)]
    [InlineData(Topology.Stripped)]
    [InlineData(Topology.Workers)]
    [InlineData(Topology.Tls)]
    internal async Task Calls_go_both_ways_are_held_and_hung_up_by_either_side(Topology topology)
    {
        await using var proxy = new Kamailio(topology);
        await using ServiceUnderTest service = await Behind(proxy);
        await using Phone phone = await Phone.Start(Peer.Baresip, "1101", proxy.Local);
        string call = await phone.Call("3001");
        Assert.Equal("recvonly", (await phone.Hold(call)).Direction);
        Assert.Equal("sendrecv", (await phone.Resume(call)).Direction);
        await phone.HangUp(call);
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("endpoint")).Cause);

        FarEndCall dialled = await service.Dials("etsi", "1101");
        call = await phone.TakesCall();
        await service.Sees<FarEndEvent.Answered>("etsi");
        Assert.Equal("recvonly", (await phone.Hold(call)).Direction);
        service.FarEnd("etsi").Tell(new FarEndInput.HangUp(dialled));
        await phone.Ends(call);
        StayedApart(proxy, service, phone);
    }

    [PeerTheory(Peer.Kamailio, Peer.Baresip, Peer.Linphone)]
    [InlineData(Topology.OneSocket)]
    [InlineData(Topology.TwoSockets)]
    [InlineData(Topology.TwoTransports)]
    [InlineData(Topology.Hidden)]
    [InlineData(Topology.HiddenCallId)]
    [InlineData(Topology.Stripped)]
    [InlineData(Topology.Workers)]
    [InlineData(Topology.Tls)]
    internal async Task Callers_give_up_and_called_ones_are_busy(Topology topology)
    {
        await using var proxy = new Kamailio(topology);
        await using ServiceUnderTest service = await Behind(proxy);
        await using Phone phone = await Phone.Start(Peer.Linphone, "1101", proxy.Local);
        string ringing = await phone.Dial("4080");
        await phone.HearsRinging(ringing);
        await phone.HangUp(ringing);
        await phone.IsAnswered(ringing, "INVITE", 487);
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("etsi")).Cause);
        string busy = await phone.Dial("4086");
        await phone.IsAnswered(busy, "INVITE", 486);

        FarEndCall dialled = await service.Dials("endpoint", "1101");
        string missed = await phone.Rings();
        await service.Sees<FarEndEvent.Ringing>("endpoint");
        service.FarEnd("endpoint").Tell(new FarEndInput.HangUp(dialled));
        await phone.IsAsked(missed, "CANCEL");
        await phone.Ends(missed);
        StayedApart(proxy, service, phone);
    }

    [PeerTheory(Peer.Kamailio, Peer.Baresip, Peer.Linphone)]
    [InlineData(Topology.OneSocket)]
    [InlineData(Topology.TwoSockets)]
    [InlineData(Topology.TwoTransports)]
    [InlineData(Topology.Hidden)]
    [InlineData(Topology.HiddenCallId)]
    [InlineData(Topology.Stripped)]
    [InlineData(Topology.Workers)]
    [InlineData(Topology.Tls)]
    internal async Task A_REFER_is_refused_then_one_fails_and_one_succeeds(Topology topology)
    {
        await using var proxy = new Kamailio(topology);
        await using ServiceUnderTest service = await Behind(proxy);
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101", proxy.Local);
        await using Phone takes = await Phone.Start(Peer.Baresip, "1102", proxy.Local);
        string call = await asks.Call("4001");
        await asks.Transfer(call, "3900");
        await asks.IsAnswered(call, "REFER", 603);
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
        await asks.Transfer(call, "4086");
        await asks.IsNotified(call, 486);
        Assert.Equal(TransferOutcome.Failed, (await service.Record()).Outcome);
        await asks.Transfer(call, "1102");
        string taken = await takes.TakesCall();
        await asks.IsNotified(call, 200);
        await asks.Ends(call);
        await service.Transfers("1101", "4001", "1102", "bridge");
        await takes.HangUp(taken);
        Assert.Equal(16, (await service.Sees<FarEndEvent.Released>("etsi", over => over.Call.Number == 1)).Cause);
        StayedApart(proxy, service, asks, takes);
    }

    [PeerTheory(Peer.Kamailio, Peer.Baresip, Peer.Linphone)]
    [InlineData(Topology.OneSocket)]
    [InlineData(Topology.TwoSockets)]
    [InlineData(Topology.TwoTransports)]
    [InlineData(Topology.Hidden)]
    [InlineData(Topology.Stripped)]
    [InlineData(Topology.Workers)]
    [InlineData(Topology.Tls)]
    internal async Task A_REFER_with_Replaces_joins_two_telephones_behind_the_proxy(Topology topology)
    {
        await using var proxy = new Kamailio(topology);
        await using ServiceUnderTest service = await Behind(proxy);
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101", proxy.Local);
        await using Phone takes = await Phone.Start(Peer.Baresip, "1102", proxy.Local);
        string first = await asks.Call("3001");
        await asks.Hold(first);
        string second = await asks.Dial("1102");
        string taken = await takes.TakesCall();
        await asks.IsUp(second);
        await asks.TransferTo(first, second);
        await asks.IsAnswered(first, "REFER", 202);
        await asks.IsNotified(first, 200);
        await asks.Leave(second);
        await service.Transfers("1101", "3001", "1102", "bridge");
        await takes.HangUp(taken);
        await service.Sees<FarEndEvent.Released>("endpoint");
        StayedApart(proxy, service, asks, takes);
    }

    /// <summary>topoh gives a call another Call-ID on each side, but leaves that in a Refer-To as it is: it names a call that the gateway does not know (RFC 3891 3).</summary>
    [PeerFact(Peer.Kamailio, Peer.Baresip, Peer.Linphone)]
    public async Task A_REFER_whose_Replaces_the_proxy_did_not_translate_is_declined_and_both_calls_stay()
    {
        await using var proxy = new Kamailio(Topology.HiddenCallId);
        await using ServiceUnderTest service = await Behind(proxy);
        await using Phone asks = await Phone.Start(Peer.Linphone, "1101", proxy.Local);
        string first = await asks.Call("3001");
        await asks.Hold(first);
        string second = await asks.Call("4001");
        await asks.TransferTo(first, second);
        await asks.IsAnswered(first, "REFER", 603);
        Assert.Equal(TransferOutcome.Refused, (await service.Record()).Outcome);
        Assert.True(asks.WasNeverAsked(first, "BYE") && asks.WasNeverAsked(second, "BYE"));
        await asks.HangUp(second);
        await service.Sees<FarEndEvent.Released>("etsi");
        StayedApart(proxy, service, asks);
    }

    private static async Task<ServiceUnderTest> Behind(Kamailio proxy)
    {
        (string certificate, string key) = proxy.Authority.Issue("gateway", "127.0.0.1");
        ListenerOptions? listener = proxy.Transport switch
        {
            SipTransport.Tcp => new ListenerOptions { Id = "to-proxy", Protocol = ListenerProtocol.SipTcp },
            SipTransport.Tls => new ListenerOptions
            {
                Id = "to-proxy", Protocol = ListenerProtocol.SipTls,
                Tls = new TlsOptions { Certificate = certificate, Key = key, Trust = proxy.Authority.Trust, ClientCertificate = ClientCertificate.Require },
            },
            _ => null,
        };
        ServiceUnderTest service = await ServiceUnderTest.Start(change: configuration => configuration with
        {
            Listeners = listener is null ? configuration.Listeners : [.. configuration.Listeners, listener],
            Peers =
            [
                new PeerOptions
                {
                    Id = "proxy", Protocol = PeerProtocol.Sip, Address = proxy.Trunk, Sources = [$"{proxy.Trunk.Address}/32"],
                    Transport = proxy.Transport,
                },
                .. configuration.Peers,
            ],
            Routes = [new RouteOptions { Id = "to-proxy", Called = "11*", To = "proxy" }, .. configuration.Routes],
        });
        await proxy.Start(listener is null ? service.Sip : service.Gateway.SipDoors[listener.Id]);
        return service;
    }

    /// <summary>Nothing came to a telephone but from the proxy, and a proxy that hides the gateway did so.</summary>
    private static void StayedApart(Kamailio proxy, ServiceUnderTest service, params Phone[] phones)
    {
        foreach (TracedMessage message in phones.SelectMany(phone => phone.Wire.Seen).Where(message => !message.IsSent))
        {
            Assert.Equal(proxy.Local, message.From);
            if (proxy.Topology is Topology.Hidden or Topology.HiddenCallId or Topology.Stripped)
                Assert.False(message.Header("Contact").Contains($":{service.Sip.Port}", StringComparison.Ordinal), $"{message}\n{proxy}");
        }
    }
}

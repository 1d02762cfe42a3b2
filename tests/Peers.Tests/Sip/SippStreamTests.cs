using System.Net;
using System.Net.Sockets;
using Gateway.Engine.Transfers;
using Gateway.Host.Options;

namespace Peers.Tests.Sip;

/// <summary>SIPp over TCP, with one connection for all calls and with one for each (RFC 3261 18), and peers with several addresses (RFC 3263 4.3).</summary>
public class SippStreamTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [PeerTheory(Peer.Sipp)]
    [InlineData("t1")]
    [InlineData("tn")]
    public async Task Calls_and_blind_transfers_over_connections(string transport)
    {
        await using ServiceUnderTest service = await Serve();
        await Sipp.Call("call", service.Gateway.SipDoors["tcp"], "4001", calls: 5, transport: transport);
        await Sipp.Call("blind", service.Gateway.SipDoors["tcp"], "3001", "3002", calls: 5, transport: transport);
        foreach (int _ in Enumerable.Range(0, 5))
            Assert.Equal(TransferOutcome.Succeeded, (await service.Record()).Outcome);
    }

    [PeerFact(Peer.Sipp)]
    public async Task An_attended_transfer_over_one_connection()
    {
        await using ServiceUnderTest service = await Serve();
        await Sipp.Call("attended", service.Gateway.SipDoors["tcp"], "4001", "4002", transport: "t1");
        TransferRecord record = await service.Record();
        Assert.Equal((TransferOutcome.Succeeded, "ect"), (record.Outcome, record.MethodsTried[^1]));
    }

    [PeerFact(Peer.Sipp)]
    public async Task Calls_over_the_internet_protocol_version_6()
    {
        if (!Socket.OSSupportsIPv6)
            return;
        await using ServiceUnderTest service = await Serve();
        await Sipp.Call("blind", service.Gateway.SipDoors["udp6"], "3001", "3002");
        await Sipp.Call("blind", service.Gateway.SipDoors["tcp6"], "3001", "3002", transport: "t1");
    }

    [PeerFact(Peer.Sipp)]
    public async Task A_telephone_is_called_over_tcp_when_its_first_address_does_not_answer()
    {
        using var dead = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        dead.Bind(AnyPort);
        await using Sipp target = await Sipp.Answer("answer", "t1");
        await using ServiceUnderTest service = await Serve($"{dead.LocalEndPoint};transport=tcp", $"{target.Local};transport=tcp");
        await Sipp.Call("call", service.Sip, "1002");
        await service.Noted("sip.peer.next");
        await target.Ends();
    }

    private static Task<ServiceUnderTest> Serve(params string[] telephones) => ServiceUnderTest.Start(change: configuration => configuration with
    {
        Listeners =
        [
            .. configuration.Listeners,
            new ListenerOptions { Id = "tcp", Protocol = ListenerProtocol.SipTcp, Bind = AnyPort },
            .. Socket.OSSupportsIPv6
                ? new[]
                {
                    new ListenerOptions { Id = "udp6", Protocol = ListenerProtocol.SipUdp, Bind = new IPEndPoint(IPAddress.IPv6Loopback, 0) },
                    new ListenerOptions { Id = "tcp6", Protocol = ListenerProtocol.SipTcp, Bind = new IPEndPoint(IPAddress.IPv6Loopback, 0) },
                }
                : [],
        ],
        Peers = [.. configuration.Peers.Select(peer => peer.Protocol != PeerProtocol.Sip ? peer : peer with
        {
            Address = telephones.Length == 0 ? peer.Address : null,
            Addresses = telephones,
            Sources = [.. peer.Sources, "::1/128"],
        })],
    });
}

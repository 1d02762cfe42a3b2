using System.Collections.Immutable;
using System.Net;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.World;
using static Stacks.Tests.Sip.Security.Doors;

namespace Stacks.Tests.Sip.Security;

/// <summary>Who may say what at the door, and how often: RFC 3261 8.2.7, 21.5.4, 26.2.2.</summary>
public class AdmissionTests
{
    private readonly Network network = new();
    private readonly ScriptedPeer peer;

    public AdmissionTests() => peer = new ScriptedPeer(network, "peer", "192.0.2.10");

    [Theory]
    [InlineData("INVITE")]
    [InlineData("OPTIONS")]
    [InlineData("REGISTER")]
    [InlineData("REFER")]
    [InlineData("JUGGLE")]
    public void A_stranger_is_refused_without_a_trace(string method)
    {
        var gateway = Gateway(Under(null));
        peer.Say(network, gateway, Request(method, 1));
        Assert.Equal(403, peer.Answer(method).Status);
        AssertUntouched(gateway);
    }

    [Fact]
    public void A_stranger_may_also_get_no_answer()
    {
        var gateway = Gateway(Under(null, settings => settings with { DropStrangers = true }));
        peer.Say(network, gateway, Request("INVITE", 1));
        network.Send(peer.EndPoint, gateway.EndPoint, Some.Octets("INVITE sip:a@b SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKx\nCSeq: x INVITE\n"));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Empty(peer.Heard);
        AssertUntouched(gateway);
    }

    [Fact]
    public void A_stranger_who_asks_too_often_gets_no_answer_until_he_was_quiet()
    {
        var gateway = Gateway(Under(null));
        for (var number = 1; number <= 200; number++)
        {
            peer.Say(gateway, Request("OPTIONS", number, callId: $"c{number}"));
        }

        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(10, peer.Heard.Count);
        network.Run(TimeSpan.FromSeconds(1));
        peer.Say(network, gateway, Request("OPTIONS", 1, callId: "late"));
        Assert.Equal(11, peer.Heard.Count);
        AssertUntouched(gateway);
    }

    [Fact]
    public void Many_strangers_together_get_bounded_answers()
    {
        var gateway = Gateway(Under(null));
        var answers = 0;
        for (var number = 0; number < 5_000; number++)
        {
            var flow = new Flow(gateway.Listener, new IPEndPoint(new IPAddress([10, 0, (byte)(number >> 8), (byte)number]), 5060));
            var message = SipMessage.Decode(Some.Octets(Request("OPTIONS", 1, callId: $"c{number}"))).Message!;
            answers += gateway.Stack.Handle(new SipInput.Received(flow, message)).OfType<SipOutput.Send>().Count();
        }

        Assert.Equal(500, answers);
        AssertUntouched(gateway);
    }

    [Fact]
    public void Garbage_stray_responses_and_stray_ACKs_leave_nothing_behind()
    {
        var gateway = Gateway(Under(AdmissionRules.Open));
        for (var number = 1; number <= 1_000; number++)
        {
            peer.Say(gateway, Request("ACK", number, callId: $"c{number}"));
            peer.Say(gateway, $"SIP/2.0 200 OK\nVia: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK{number}\nFrom: <sip:a@b>;tag=1\nTo: <sip:a@b>;tag=2\nCall-ID: c{number}\nCSeq: 1 INVITE\n");
            network.Send(peer.EndPoint, gateway.EndPoint, [0x16, 0x03, 0x01, (byte)number]);
        }

        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Empty(peer.Heard);
        AssertUntouched(gateway);
    }

    [Fact]
    public void Inside_a_dialog_a_request_may_come_from_elsewhere()
    {
        var gateway = Gateway(Of(flow => flow.Remote.Address.Equals(peer.EndPoint.Address) ? AdmissionRules.Open : null));
        var tag = Call(gateway);
        var other = new ScriptedPeer(network, "other", "192.0.2.99");
        other.Say(network, gateway, Inside("BYE", 2, tag).Replace("192.0.2.10:5060", "192.0.2.99:5060", StringComparison.Ordinal));
        Assert.Equal(200, other.Answer("BYE").Status);
        other.Say(network, gateway, Inside("BYE", 3, "guessed").Replace("192.0.2.10:5060", "192.0.2.99:5060", StringComparison.Ordinal));
        Assert.Equal(403, other.Answer("BYE").Status);
    }

    [Fact]
    public void A_transport_that_is_not_allowed_is_refused()
    {
        var gateway = Gateway(Under(new AdmissionRules { Transports = [SipTransport.Tls] }));
        peer.Say(network, gateway, Request("INVITE", 1));
        Assert.Equal((403, "Transport Not Allowed"), (peer.Answer("INVITE").Status, peer.Answer("INVITE").Phrase));
        AssertUntouched(gateway);
    }

    [Theory]
    [InlineData("sip:3001@secure.example", SipTransport.Udp, 403)]
    [InlineData("sip:3001@SECURE.example", SipTransport.Tcp, 403)]
    [InlineData("sips:3001@elsewhere.example", SipTransport.Udp, 403)]
    [InlineData("sip:3001@secure.example", SipTransport.Tls, 200)]
    [InlineData("sips:3001@elsewhere.example", SipTransport.Tls, 200)]
    [InlineData("sip:3001@elsewhere.example", SipTransport.Udp, 200)]
    public void Some_domains_and_all_sips_URIs_want_TLS(string uri, SipTransport transport, int status)
    {
        var gateway = Gateway(Under(AdmissionRules.Open, settings => settings with { TlsDomains = ["secure.example"] }));
        var flow = new Flow(new Listener(transport, "198.51.100.1", 5060), peer.EndPoint);
        var request = SipMessage.Decode(Some.Octets(Request("OPTIONS", 1, uri: uri))).Message!;
        var answer = gateway.Stack.Handle(new SipInput.Received(flow, request)).OfType<SipOutput.Send>().Single();
        Assert.Equal(status, ((SipResponse)answer.Message).Status);
    }

    [Fact]
    public void In_overload_new_calls_are_told_to_come_later_and_those_that_are_up_go_on()
    {
        var gateway = Gateway(Under(AdmissionRules.Open));
        var tag = Call(gateway);
        gateway.Do(new SipInput.Shedding(true));
        foreach (var method in new[] { "INVITE", "REFER", "OPTIONS", "SUBSCRIBE", "MESSAGE" })
        {
            peer.Say(network, gateway, Request(method, 1, callId: method));
            Assert.Equal((503, 5), (peer.Answer(method).Status, Seconds(peer.Answer(method))));
        }

        gateway.Only<SipIndication.IncomingCall>();
        peer.Say(network, gateway, Inside("REFER", 2, tag, "Refer-To: <sip:3002@198.51.100.1>\n"));
        gateway.Do(new SipCommand.AcceptRefer(gateway.Only<SipIndication.ReferReceived>().Refer));
        network.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(1, peer.Count("NOTIFY"));
        peer.Say(network, gateway, Inside("BYE", 3, tag));
        Assert.Equal(200, peer.Answer("BYE").Status);

        gateway.Do(new SipInput.Shedding(false));
        peer.Say(network, gateway, Request("OPTIONS", 1, callId: "after"));
        Assert.Equal(200, peer.Answer("OPTIONS").Status);
    }

    [Fact]
    public void In_overload_a_call_that_still_rings_can_be_cancelled_and_repeated()
    {
        var gateway = Gateway(Under(AdmissionRules.Open));
        peer.Say(network, gateway, Request("INVITE", 1));
        gateway.Do(new SipInput.Shedding(true));
        peer.Say(network, gateway, Request("INVITE", 1));
        Assert.Equal(100, peer.Answer("INVITE").Status);
        peer.Say(network, gateway, Request("CANCEL", 1).Replace("c1-CANCEL", "c1-INVITE", StringComparison.Ordinal));
        Assert.Equal((200, 487), (peer.Answer("CANCEL").Status, peer.Answer("INVITE").Status));
    }

    [Fact]
    public void Too_many_transactions_are_overload_too()
    {
        var gateway = Gateway(Under(AdmissionRules.Open, settings => settings with { Transactions = 3 }));
        int[] Answers() => [.. Enumerable.Range(1, 5).Select(number =>
        {
            peer.Say(network, gateway, Request("OPTIONS", number, callId: $"c{network.Now}"));
            return peer.Answer("OPTIONS").Status;
        })];
        Assert.Equal([200, 200, 200, 503, 503], Answers());
        network.Run(TimeSpan.FromSeconds(40));
        Assert.Equal([200, 200, 200, 503, 503], Answers());
    }

    [Fact]
    public void An_address_may_send_so_many_requests_a_second_as_its_rules_say()
    {
        var gateway = Gateway(Under(new AdmissionRules { Rate = new Rate(1, 3) }));
        var statuses = Enumerable.Range(1, 5).Select(number =>
        {
            peer.Say(network, gateway, Request("OPTIONS", 1, callId: $"c{number}"));
            return peer.Answer("OPTIONS").Status;
        });
        Assert.Equal([200, 200, 200, 503, 503], statuses);
        network.Run(TimeSpan.FromSeconds(1));
        peer.Say(network, gateway, Request("OPTIONS", 1, callId: "later"));
        Assert.Equal(200, peer.Answer("OPTIONS").Status);
    }

    [Fact]
    public void Unanswered_calls_are_bounded_for_each_address_and_in_all()
    {
        var gateway = Gateway(Under(AdmissionRules.Open, settings => settings with { HalfOpenPerSource = 2, HalfOpen = 3 }));
        var other = new ScriptedPeer(network, "other", "192.0.2.99");
        int Invite(ScriptedPeer from, string callId)
        {
            from.Say(network, gateway, Request("INVITE", 1, callId: callId, sentBy: $"{from.EndPoint}"));
            return from.Answer("INVITE").Status;
        }

        Assert.Equal([100, 100, 503], [Invite(peer, "p1"), Invite(peer, "p2"), Invite(peer, "p3")]);
        Assert.Equal([100, 503], [Invite(other, "o1"), Invite(other, "o2")]);
        gateway.Do(new SipCommand.Answer(gateway.Indications.OfType<SipIndication.IncomingCall>().First().Call, Some.Sdp));
        Assert.Equal([100, 503], [Invite(peer, "p4"), Invite(peer, "p5")]);
        gateway.Do(new SipCommand.Reject(gateway.Last<SipIndication.IncomingCall>().Call, 486));
        Assert.Equal(100, Invite(peer, "p6"));
    }

    private static int? Seconds(SipResponse response) => int.Parse(response["Retry-After"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static SipStackOptions Of(Func<Flow, AdmissionRules?> rules) => new() { Admission = new AdmissionSettings { Key = Key, Rules = rules } };

    private static string Inside(string method, int number, string tag, string headers = "") =>
        Request(method, number, headers).Replace("To: <sip:3001@198.51.100.1>", $"To: <sip:3001@198.51.100.1>;tag={tag}", StringComparison.Ordinal);

    private static void AssertUntouched(Phone gateway)
    {
        Assert.True(gateway.Stack.IsIdle);
        Assert.Equal(0, gateway.RunningTimers);
    }

    private Phone Gateway(SipStackOptions options) => new(network, "gw", "198.51.100.1", options);

    /// <summary>A call from the peer that is up; the tag of the gateway.</summary>
    private string Call(Phone gateway)
    {
        peer.Say(network, gateway, Request("INVITE", 1));
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        network.Run(TimeSpan.FromMilliseconds(100));
        var tag = peer.Answer("INVITE").To.Tag!;
        peer.Say(network, gateway, Inside("ACK", 1, tag));
        return tag;
    }
}

using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Security;

/// <summary>Our answers to the challenges of a peer: RFC 3261 22.2, 22.3, RFC 7616 3.4, RFC 8760 2.4.</summary>
public class CredentialTests
{
    private const string Md5 = "Digest realm=\"carrier\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"";
    private const string Sha256 = "Digest realm=\"carrier\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth,auth-int\", opaque=\"o\"";

    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;

    public CredentialTests()
    {
        gateway = Gateway("gw", "198.51.100.1", DigestAccount.WithPassword("trunk", "secret"));
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
    }

    [Fact]
    public void A_challenged_INVITE_goes_again_and_the_user_hears_the_outcome_alone()
    {
        Place(gateway);
        var first = peer.Request("INVITE");
        Refuse(first, 401, Md5);
        var second = peer.Request("INVITE");
        Assert.Equal((first.CallId, first.From, first.To, 2u), (second.CallId, second.From, second.To, second.CSeq.Number));
        Assert.NotEqual(first.TopVia.Branch, second.TopVia.Branch);
        Assert.Equal(first.Body.ToArray(), second.Body.ToArray());
        AssertRight(second, second.Authorization, 1);
        Assert.Empty(gateway.Indications);
        Say(second, "SIP/2.0 200 OK", "Contact: <sip:1001@192.0.2.10>\n");
        gateway.Only<SipIndication.Answered>();
        Assert.Equal(second["Authorization"], peer.Request("ACK")["Authorization"]);
    }

    [Fact]
    public void What_was_challenged_once_is_answered_ahead_with_the_next_count()
    {
        var call = Established();
        gateway.Do(new SipCommand.Leave(call));
        Wait();
        AssertRight(peer.Request("BYE"), peer.Request("BYE").Authorization, 2);
        Place(gateway);
        AssertRight(peer.Request("INVITE"), peer.Request("INVITE").Authorization, 3);
    }

    [Fact]
    public void The_strongest_algorithm_is_taken_wherever_it_stands()
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 401, Md5, Sha256);
        var given = AssertRight(peer.Request("INVITE"), peer.Request("INVITE").Authorization, 1);
        Assert.Equal(("SHA-256", "n2", "o", "auth"), (given.Algorithm, given.Nonce, given.Opaque, given.Qop));
    }

    [Fact]
    public void With_H_A1_the_algorithm_is_the_one_it_was_made_by()
    {
        var other = Gateway("other", "198.51.100.2", DigestAccount.WithHa1("trunk", "carrier", Digest.Ha1(DigestAlgorithm.Md5, "trunk", "carrier", "secret"), null));
        Place(other);
        Refuse(peer.Request("INVITE"), other, 401, Sha256, Md5);
        Assert.Equal("MD5", AssertRight(peer.Request("INVITE"), peer.Request("INVITE").Authorization, 1).Algorithm);
    }

    [Fact]
    public void A_challenger_of_RFC_2069_is_answered_without_qop()
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 401, "Digest realm=\"carrier\", nonce=\"old\"");
        var given = DigestCredentials.Parse(peer.Request("INVITE").Authorization[0])!;
        Assert.Equal((null, null, null, null), (given.Qop, given.NonceCount, given.CNonce, given.Algorithm));
        Assert.Equal(Digest.Response(DigestAlgorithm.Md5, Digest.Ha1(DigestAlgorithm.Md5, "trunk", "carrier", "secret"), "INVITE", given.Uri, "old", null, 0, null, []), given.Response);
    }

    [Fact]
    public void Only_integrity_is_given_where_only_that_is_asked_for()
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 401, "Digest realm=\"carrier\", nonce=\"n\", qop=\"auth-int\"");
        Assert.Equal("auth-int", AssertRight(peer.Request("INVITE"), peer.Request("INVITE").Authorization, 1).Qop);
    }

    [Fact]
    public void A_wrong_password_is_offered_once()
    {
        var call = Place(gateway);
        Refuse(peer.Request("INVITE"), 401, Md5);
        Refuse(peer.Request("INVITE"), 401, Md5.Replace("n1", "n7", StringComparison.Ordinal));
        Assert.Equal((call, 401), (gateway.Only<SipIndication.Ended>().Call, gateway.Only<SipIndication.Ended>().End.Status));
        Assert.Equal(2, peer.Count("INVITE"));
        Place(gateway);
        Assert.Empty(peer.Request("INVITE").Authorization);
    }

    [Fact]
    public void A_stale_nonce_is_replaced_but_not_for_ever()
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 401, Md5);
        for (var turn = 0; turn < 5 && !gateway.Heard<SipIndication.Ended>(); turn++)
        {
            Refuse(peer.Request("INVITE"), 401, Md5 + ", stale=TRUE");
        }

        Assert.Equal(4, peer.Count("INVITE"));
        Assert.Equal(401, gateway.Only<SipIndication.Ended>().End.Status);
    }

    [Fact]
    public void A_proxy_and_the_one_behind_it_are_both_answered()
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 407, "Digest realm=\"proxy\", nonce=\"p\", qop=\"auth\"");
        Refuse(peer.Request("INVITE"), 401, Sha256);
        var third = peer.Request("INVITE");
        AssertRight(third, third.ProxyAuthorization, 2);
        AssertRight(third, third.Authorization, 1);
        Assert.Equal(3u, third.CSeq.Number);
    }

    [Fact]
    public void Several_realms_in_one_response_are_answered_as_far_as_there_are_accounts()
    {
        var other = Gateway("other", "198.51.100.2", DigestAccount.WithPassword("trunk", "secret", "carrier"), DigestAccount.WithPassword("second", "other", "proxy"));
        Place(other);
        Refuse(peer.Request("INVITE"), other, 407, "Digest realm=\"proxy\", nonce=\"p\", qop=\"auth\"", "Digest realm=\"nobody\", nonce=\"x\"", "Digest realm=\"carrier\", nonce=\"c\", qop=\"auth\"");
        Assert.Equal(["proxy", "carrier"], peer.Request("INVITE").ProxyAuthorization.Select(one => one["realm"]));
        Assert.Equal(["second", "trunk"], peer.Request("INVITE").ProxyAuthorization.Select(one => one["username"]));
    }

    [Theory]
    [InlineData("Digest realm=\"carrier\", nonce=\"n\", algorithm=SHA-512-256")]
    [InlineData("Digest realm=\"carrier\", nonce=\"n\", qop=\"token\"")]
    [InlineData("Digest realm=\"carrier\"")]
    [InlineData("Bearer realm=\"carrier\"")]
    public void What_cannot_be_answered_reaches_the_user(string challenge)
    {
        Place(gateway);
        Refuse(peer.Request("INVITE"), 401, challenge);
        Assert.Equal(401, gateway.Only<SipIndication.Ended>().End.Status);
        Assert.Equal(1, peer.Count("INVITE"));
    }

    [Fact]
    public void Without_an_account_a_challenge_is_a_refusal()
    {
        var poor = Gateway("poor", "198.51.100.2");
        Place(poor);
        Refuse(peer.Request("INVITE"), poor, 407, Md5);
        Assert.Equal(407, poor.Only<SipIndication.Ended>().End.Status);
    }

    [Fact]
    public void Who_gave_up_is_not_called_again()
    {
        var call = Place(gateway);
        Say(peer.Request("INVITE"), "SIP/2.0 180 Ringing");
        gateway.Do(new SipCommand.Leave(call));
        Wait();
        Refuse(peer.Request("INVITE"), 401, Md5);
        Assert.Equal(1, peer.Count("INVITE"));
        Assert.Equal(EndedBy.Ourselves, gateway.Only<SipIndication.Ended>().End.By);
    }

    [Fact]
    public void Inside_a_dialog_the_sequence_goes_on_behind_the_repeated_request()
    {
        var call = Established();
        gateway.Do(new SipCommand.Reinvite(call, Some.Sdp));
        Wait();
        Assert.Equal(3u, peer.Request("INVITE").CSeq.Number);
        Refuse(peer.Request("INVITE"), 407, "Digest realm=\"proxy\", nonce=\"p\", qop=\"auth\"");
        Assert.Equal(4u, peer.Request("INVITE").CSeq.Number);
        Say(peer.Request("INVITE"), "SIP/2.0 200 OK", "Contact: <sip:1001@192.0.2.10>\n");
        gateway.Only<SipIndication.Modified>();
        Assert.Equal((4u, peer.Request("INVITE")["Proxy-Authorization"]), (peer.Request("ACK").CSeq.Number, peer.Request("ACK")["Proxy-Authorization"]));
        gateway.Do(new SipCommand.Leave(call));
        Wait();
        Refuse(peer.Request("BYE"), 407, "Digest realm=\"proxy\", nonce=\"q\", qop=\"auth\", stale=true");
        Assert.Equal(6u, peer.Request("BYE").CSeq.Number);
        Assert.False(gateway.Heard<SipIndication.Ended>());
        Say(peer.Request("BYE"), "SIP/2.0 200 OK");
        gateway.Only<SipIndication.Ended>();
    }

    [Fact]
    public void The_events_of_a_challenged_REFER_bear_the_number_of_the_one_that_was_taken()
    {
        var call = Established();
        var refer = gateway.Stack.NewRefer();
        gateway.Do(new SipCommand.SendRefer(call, refer, ReferTo.Create(SipUri.Parse("sip:1002@192.0.2.10")!)));
        Wait();
        Refuse(peer.Request("REFER"), 401, Md5 + ", stale=true");
        var taken = peer.Request("REFER");
        Assert.Equal(4u, taken.CSeq.Number);
        Say(taken, "SIP/2.0 202 Accepted");
        gateway.Only<SipIndication.ReferAccepted>();
        const string body = "SIP/2.0 200 OK\r\n";
        peer.Say(gateway, $"""
            NOTIFY sip:gw@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKn
            From: {taken.To}
            To: {taken.From}
            Call-ID: {taken.CallId}
            CSeq: 1 NOTIFY
            Contact: <sip:1001@192.0.2.10>
            Max-Forwards: 70
            Event: refer;id=4
            Subscription-State: terminated;reason=noresource
            Content-Type: message/sipfrag
            Content-Length: {body.Length}

            {body}
            """);
        Wait();
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report?.Status);
    }

    [Fact]
    public void A_challenged_NOTIFY_goes_again()
    {
        var phone = Gateway("phone", "192.0.2.20", DigestAccount.WithPassword("trunk", "secret"));
        peer.Say(network, phone, Doors.Request("INVITE", 1));
        phone.Do(new SipCommand.Answer(phone.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        string Inside(string method, int number, string headers = "") => Doors.Request(method, number, headers)
            .Replace("To: <sip:3001@198.51.100.1>", $"To: <sip:3001@198.51.100.1>;tag={peer.Answer("INVITE").To.Tag}", StringComparison.Ordinal);
        peer.Say(network, phone, Inside("ACK", 1));
        peer.Say(network, phone, Inside("REFER", 2, "Refer-To: <sip:3002@198.51.100.1>\n"));
        phone.Do(new SipCommand.AcceptRefer(phone.Only<SipIndication.ReferReceived>().Refer));
        Wait();
        Refuse(peer.Request("NOTIFY"), phone, 401, Md5);
        AssertRight(peer.Request("NOTIFY"), peer.Request("NOTIFY").Authorization, 1);
        Assert.Equal(2u, peer.Request("NOTIFY").CSeq.Number);
        Say(peer.Request("NOTIFY"), phone, "SIP/2.0 200 OK");
        phone.Do(new SipCommand.NotifyRefer(phone.Only<SipIndication.ReferReceived>().Refer, new ReferReport(200, "OK", [])));
        network.Run(TimeSpan.FromSeconds(2));
        AssertRight(peer.Request("NOTIFY"), peer.Request("NOTIFY").Authorization, 2);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.2, 1)]
    [InlineData(0.2, 2)]
    [InlineData(0.2, 3)]
    public void A_stack_that_challenges_everything_and_one_that_answers_agree(double loss, int seed)
    {
        var lossy = new Network(seed) { Loss = loss, Duplication = loss, Jitter = TimeSpan.FromMilliseconds(30) };
        var asks = new Phone(lossy, "asks", "198.51.100.1", Doors.Challenging());
        var calls = new Phone(lossy, "calls", "198.51.100.2", new SipStackOptions { Credentials = _ => [DigestAccount.WithPassword("alice", "wonderland")] });
        asks.Reacts = said =>
        {
            switch (said)
            {
                case SipIndication.IncomingCall incoming:
                    asks.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
                    break;
                case SipIndication.ReferReceived refer:
                    asks.Do(new SipCommand.AcceptRefer(refer.Refer));
                    asks.Do(new SipCommand.NotifyRefer(refer.Refer, new ReferReport(200, "OK", [])));
                    break;
            }
        };
        var call = calls.Call(asks, Some.Sdp);
        lossy.Run(TimeSpan.FromSeconds(40));
        calls.Only<SipIndication.Answered>();
        calls.Do(new SipCommand.SendRefer(call, calls.Stack.NewRefer(), ReferTo.Create(SipUri.Parse("sip:1002@192.0.2.10")!)));
        lossy.Run(TimeSpan.FromSeconds(40));
        Assert.Equal(200, calls.Only<SipIndication.ReferEnded>().Report?.Status);
        calls.Do(new SipCommand.Leave(call));
        lossy.RunOut();
        Assert.Equal(EndedBy.Bye, asks.Only<SipIndication.Ended>().End.By);
        Assert.True(asks.Stack.IsIdle && calls.Stack.IsIdle);
    }

    private Phone Gateway(string name, string address, params DigestAccount[] accounts) =>
        new(network, name, address, new SipStackOptions { Credentials = _ => accounts });

    private CallHandle Place(Phone from)
    {
        var call = from.Stack.NewCall();
        var uri = SipUri.Parse("sip:1001@192.0.2.10")!;
        from.Do(new SipCommand.PlaceCall(call, from.FlowTo(peer.EndPoint), uri, from.Address, NameAddr.Create(uri), Some.Sdp));
        Wait();
        return call;
    }

    /// <summary>A call to the peer that was challenged once; the next CSeq is 3.</summary>
    private CallHandle Established()
    {
        var call = Place(gateway);
        Refuse(peer.Request("INVITE"), 401, Md5);
        Say(peer.Request("INVITE"), "SIP/2.0 200 OK", "Contact: <sip:1001@192.0.2.10>\n");
        return call;
    }

    private void Refuse(SipRequest request, int status, params string[] challenges) => Refuse(request, gateway, status, challenges);

    private void Refuse(SipRequest request, Phone to, int status, params string[] challenges) =>
        Say(request, to, $"SIP/2.0 {status} Who", string.Concat(challenges.Select(one => $"{(status == 401 ? "WWW" : "Proxy")}-Authenticate: {one}\n")));

    private void Say(SipRequest request, string statusLine, string headers = "") => Say(request, gateway, statusLine, headers);

    private void Say(SipRequest request, Phone to, string statusLine, string headers = "")
    {
        peer.Answer(to, request, statusLine, "p1", headers);
        Wait();
    }

    private void Wait() => network.Run(TimeSpan.FromMilliseconds(100));

    /// <summary>The credentials prove the password "secret" of "trunk", with that nonce count.</summary>
    private static DigestCredentials AssertRight(SipRequest request, IReadOnlyList<AuthValue> values, uint count)
    {
        var given = DigestCredentials.Parse(Assert.Single(values))!;
        Assert.Equal(("trunk", request.Uri.ToString(), count), (given.Username, given.Uri, given.NonceCount));
        var algorithm = Digest.Parse(given.Algorithm)!.Value;
        var expected = Digest.Response(
            algorithm, Digest.Ha1(algorithm, "trunk", given.Realm, "secret"), request.Method.Name, given.Uri, given.Nonce, given.Qop, count, given.CNonce, request.Body.Span);
        Assert.Equal(expected, given.Response);
        return given;
    }
}

using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Registration;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.World;
using static Stacks.Tests.Sip.Security.Doors;

namespace Stacks.Tests.Sip.Security;

/// <summary>Challenges of the door and the answers to them: RFC 3261 22, RFC 7616, RFC 8760.</summary>
public class ChallengeTests
{
    private const string Uri = "sip:3001@198.51.100.1";

    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;

    public ChallengeTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1", Challenging());
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
    }

    private SipResponse Last => peer.Heard.OfType<SipResponse>().Last();

    [Fact]
    public void Both_algorithms_are_offered_each_in_its_header_the_better_first()
    {
        var challenges = Challenged().WwwAuthenticate.Select(value => DigestChallenge.Parse(value)!).ToArray();
        Assert.Equal(["SHA-256", "MD5"], challenges.Select(one => one.Algorithm));
        Assert.All(challenges, one => Assert.Equal((Realm, "auth", false), (one.Realm, Assert.Single(one.Qop), one.Stale)));
        Assert.All(challenges, one => Assert.NotEmpty(one.Opaque!));
    }

    [Fact]
    public void A_challenge_leaves_nothing_behind()
    {
        Challenged();
        Assert.True(gateway.Stack.IsIdle);
        Assert.Equal(0, gateway.RunningTimers);
        Assert.Empty(gateway.Observed);
    }

    [Fact]
    public void A_repeated_request_gets_the_same_tag_and_its_ACK_is_taken_in_silence()
    {
        var first = Challenged();
        peer.Say(network, gateway, Request("INVITE", 1));
        Assert.Equal(first.To.Tag, Last.To.Tag);
        peer.Say(network, gateway, Request("ACK", 1).Replace("c1-ACK", "c1-INVITE", StringComparison.Ordinal).Replace($"To: <{Uri}>", $"To: <{Uri}>;tag={first.To.Tag}", StringComparison.Ordinal));
        Assert.Empty(gateway.Observed);
        Assert.True(gateway.Stack.IsIdle);
    }

    [Theory]
    [InlineData(DigestAlgorithm.Sha256, "auth")]
    [InlineData(DigestAlgorithm.Md5, "auth")]
    [InlineData(DigestAlgorithm.Md5, "auth-int")]
    public void The_right_answer_opens_the_door(DigestAlgorithm algorithm, string qop)
    {
        var challenge = Challenged();
        peer.Say(network, gateway, Request("INVITE", 2, Answer(challenge, "INVITE", Uri, algorithm: algorithm, qop: qop)));
        gateway.Only<SipIndication.IncomingCall>();
    }

    /// <summary>RFC 3261 22.3: a client may answer each challenge; some do so in one request, with the same nonce and count.</summary>
    [Theory]
    [InlineData(DigestAlgorithm.Sha256, DigestAlgorithm.Md5)]
    [InlineData(DigestAlgorithm.Md5, DigestAlgorithm.Sha256)]
    public void Both_challenges_may_be_answered_at_once(DigestAlgorithm first, DigestAlgorithm second)
    {
        var challenge = Challenged();
        peer.Say(network, gateway, Request("INVITE", 2, Answer(challenge, "INVITE", Uri, algorithm: first) + Answer(challenge, "INVITE", Uri, algorithm: second)));
        gateway.Only<SipIndication.IncomingCall>();
        peer.Say(network, gateway, Request("OPTIONS", 3, Answer(challenge, "OPTIONS", Uri, 2, algorithm: first) + Answer(challenge, "OPTIONS", Uri, 2, algorithm: second), callId: "c2"));
        Assert.Equal(200, Last.Status);
    }

    /// <summary>RFC 3261 26.3.2: who proves to be one may not call as another. A trunk, which registers nobody, speaks for many.</summary>
    [Theory]
    [InlineData(true, "From: <sip:alice@192.0.2.10>", "", 100)]
    [InlineData(true, "From: <sip:mallory@192.0.2.10>", "", 403)]
    [InlineData(true, "From: <sip:anonymous@anonymous.invalid>", "", 100)]
    [InlineData(true, "From: <sip:alice@192.0.2.10>", "P-Asserted-Identity: <sip:mallory@192.0.2.10>\n", 403)]
    [InlineData(false, "From: <sip:mallory@192.0.2.10>", "", 100)]
    public void A_telephone_that_registers_here_calls_in_its_own_name_alone(bool registers, string from, string headers, int status)
    {
        var door = new Phone(network, "door", "198.51.100.2", Under(new AdmissionRules { Digest = Alice, Registrar = registers ? new RegistrarRules("phones") : null }));
        peer.Say(network, door, Request("INVITE", 1));
        var answer = Answer(Last, "INVITE", Uri);
        peer.Say(network, door, Request("INVITE", 2, answer + headers).Replace("From: <sip:alice@192.0.2.10>", from, StringComparison.Ordinal));
        Assert.Equal(status, Last.Status);
        Assert.Equal(status == 100, door.Heard<SipIndication.IncomingCall>());
    }

    [Fact]
    public void A_request_that_was_let_in_may_be_repeated_as_it_is()
    {
        var request = Request("INVITE", 2, Answer(Challenged(), "INVITE", Uri));
        peer.Say(network, gateway, request);
        peer.Say(network, gateway, request);
        Assert.Equal(100, Last.Status);
        gateway.Only<SipIndication.IncomingCall>();
    }

    [Theory]
    [InlineData("alice", "looking-glass")]
    [InlineData("bob", "wonderland")]
    [InlineData("bob", "")]
    public void A_wrong_answer_is_challenged_again_and_told_to_the_log(string user, string password)
    {
        var first = Challenged();
        peer.Say(network, gateway, Request("INVITE", 2, Answer(first, "INVITE", Uri, user: user, password: password)));
        Assert.Equal(401, Last.Status);
        var again = DigestChallenge.Parse(Last.WwwAuthenticate[0])!;
        Assert.False(again.Stale);
        Assert.NotEqual(DigestChallenge.Parse(first.WwwAuthenticate[0])!.Nonce, again.Nonce);
        Assert.Contains($"wrong credentials of {user}", Assert.Single(gateway.Observed), StringComparison.Ordinal);
        Assert.False(gateway.Heard<SipIndication.IncomingCall>());
    }

    [Fact]
    public void What_was_heard_on_the_wire_opens_no_second_call()
    {
        var answer = Answer(Challenged(), "INVITE", Uri);
        peer.Say(network, gateway, Request("INVITE", 2, answer));
        peer.Say(network, gateway, Request("INVITE", 3, answer, callId: "stolen"));
        Assert.Equal((401, true), (Last.Status, DigestChallenge.Parse(Last.WwwAuthenticate[0])!.Stale));
        Assert.Contains("used before", Assert.Single(gateway.Observed), StringComparison.Ordinal);
        gateway.Only<SipIndication.IncomingCall>();
    }

    [Fact]
    public void A_nonce_serves_many_requests_each_with_its_count_in_any_order()
    {
        var challenge = Challenged();
        foreach (var (count, status) in new (uint, int)[] { (1, 200), (3, 200), (2, 200), (2, 401), (3, 401), (100, 200), (36, 401), (37, 200), (0, 401) })
        {
            peer.Say(network, gateway, Request("OPTIONS", peer.Heard.Count, Answer(challenge, "OPTIONS", Uri, count), callId: $"c{peer.Heard.Count}"));
            Assert.Equal(status, Last.Status);
        }
    }

    [Fact]
    public void An_old_nonce_is_stale()
    {
        var challenge = Challenged();
        network.Run(TimeSpan.FromMinutes(6));
        peer.Say(network, gateway, Request("OPTIONS", 2, Answer(challenge, "OPTIONS", Uri)));
        Assert.True(DigestChallenge.Parse(Last.WwwAuthenticate[0])!.Stale);
        peer.Say(network, gateway, Request("OPTIONS", 3, Answer(Last, "OPTIONS", Uri)));
        Assert.Equal(200, Last.Status);
    }

    [Fact]
    public void A_nonce_is_good_for_the_address_that_asked_alone()
    {
        var challenge = Challenged();
        var thief = new ScriptedPeer(network, "thief", "192.0.2.66");
        thief.Say(network, gateway, Request("OPTIONS", 2, Answer(challenge, "OPTIONS", Uri), sentBy: "192.0.2.66:5060"));
        Assert.Equal(401, thief.Answer("OPTIONS").Status);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("zz")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_nonce_that_is_not_ours_is_stale(string nonce)
    {
        var ours = DigestChallenge.Parse(Challenged().WwwAuthenticate[0])!;
        var forged = new SipResponse(401) { WwwAuthenticate = [(ours with { Nonce = nonce }).ToValue()] };
        peer.Say(network, gateway, Request("OPTIONS", 2, Answer(forged, "OPTIONS", Uri)));
        Assert.Equal((401, true), (Last.Status, DigestChallenge.Parse(Last.WwwAuthenticate[0])!.Stale));
    }

    [Theory]
    [InlineData("INVITE", Uri, "sip:9999@198.51.100.1", 400)]
    [InlineData("INVITE", "sip:3001@proxy.example", Uri, 100)]
    [InlineData("OPTIONS", Uri, Uri, 401)]
    public void Credentials_are_good_for_their_method_and_target_alone(string method, string meant, string target, int status)
    {
        peer.Say(network, gateway, Request("INVITE", 2, Answer(Challenged(), method, meant), uri: target));
        Assert.Equal(status, Last.Status);
    }

    [Fact]
    public void Credentials_without_qop_or_by_another_algorithm_are_challenged_anew()
    {
        var answer = Answer(Challenged(), "OPTIONS", Uri);
        peer.Say(network, gateway, Request("OPTIONS", 2, answer.Replace("qop=auth, nc=00000001", "x=y", StringComparison.Ordinal)));
        Assert.Equal(401, Last.Status);
        peer.Say(network, gateway, Request("OPTIONS", 3, answer.Replace("SHA-256", "SHA-512-256", StringComparison.Ordinal)));
        Assert.Equal(401, Last.Status);
        Assert.All(gateway.Observed, line => Assert.Contains("not asked for", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_parameter_twice_is_no_answer()
    {
        var answer = Answer(Challenged(), "OPTIONS", Uri);
        peer.Say(network, gateway, Request("OPTIONS", 2, answer.Replace("username=\"alice\"", "username=\"alice\", username=\"bob\"", StringComparison.Ordinal)));
        Assert.Equal(401, Last.Status);
    }

    [Fact]
    public void REFER_alone_may_be_challenged_and_CANCEL_and_ACK_never_are()
    {
        var picky = new Phone(network, "picky", "198.51.100.2", Challenging("REFER"));
        peer.Say(network, picky, Request("INVITE", 1));
        var call = picky.Only<SipIndication.IncomingCall>().Call;
        picky.Do(new SipCommand.Answer(call, Some.Sdp));
        network.Run(TimeSpan.FromMilliseconds(100));
        var tag = peer.Answer("INVITE").To.Tag;
        string Inside(string method, int number, string headers = "") => Request(method, number, headers).Replace($"To: <{Uri}>", $"To: <{Uri}>;tag={tag}", StringComparison.Ordinal);
        peer.Say(network, picky, Inside("ACK", 1));
        peer.Say(network, picky, Inside("REFER", 2, "Refer-To: <sip:3002@198.51.100.2>\n"));
        Assert.Equal(401, peer.Answer("REFER").Status);
        Assert.False(picky.Heard<SipIndication.ReferReceived>());
        peer.Say(network, picky, Inside("REFER", 3, "Refer-To: <sip:3002@198.51.100.2>\n" + Answer(peer.Answer("REFER"), "REFER", Uri)));
        picky.Only<SipIndication.ReferReceived>();

        peer.Say(network, gateway, Request("INVITE", 2, Answer(Challenged(), "INVITE", Uri)));
        peer.Say(network, gateway, Request("CANCEL", 2).Replace("c1-CANCEL", "c1-INVITE", StringComparison.Ordinal));
        Assert.Equal(200, peer.Answer("CANCEL").Status);
    }

    private SipResponse Challenged()
    {
        peer.Say(network, gateway, Request("INVITE", 1));
        Assert.Equal(401, Last.Status);
        return Last;
    }
}

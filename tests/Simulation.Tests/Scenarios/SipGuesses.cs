using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Sip;
using Gateway.Sip.Security;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Somebody guesses passwords as fast as he can, counted: what he learns, what is logged, what stays, and whom else it touches (RFC 3261 22.1, 26.1.5).</summary>
public class SipGuesses
{
    private const int Guesses = 20_000;

    private static readonly Listener Door = new(SipTransport.Udp, "198.51.100.1", 5060);

    private readonly List<ExchangeOutput> outputs = [];
    private readonly Exchange exchange = new(
        new ExchangeSettings
        {
            SipDoors = [Door],
            Admission = new AdmissionSettings { Key = new byte[32], WrongPasswords = new(50, 500, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)) },
            Peers =
            [
                new PeerAddress(new PeerName("phones"), PeerProtocol.Sip, Sources: [IPNetwork.Parse("192.0.2.0/24")])
                {
                    Admission = new AdmissionRules { Digest = new DigestRules("gateway", [DigestAccount.WithPassword("alice", "wonderland"), DigestAccount.WithPassword("bob", "builder")]) },
                },
            ],
        },
        new Identifiers("gw", new Dice(1)));

    private TimeSpan now;
    private int number;

    private IEnumerable<string> Lines => outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note.Text);

    [Fact]
    public void Who_guesses_one_password_is_heard_fifty_times_in_five_minutes_and_told_of_once()
    {
        var heard = Enumerable.Range(0, Guesses).Count(guess => Says("alice", $"guess{guess}", "192.0.2.5") == 401);
        Assert.Equal(49, heard);
        Assert.Equal(403, Says("alice", "wonderland", "192.0.2.5"));
        Assert.Equal(200, Says("alice", "wonderland", "192.0.2.6"));
        Assert.Equal(200, Says("bob", "builder", "192.0.2.5"));

        // Of the wrong ones ten lines; the lockout is told beside them.
        Assert.Single(Lines, line => line.Contains("too often: alice from 192.0.2.5 is not heard for 300 s", StringComparison.Ordinal));
        AssertQuiet();
        now += TimeSpan.FromMinutes(5);
        Assert.Equal(200, Says("alice", "wonderland", "192.0.2.5"));
    }

    [Fact]
    public void Who_tries_many_users_is_heard_five_hundred_times_and_hides_nobody_who_proved_himself_there()
    {
        Assert.Equal(200, Says("bob", "builder", "192.0.2.5"));
        var heard = Enumerable.Range(0, Guesses).Count(guess => Says($"user{guess}", "guess", "192.0.2.5") == 401);
        Assert.Equal(499, heard);
        Assert.Equal([403, 200, 200], [Says("alice", "wonderland", "192.0.2.5"), Says("bob", "builder", "192.0.2.5"), Says("alice", "wonderland", "192.0.2.6")]);
        AssertQuiet();
    }

    [Fact]
    public void Who_makes_up_his_address_locks_nobody_out()
    {
        var forged = new DigestChallenge("gateway", new string('0', 64)) { Algorithm = "SHA-256", Qop = ["auth"] };
        Assert.All(Enumerable.Range(0, Guesses), _ => Assert.Equal(401, Answers(forged, "alice", "guess", "192.0.2.6")));
        Assert.Equal(200, Says("alice", "wonderland", "192.0.2.6"));
        AssertQuiet();
    }

    private int Says(string user, string password, string from)
    {
        var challenge = DigestChallenge.Parse(Asks("", from).WwwAuthenticate[0])!;
        return Answers(challenge, user, password, from);
    }

    private int Answers(DigestChallenge challenge, string user, string password, string from)
    {
        var response = Digest.Response(
            DigestAlgorithm.Sha256, Digest.Ha1(DigestAlgorithm.Sha256, user, challenge.Realm, password), "OPTIONS", "sip:gw@198.51.100.1", challenge.Nonce, "auth", 1, "0a4f113b", []);
        return Asks(
            $"Authorization: {new DigestCredentials(user, challenge.Realm, challenge.Nonce, "sip:gw@198.51.100.1", response) { Algorithm = challenge.Algorithm, Qop = "auth", NonceCount = 1, CNonce = "0a4f113b" }.ToValue()}\n",
            from).Status;
    }

    private SipResponse Asks(string authorization, string from)
    {
        number++;
        var request = SipMessage.Decode(Encoding.UTF8.GetBytes(
            ($"OPTIONS sip:gw@198.51.100.1 SIP/2.0\nVia: SIP/2.0/UDP {from};branch=z9hG4bK{number}\nFrom: <sip:a@b>;tag=1\nTo: <sip:gw@198.51.100.1>\nCall-ID: c{number}\nCSeq: 1 OPTIONS\n" +
            $"Max-Forwards: 70\n{authorization}\n").ReplaceLineEndings("\r\n"))).Message!;
        exchange.Take(new ExchangeInput.Sip(new SipInput.Received(new Flow(Door, new IPEndPoint(IPAddress.Parse(from), 5060)), request)), now, outputs);
        return (SipResponse)outputs.OfType<ExchangeOutput.SendSip>().Last().Message;
    }

    private void AssertQuiet()
    {
        Assert.InRange(Lines.Count(), 0, 12);
        now += TimeSpan.FromMinutes(1);
        exchange.Wake(now, outputs);
        Assert.True(exchange.IsIdle, exchange.Remains);
        Assert.InRange(Lines.Count(), 0, 14);
        Assert.Empty(exchange.Timers);
    }
}

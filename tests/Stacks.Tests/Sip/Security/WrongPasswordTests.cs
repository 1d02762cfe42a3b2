using System.Net;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.World;
using static Stacks.Tests.Sip.Security.Doors;

namespace Stacks.Tests.Sip.Security;

/// <summary>Who guesses passwords is refused by 403 for a while (RFC 3261 21.4.4, 22.1), and nobody else is.</summary>
public class WrongPasswordTests
{
    private const string Uri = "sip:3001@198.51.100.1";

    private static readonly DigestRules Users = Alice with { Accounts = [.. Alice.Accounts, DigestAccount.WithPassword("bob", "builder")] };

    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;
    private int number;

    public WrongPasswordTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1", Under(
            new AdmissionRules { Digest = Users },
            settings => settings with { WrongPasswords = new(3, 6, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(100)) }));
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
    }

    [Fact]
    public void The_last_guess_that_may_be_made_is_refused_and_so_is_the_right_password_after_it()
    {
        Assert.Equal([401, 401, 403, 403], [Guess(), Guess(), Guess(), Guess()]);
        Assert.Equal(403, Says("alice", "wonderland"));
        Assert.Equal(
            ["wrong", "wrong", "too often: alice from 192.0.2.10 is not heard for 100 s"],
            gateway.Observed.Select(line => line.Contains("too often", StringComparison.Ordinal) ? line[line.IndexOf("too often", StringComparison.Ordinal)..] : "wrong"));
        Assert.True(gateway.Stack.IsIdle);
    }

    [Fact]
    public void After_a_while_it_is_heard_again()
    {
        _ = (Guess(), Guess(), Guess());
        network.Run(TimeSpan.FromSeconds(99));
        Assert.Equal(403, Says("alice", "wonderland"));
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(200, Says("alice", "wonderland"));
        Assert.Equal([401, 401, 403], [Guess(), Guess(), Guess()]);
    }

    [Fact]
    public void Nobody_locks_a_telephone_out_from_elsewhere()
    {
        _ = (Guess(), Guess(), Guess());
        var right = new ScriptedPeer(network, "right", "192.0.2.11");
        Assert.Equal(200, Says("alice", "wonderland", right));
    }

    [Fact]
    public void Another_user_of_the_same_address_is_heard()
    {
        _ = (Guess(), Guess(), Guess());
        Assert.Equal(200, Says("bob", "builder"));
    }

    /// <summary>A made-up source address never sees a nonce of ours; without one, nothing it says counts, or tells whether a password is right.</summary>
    [Theory]
    [InlineData("wonderland")]
    [InlineData("guess")]
    public void An_answer_to_no_nonce_of_ours_counts_for_nothing_and_tells_nothing(string password)
    {
        var forged = new SipResponse(401) { WwwAuthenticate = [(DigestChallenge.Parse(Challenged(peer).WwwAuthenticate[0])! with { Nonce = new string('0', 64) }).ToValue()] };
        for (var i = 0; i < 10; i++)
        {
            var last = Says(forged, "alice", password, peer);
            Assert.Equal((401, true), (last.Status, DigestChallenge.Parse(last.WwwAuthenticate[0])!.Stale));
        }

        Assert.Equal(200, Says("alice", "wonderland"));
    }

    [Theory]
    [InlineData("wonderland")]
    [InlineData("guess")]
    public void An_answer_to_an_old_nonce_is_no_wrong_password(string password)
    {
        var challenge = Challenged(peer);
        network.Run(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 10; i++)
        {
            var last = Says(challenge, "alice", password, peer);
            Assert.Equal((401, true), (last.Status, DigestChallenge.Parse(last.WwwAuthenticate[0])!.Stale));
        }

        Assert.Equal(200, Says("alice", "wonderland"));
    }

    [Fact]
    public void Slips_before_the_right_password_are_forgiven()
    {
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal([401, 401, 200], [Guess(), Guess(), Says("alice", "wonderland")]);
        }
    }

    [Fact]
    public void What_was_overheard_and_is_said_again_forgives_nothing()
    {
        var challenge = Challenged(peer);
        Assert.Equal(200, Says(challenge, "alice", "wonderland", peer).Status);
        _ = (Guess(), Guess());
        Assert.Equal(401, Says(challenge, "alice", "wonderland", peer).Status);
        Assert.Equal(403, Guess());
    }

    [Fact]
    public void Guesses_far_apart_are_not_counted_together()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(401, Guess());
            network.Run(TimeSpan.FromSeconds(31));
        }
    }

    [Fact]
    public void A_source_that_tries_many_users_is_locked_but_for_those_that_proved_themselves_there()
    {
        Assert.Equal(200, Says("bob", "builder"));
        Assert.Equal([401, 401, 401, 401, 401, 403], Enumerable.Range(0, 6).Select(i => Says($"user{i}", "guess")));
        Assert.Equal([403, 403, 200], [Says("user7", "guess"), Says("alice", "wonderland"), Says("bob", "builder")]);
        Assert.Contains("whoever has not proved itself from 192.0.2.10", gateway.Observed[^1], StringComparison.Ordinal);
        network.Run(TimeSpan.FromSeconds(101));
        Assert.Equal(200, Says("alice", "wonderland"));
    }

    /// <summary>No user is told from one that is not known by what becomes of guesses.</summary>
    [Fact]
    public void A_user_that_nobody_knows_is_treated_alike() =>
        Assert.Equal([401, 401, 403, 403], Enumerable.Range(0, 4).Select(_ => Says("nobody", "guess")));

    [Fact]
    public void What_is_remembered_is_bounded_in_number_and_length()
    {
        var wrong = new WrongPasswords(new(3, 1_000_000, TimeSpan.FromHours(1), TimeSpan.FromHours(1)), 100);
        for (var i = 0; i < 10_000; i++)
        {
            wrong.Wrong(Source.Of(new IPAddress([10, 0, (byte)(i >> 8), (byte)i])), $"user{i}", default);
        }

        Assert.Equal(200, wrong.Remembered);
        var source = Source.Of(IPAddress.Loopback);
        Assert.Null(wrong.Wrong(source, new string('a', 60_000), default));
        Assert.Null(wrong.Wrong(source, new string('a', 50_000), default));
        Assert.NotNull(wrong.Wrong(source, new string('a', 64), default));
    }

    [Fact]
    public void Without_a_limit_nobody_is_locked()
    {
        var wrong = new WrongPasswords(new(0, 1, TimeSpan.FromHours(1), TimeSpan.FromHours(1)), 100);
        var source = Source.Of(IPAddress.Loopback);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(wrong.Wrong(source, "alice", default)));
        Assert.False(wrong.IsLocked(source, "alice", default));
    }

    private int Guess() => Says("alice", "guess");

    private int Says(string user, string password, ScriptedPeer? from = null) => Says(Challenged(from ?? peer), user, password, from ?? peer).Status;

    private SipResponse Says(SipResponse challenge, string user, string password, ScriptedPeer from)
    {
        number++;
        from.Say(network, gateway, Request("OPTIONS", number, Answer(challenge, "OPTIONS", Uri, user: user, password: password), callId: $"c{number}", sentBy: from.EndPoint.ToString()));
        return from.Heard.OfType<SipResponse>().Last();
    }

    private SipResponse Challenged(ScriptedPeer from)
    {
        number++;
        from.Say(network, gateway, Request("OPTIONS", number, callId: $"c{number}", sentBy: from.EndPoint.ToString()));
        var challenge = from.Heard.OfType<SipResponse>().Last();
        Assert.Equal(401, challenge.Status);
        return challenge;
    }
}

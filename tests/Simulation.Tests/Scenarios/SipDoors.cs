using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Sip.Security;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S72, S73: a REFER without proof, or over a transport that is not allowed, is refused in a call that is up, and the call stays.</summary>
public class SipDoors
{
    private const string ToCarol = "Contact: <sip:dora@10.0.1.4>\nRefer-To: <sip:1301@10.0.0.1>\n";

    [Fact]
    public void A_REFER_is_challenged_until_it_is_proven_and_a_proof_is_good_once()
    {
        var (world, dora) = World(new AdmissionRules { Digest = new DigestRules("gw", [DigestAccount.WithPassword("dora", "secret")]) { Methods = ["REFER"], Algorithms = [DigestAlgorithm.Sha256] } });
        dora.Invite("1201");
        world.Run(3);

        Assert.Equal(401, Refers(ToCarol));
        var first = Nonce(dora);
        Assert.Equal(401, Refers(ToCarol + Proof("wrong", first, 1)));
        Assert.NotEqual(first, Nonce(dora));
        var nonce = Nonce(dora);
        var proof = Proof("secret", nonce, 1);
        // The target is busy, so that the call is still there.
        Assert.Equal(202, Refers(ToCarol.Replace("1301", "1386", StringComparison.Ordinal) + proof));
        Assert.Equal(401, Refers(ToCarol + proof));
        Assert.Equal(["100 Trying", "486 Busy Here"], dora.Told.Select(told => told.Split('\r')[0]));
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        Assert.Equal(202, Refers(ToCarol + Proof("secret", nonce, 2)));
        world.Run(8);

        Assert.StartsWith("200 OK", dora.Told[^1], StringComparison.Ordinal);
        Assert.Equal([TransferOutcome.Failed, TransferOutcome.Succeeded], world.Gateway.Records.Select(record => record.Outcome));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world, dora);

        int Refers(string headers)
        {
            dora.Say("REFER", "1201", headers);
            world.Run(1);
            return dora.Answer("REFER").Status;
        }
    }

    [Fact]
    public void A_REFER_over_UDP_is_403_where_TLS_is_demanded_and_taken_over_TLS()
    {
        var (world, dora) = World(new AdmissionRules { Transports = [SipTransport.Tls] });
        var (insecure, place) = (dora.Speaks, new IPEndPoint(dora.Address, 40001));
        world.Network.Hear(place, dora);
        world.Network.Hear(new IPEndPoint(world.Gateway.Address, 5061), world.Gateway);
        var secure = dora.Speaks = new Listener(SipTransport.Tls, "10.0.1.4", place.Port);
        dora.Invite("1201");
        world.Run(3);

        dora.Speaks = insecure;
        dora.Say("REFER", "1201", ToCarol);
        world.Run(1);
        Assert.Equal(403, dora.Answer("REFER").Status);
        Assert.Empty(world.Gateway.Records);
        Assert.Empty(world.Carol.Seen);
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        dora.Speaks = secure;
        dora.Say("REFER", "1201", ToCarol.Replace(".4>", ".4;transport=tls>", StringComparison.Ordinal));
        world.Run(8);

        Assert.Equal(202, dora.Answer("REFER").Status);
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], dora.Told);
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world, dora);
    }

    /// <summary>Dora is a neighbour of whom this is asked; of the others nothing is.</summary>
    private static (VirtualWorld World, LiteralPhone Dora) World(AdmissionRules rules)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")], with: settings =>
        {
            var known = VirtualWorld.Knowing(settings, "dora", 4);
            return known with
            {
                Admission = new AdmissionSettings { Key = new byte[32] },
                Peers = [.. known.Peers.Select(peer => peer.Name.Value == "dora" ? peer with { Admission = rules } : peer)],
                SipDoors = [.. known.SipDoors, new Listener(SipTransport.Tls, "10.0.0.1", 5061)],
            };
        });
        return (world, world.Literal("dora", 4));
    }

    private static string Nonce(LiteralPhone phone) => phone.Answer("REFER")["WWW-Authenticate"]!.Split("nonce=\"")[1].Split('"')[0];

    // RFC 7616 3.4.1, with qop=auth.
    private static string Proof(string password, string nonce, int count)
    {
        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        var response = Hash($"{Hash($"dora:gw:{password}")}:{nonce}:{count:x8}:0a4f:auth:{Hash("REFER:sip:1201@10.0.0.1")}");
        return $"Authorization: Digest username=\"dora\", realm=\"gw\", nonce=\"{nonce}\", uri=\"sip:1201@10.0.0.1\", response=\"{response}\", algorithm=SHA-256, cnonce=\"0a4f\", qop=auth, nc={count:x8}\n";
    }

    private static void AssertOver(VirtualWorld world, LiteralPhone dora)
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        Assert.True(dora.IsFree);
        world.AssertIdleAtLast();
    }
}

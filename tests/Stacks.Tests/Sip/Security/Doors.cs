using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Security;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Security;

/// <summary>Settings of a door, and answers to its challenges.</summary>
internal static class Doors
{
    public const string Realm = "gateway";

    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];

    public static readonly DigestRules Alice = new(Realm, [DigestAccount.WithPassword("alice", "wonderland")]);

    /// <summary>Everybody is a neighbour and under these rules.</summary>
    public static SipStackOptions Under(AdmissionRules? rules, Func<AdmissionSettings, AdmissionSettings>? change = null)
    {
        var settings = new AdmissionSettings { Key = Key, Rules = _ => rules };
        return new SipStackOptions { Admission = change?.Invoke(settings) ?? settings };
    }

    public static SipStackOptions Challenging(params ImmutableArray<string> methods) =>
        Under(new AdmissionRules { Digest = methods.IsEmpty ? Alice : Alice with { Methods = methods } });

    /// <summary>The Authorization line that answers the first challenge.</summary>
    public static string Answer(
        SipResponse challenged, string method, string uri, uint count = 1, string user = "alice", string password = "wonderland", DigestAlgorithm? algorithm = null, string qop = "auth")
    {
        var challenges = challenged.WwwAuthenticate.Select(value => DigestChallenge.Parse(value)!).ToArray();
        var challenge = algorithm is { } wanted ? challenges.Single(one => one.Algorithm == wanted.Token()) : challenges[0];
        var hash = Digest.Parse(challenge.Algorithm)!.Value;
        var response = Digest.Response(
            hash, Digest.Ha1(hash, user, challenge.Realm, password), method, uri, challenge.Nonce, qop, count, "0a4f113b", []);
        return $"Authorization: {new DigestCredentials(user, challenge.Realm, challenge.Nonce, uri, response)
        {
            Algorithm = challenge.Algorithm, Qop = qop, NonceCount = count, CNonce = "0a4f113b", Opaque = challenge.Opaque,
        }.ToValue()}\n";
    }

    /// <summary>A request outside of dialogs.</summary>
    public static string Request(string method, int number, string headers = "", string uri = "sip:3001@198.51.100.1", string callId = "c1", string sentBy = "192.0.2.10:5060") =>
        $"""
        {method} {uri} SIP/2.0
        Via: SIP/2.0/UDP {sentBy};rport;branch=z9hG4bK{callId}-{method}-{number}
        From: <sip:alice@192.0.2.10>;tag=a
        To: <{uri}>
        Call-ID: {callId}
        CSeq: {number} {method}
        Contact: <sip:alice@{sentBy}>
        Max-Forwards: 70
        {headers}Content-Length: 0

        """;

    public static void Say(this ScriptedPeer peer, Network network, Phone to, string text)
    {
        peer.Say(to, text);
        network.Run(TimeSpan.FromMilliseconds(100));
    }
}

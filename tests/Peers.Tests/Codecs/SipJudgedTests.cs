using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Peers.Tests.Wire;

namespace Peers.Tests.Codecs;

/// <summary>tshark reads two thousand random SIP messages, as we write them.</summary>
public class SipJudgedTests
{
    private const int Values = 2000;

    private static readonly SipMethod[] Methods = [SipMethod.Invite, SipMethod.Refer, SipMethod.Notify, SipMethod.Bye];

    [PeerFact(Peer.Tshark)]
    public async Task Messages()
    {
        var values = new RecordValues(3261);
        var capture = new Exported();
        var meant = new List<string[]>();
        for (var i = 0; i < Values; i++)
        {
            var method = Methods[i % Methods.Length];
            var (user, target, callId) = (User(values), User(values), $"{values.Digits()}@{values.Below(256)}.example");
            var referTo = ReferTo.Create(SipUri.Create(target, "example.org"), new Replaces(callId, values.Digits(), values.Digits()));
            var request = new SipRequest(method, SipUri.Create(user, "example.net"))
            {
                Vias = [Via.Create("UDP", "192.0.2.1", 5060, "z9hG4bK" + values.Digits())],
                MaxForwards = values.Below(71),
                From = NameAddr.Create(SipUri.Create(user, "example.com"), Name(values)).WithTag(values.Digits()),
                To = NameAddr.Create(SipUri.Create(target, "example.net")),
                CallId = callId,
                CSeq = new CSeq((uint)(1 + i), method),
            };
            if (method == SipMethod.Refer)
                request = request with { ReferTo = referTo };
            capture.Add("sip", request.ToOctets());
            meant.Add([method.Name, callId, $"{1 + i}", method == SipMethod.Refer ? referTo.ToString() : "", request.From.Tag!]);
        }
        Assert.Empty(await Tshark.Read(capture.ToFile(), "_ws.malformed || _ws.expert.severity == \"Error\"", ["frame.number", "_ws.expert.message"]));
        Assert.Equal(meant, await Tshark.Read(capture.ToFile(), "sip", ["sip.Method", "sip.Call-ID", "sip.CSeq.seq", "sip.Refer-To", "sip.from.tag"]));
    }

    private static string User(RecordValues values) => values.Below(3) switch { 0 => values.Digits(), 1 => "+" + values.Digits(), _ => "käthe " + values.Digits() };

    private static string? Name(RecordValues values) => values.Below(3) switch { 0 => null, 1 => "Ann", _ => "a \"b\\ <" + values.Digits() };
}

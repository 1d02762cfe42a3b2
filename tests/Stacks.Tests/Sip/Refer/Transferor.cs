using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>A scripted peer in a call with a real stack, which takes every call and every REFER: the transferor says literally what a test writes.</summary>
internal sealed class Transferor
{
    private int sequence = 1;

    public Transferor(SipStackOptions? options = null)
    {
        Gateway = new Phone(Network, "gw", "198.51.100.1", options);
        Peer = new ScriptedPeer(Network, "peer", "192.0.2.10");
        Gateway.Reacts = indication =>
        {
            switch (indication)
            {
                case SipIndication.IncomingCall incoming:
                    Gateway.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
                    break;
                case SipIndication.ReferReceived received:
                    Gateway.Do(new SipCommand.AcceptRefer(received.Refer));
                    break;
            }
        };
        Outside("INVITE", "call@agent", "a1", "Contact: <sip:1001@192.0.2.10:5060>\n");
        Say("ACK", "call@agent", "a1", "gw1", 1, "");
    }

    public Network Network { get; } = new();

    public Phone Gateway { get; }

    public ScriptedPeer Peer { get; }

    public Referral Referral => Gateway.Last<SipIndication.ReferReceived>().Referral;

    /// <summary>Inside the call.</summary>
    public void Refer(string headers, string body = "") => Inside("REFER", $"Contact: <sip:1001@192.0.2.10:5060>\n{headers}", body);

    public void Inside(string method, string headers, string body = "") => Say(method, "call@agent", "a1", "gw1", ++sequence, headers, body);

    public void Outside(string method, string callId, string tag, string headers, string user = "1002") => Say(method, callId, tag, null, 1, headers, user: user);

    public void Report(int status, string phrase)
    {
        Gateway.Do(new SipCommand.NotifyRefer(Gateway.Last<SipIndication.ReferReceived>().Refer, new ReferReport(status, phrase, [])));
        Wait();
    }

    public void AnswerNotify()
    {
        Peer.Answer(Gateway, Peer.Request("NOTIFY"), "SIP/2.0 200 OK", "");
        Wait();
    }

    public void Wait(double seconds = 0.05) => Network.Run(TimeSpan.FromSeconds(seconds));

    private void Say(string method, string callId, string tag, string? toTag, int number, string headers, string body = "", string user = "1002")
    {
        Peer.Say(Gateway,
            $"""
            {method} sip:{user}@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{method}{callId}{number}
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag={tag}
            To: <sip:1002@198.51.100.1>{(toTag is null ? "" : $";tag={toTag}")}
            Call-ID: {callId}
            CSeq: {number} {method}
            {headers}Content-Length: {body.ReplaceLineEndings("\r\n").Length}

            {body}
            """);
        Wait();
    }
}

using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;

namespace Stacks.Tests.Sip.World;

/// <summary>One stack and one peer that says literally what a test writes: the requests of one call, with what they all have filled in.</summary>
internal sealed class Conversation
{
    public const string Sdp = "v=0\no=- 1 1 IN IP4 192.0.2.10\ns=-\nc=IN IP4 192.0.2.10\nt=0 0\nm=audio 4000 RTP/AVP 8\n";

    private int branches;
    private string? tag;

    public Conversation(SipStackOptions? options = null)
    {
        Stack = new Phone(Network, "gw", "198.51.100.1", options);
        Peer = new ScriptedPeer(Network, "peer", "192.0.2.10");
    }

    public Network Network { get; } = new();

    public Phone Stack { get; }

    public ScriptedPeer Peer { get; }

    public CallHandle Call => Stack.Placed is [.., var placed] ? placed : Stack.Last<SipIndication.IncomingCall>().Call;

    /// <summary>The peer calls us.</summary>
    public void Invite(string headers = "", string body = Sdp) => Say("INVITE", headers, body, inside: false);

    /// <summary>We call the peer.</summary>
    public SipRequest Place(SipContent? offer)
    {
        var call = Stack.Stack.NewCall();
        Stack.Placed.Add(call);
        var target = Gateway.Codecs.Sip.Uris.SipUri.Create("1001", "192.0.2.10");
        var address = Gateway.Codecs.Sip.Headers.NameAddr.Create(target);
        Do(new SipCommand.PlaceCall(call, Stack.FlowTo(Peer.EndPoint), target, Stack.Address, address, offer));
        return Peer.Request("INVITE");
    }

    public void Do(SipCommand command)
    {
        Stack.Do(command);
        Wait();
    }

    /// <summary>A request of the peer in the dialog of its INVITE. CSeq counts by itself, but for ACK and CANCEL.</summary>
    public void Say(string method, string headers = "", string body = "", bool inside = true, int? cseq = null, string from = "<sip:1001@192.0.2.10>")
    {
        tag = inside ? tag ?? Heard<SipResponse>(response => response.To.Tag is not null).To.Tag : null;
        Sequence = cseq ?? Sequence + 1;
        Send($"""
            {method} sip:1002@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{++branches}
            Max-Forwards: 70
            From: {from};tag=p1
            To: <sip:1002@198.51.100.1>{(tag is null ? "" : $";tag={tag}")}
            Call-ID: one@peer
            CSeq: {Sequence} {method}
            {(headers.Contains("Contact:", StringComparison.Ordinal) ? "" : "Contact: <sip:1001@192.0.2.10:5060>\n")}{headers}
            """, body);
    }

    /// <summary>A request of the peer in a dialog that our INVITE made with this tag.</summary>
    public void SayBack(string method, string tag, int cseq, string headers = "", string body = "")
    {
        var invite = Peer.Request("INVITE");
        Send($"""
            {method} sip:gw@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{++branches}
            Max-Forwards: 70
            From: {invite.To};tag={tag}
            To: {invite.From}
            Call-ID: {invite.CallId}
            CSeq: {cseq} {method}
            Contact: <sip:1001@192.0.2.10:5060>
            {headers}
            """, body);
    }

    /// <summary>The peer answers our request with its newest CSeq of this method.</summary>
    public void Answer(string method, string statusLine, string tag = "b1", string headers = "Contact: <sip:1001@192.0.2.10:5060>\n", string body = "")
    {
        var content = body.ReplaceLineEndings("\r\n");
        Peer.Answer(Stack, Peer.Request(method), $"SIP/2.0 {statusLine}", tag, headers + (body.Length == 0 ? "" : "Content-Type: application/sdp\n"), content);
        Wait();
    }

    public T Heard<T>(Func<T, bool> isIt)
        where T : SipMessage => Peer.Heard.OfType<T>().Last(isIt);

    public SipResponse Response(int status) => Heard<SipResponse>(response => response.Status == status);

    public int Count(int status) => Peer.Heard.OfType<SipResponse>().Count(response => response.Status == status);

    public void Wait(double seconds = 0.05) => Network.Run(TimeSpan.FromSeconds(seconds));

    /// <summary>CSeq of the peer's last request.</summary>
    public int Sequence { get; private set; }

    private void Send(string head, string body)
    {
        var content = body.ReplaceLineEndings("\r\n");
        var type = content.Length == 0 ? "" : "Content-Type: application/sdp\n";
        Peer.Say(Stack, $"{head.TrimEnd('\n', '\r', ' ')}\n{type}Content-Length: {content.Length}\n\n{content}");
        Wait();
    }
}

using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Lab;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>
/// A telephone that says literally what a test writes, in one call of its own; it answers 200 to whatever it is asked and acknowledges
/// whatever it is answered. It stays at its description of the media.
/// </summary>
internal sealed class LiteralPhone(string name, IPAddress address, Node gateway, Network network) : Node(name, address)
{
    private readonly string sdp = $"v=0\no=- 1 1 IN IP4 {address}\ns=-\nc=IN IP4 {address}\nt=0 0\nm=audio 4000 RTP/AVP 8\n";
    private string? tag;
    private int sequence;

    /// <summary>From where it speaks: the near end of its connection, over TCP.</summary>
    public Listener Speaks { get; set; } = new(SipTransport.Udp, $"{address}", 5060);

    /// <summary>What it hears in its one call, or in one that it is called for.</summary>
    public List<SipMessage> Heard { get; } = [];

    public IPEndPoint Ear { get; } = new(address, 4000);

    /// <summary>Where it speaks to, as it was told last.</summary>
    public MediaPoint? Mouth { get; private set; }

    /// <summary>Its call is over, or never was.</summary>
    public bool IsFree => tag is null || Heard.Exists(message => message.CSeq.Method == SipMethod.Bye);

    /// <summary>The final answer to its newest request of this method.</summary>
    public SipResponse Answer(string method) => Heard.OfType<SipResponse>().LastOrDefault(response => response.CSeq.Method.Name == method && response.Status >= 200)
        ?? throw new Xunit.Sdk.XunitException($"{Name} has no answer to {method}, but {string.Join("; ", Heard.Select(message => message is SipResponse response ? $"{response.Status}" : $"{message}"))}");

    public IReadOnlyList<SipRequest> Requests(string method) => [.. Heard.OfType<SipRequest>().Where(request => request.Method.Name == method)];

    /// <summary>Each NOTIFY's status line.</summary>
    public IReadOnlyList<string> Told => [.. Requests("NOTIFY").Select(notify => Encoding.UTF8.GetString(notify.Body.Span).TrimEnd()["SIP/2.0 ".Length..])];

    public void Invite(string number, string headers = "") => Say("INVITE", number, $"Contact: {Contact}\n{headers}", sdp);

    /// <summary>A request of its call.</summary>
    public void Say(string method, string number, string headers = "", string body = "") => Send(
        $"""
        {method} sip:{number}@{gateway.Address} SIP/2.0
        Via: SIP/2.0/{Via};branch=z9hG4bK-{Name}-{++sequence}
        Max-Forwards: 70
        From: <sip:1104@{Address}>;tag={Name}
        To: <sip:{number}@{gateway.Address}>{(tag is null ? "" : $";tag={tag}")}
        Call-ID: {Name}@{Address}
        CSeq: {sequence} {method}
        {headers}
        """, body);

    public override void Take(SipInput input)
    {
        if (input is not SipInput.Received(_, var message))
            return;
        Heard.Add(message);
        if (SessionDescription.Decode(message.Body.Span, out _) is { Audio: { } audio } description && description.ConnectionOf(audio) is { } connection)
            Mouth = new MediaPoint.Rtp(new IPEndPoint(IPAddress.Parse(connection.Address), audio.Port));
        switch (message)
        {
            case SipResponse { CSeq.Method: var method, Status: >= 200 } response when method == SipMethod.Invite:
                tag = response.IsSuccess ? response.To.Tag : null;
                Acknowledge(response);
                break;
            case SipRequest { Method: var method } request when method != SipMethod.Ack:
                Send($"SIP/2.0 200 OK\n{Copied(request, Name)}Contact: {Contact}\n", method == SipMethod.Invite ? sdp : "");
                break;
        }
    }

    private string Contact => $"<sip:{Name}@{Address}{(Speaks.Transport != SipTransport.Udp ? $";transport={Speaks.Transport.ToString().ToLowerInvariant()}" : "")}>";

    private string Via => $"{Speaks.Transport.ToString().ToUpperInvariant()} {Address}:5060";

    private void Acknowledge(SipResponse response) => Send(
        $"""
        ACK {(response.IsSuccess ? response.Contacts[0].Uri : response.To.Uri)} SIP/2.0
        Via: {(response.IsSuccess ? $"SIP/2.0/{Via};branch=z9hG4bK-{Name}-ack" : response.Vias[0].ToString())}
        Max-Forwards: 70
        From: {response.From}
        To: {response.To}
        Call-ID: {response.CallId}
        CSeq: {response.CSeq.Number} ACK
        """, "");

    private static string Copied(SipRequest request, string tag) => string.Concat(request.Lines
        .Where(line => line.Name is "Via" or "From" or "To" or "Call-ID" or "CSeq")
        .Select(line => $"{line.Name}: {line.Value}{(line.Name == "To" && request.To.Tag is null ? $";tag={tag}" : "")}\n"));

    private void Send(string head, string body)
    {
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\n";
        var content = body.ReplaceLineEndings("\r\n");
        var decoded = SipMessage.Decode(Encoding.UTF8.GetBytes($"{head.TrimEnd()}\n{type}Content-Length: {content.Length}\n\n".ReplaceLineEndings("\r\n") + content));
        Assert.True(decoded.Message is not null, $"{decoded.Fault}\n{head}");
        network.Send(this, new Flow(Speaks, new(gateway.Address, Speaks.Transport == SipTransport.Tls ? 5061 : 5060)), decoded.Message);
    }
}

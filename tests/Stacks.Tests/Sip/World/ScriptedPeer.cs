using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Stacks.Tests.Sip.World;

/// <summary>A peer that says literally what the test writes, and keeps what it hears.</summary>
internal sealed class ScriptedPeer
{
    private readonly Network network;

    public ScriptedPeer(Network network, string name, string address, int port = 5060)
    {
        this.network = network;
        EndPoint = new IPEndPoint(IPAddress.Parse(address), port);
        network.Join(name, EndPoint, (_, octets) => Heard.Add(SipMessage.Decode(octets).Message!));
    }

    public IPEndPoint EndPoint { get; }

    public List<SipMessage> Heard { get; } = [];

    public void Say(Phone to, string text) => network.Send(EndPoint, to.EndPoint, Some.Octets(text));

    /// <summary>The newest response with the method of its CSeq.</summary>
    public SipResponse Answer(string method) => Heard.OfType<SipResponse>().Last(response => response.CSeq.Method.Name == method);

    public SipRequest Request(string method) => Heard.OfType<SipRequest>().Last(request => request.Method.Name == method);

    public int Count(string method) => Heard.OfType<SipRequest>().Count(request => request.Method.Name == method);

    /// <summary>Answers a request literally: its Via, From, To, Call-ID and CSeq lines as they came.</summary>
    public void Answer(Phone to, SipRequest request, string statusLine, string tag, string headers = "", string body = "")
    {
        var lines = new StringBuilder(statusLine).Append("\r\n");
        foreach (var (name, value) in request.Lines)
        {
            switch (name)
            {
                case "Via" or "From" or "Call-ID" or "CSeq" or "Record-Route":
                    lines.Append($"{name}: {value}\r\n");
                    break;
                case "To":
                    lines.Append($"To: {value}{(request.To.Tag is null && tag.Length > 0 ? $";tag={tag}" : "")}\r\n");
                    break;
            }
        }

        lines.Append(headers.ReplaceLineEndings("\r\n"));
        network.Send(EndPoint, to.EndPoint, Encoding.UTF8.GetBytes($"{lines}Content-Length: {body.Length}\r\n\r\n{body}"));
    }
}

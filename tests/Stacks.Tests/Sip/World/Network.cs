using System.Globalization;
using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Stacks.Tests.Sip.World;

/// <summary>
/// Virtual time and a datagram network: octets travel between endpoints with delay, and, by the seed, are lost, doubled or overtaken.
/// </summary>
internal sealed class Network(int seed = 0)
{
    private readonly Random chance = new(seed);
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> agenda = new();
    private readonly Dictionary<IPEndPoint, (string Name, Action<IPEndPoint, byte[]> Receive)> nodes = [];
    private readonly StringBuilder ladder = new();
    private long order;

    public TimeSpan Now { get; private set; }

    /// <summary>0 to 1.</summary>
    public double Loss { get; set; }

    /// <summary>0 to 1.</summary>
    public double Duplication { get; set; }

    /// <summary>Added to the usual 10 ms at random, so that messages overtake each other.</summary>
    public TimeSpan Jitter { get; set; }

    /// <summary>Says which messages get lost, over and above chance.</summary>
    public Func<SipMessage, bool> Drops { get; set; } = _ => false;

    /// <summary>Is told all octets that are sent.</summary>
    public Action<byte[]> Hears { get; set; } = _ => { };

    public string Ladder => ladder.ToString();

    public void Join(string name, IPEndPoint at, Action<IPEndPoint, byte[]> receive) => nodes.Add(at, (name, receive));

    public void Schedule(TimeSpan delay, Action action) => agenda.Enqueue(action, (Now + delay, ++order));

    public void Send(IPEndPoint from, IPEndPoint to, byte[] octets)
    {
        Hears(octets);
        var decoded = SipMessage.Decode(octets);
        var lost = chance.NextDouble() < Loss || (decoded.IsWhole && Drops(decoded.Message));
        Draw(from, to, decoded, lost ? "  (lost)" : "");
        if (lost || !nodes.TryGetValue(to, out var node))
        {
            return;
        }

        var copies = chance.NextDouble() < Duplication ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            Schedule(TimeSpan.FromMilliseconds(10) + (Jitter * chance.NextDouble()), () => node.Receive(from, [.. octets]));
        }
    }

    public void Run(TimeSpan duration)
    {
        var until = Now + duration;
        while (agenda.TryPeek(out _, out var next) && next.At <= until)
        {
            Now = next.At;
            agenda.Dequeue()();
        }

        Now = until;
    }

    /// <summary>Long enough for everything of RFC 3261 to time out, several times over.</summary>
    public void RunOut() => Run(TimeSpan.FromMinutes(15));

    /// <summary>A line of the scenario's own in the ladder.</summary>
    public void Note(string line) => ladder.Append("                ").Append(line).Append('\n');

    /// <summary>Compares with <c>fixtures/ladders</c>.</summary>
    public void AssertLadder(string name) => Approved.AssertLadder(name, Ladder);

    private void Draw(IPEndPoint from, IPEndPoint to, SipDecoded decoded, string mark)
    {
        var line = (decoded.IsWhole ? decoded.Message : null) switch
        {
            SipRequest { Method.Name: "NOTIFY" } notify =>
                $"NOTIFY {notify.CSeq.Number} {notify.Event}, {notify.SubscriptionState}: {Encoding.UTF8.GetString(notify.Body.Span).Split("\r\n")[0]}",
            SipRequest { ReferTo: { } referTo } refer => $"REFER {refer.CSeq.Number} to {referTo}",
            SipRequest { Replaces: { } replaces } invite => $"INVITE {invite.CSeq.Number} {invite.Uri}, Replaces {replaces}",
            SipRequest request => $"{request.Method} {request.CSeq.Number} {request.Uri}",
            SipResponse response => $"{response.Status} {response.Phrase} ({response.CSeq})",
            _ => "unreadable",
        };
        ladder.Append(CultureInfo.InvariantCulture, $"{Now.TotalSeconds,8:0.000} {NameOf(from),6} > {NameOf(to),-6} {line}{mark}\n");
    }

    private string NameOf(IPEndPoint endPoint) => nodes.TryGetValue(endPoint, out var node) ? node.Name : endPoint.ToString();
}

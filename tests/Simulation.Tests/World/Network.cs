using System.Buffers;
using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Tpkt;
using Gateway.Codecs.Sip.Messages;
using Gateway.H323;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>
/// Carries octets between nodes: SIP datagrams, LAPD frames one per datagram, H.225.0 over TCP with TPKT. Everything is encoded by its sender
/// and decoded at its receiver.
/// </summary>
internal sealed class Network(Agenda agenda, Dice dice, Transcript transcript)
{
    private readonly Dictionary<IPEndPoint, Node> sip = [];
    private readonly Dictionary<IPEndPoint, Node> h323 = [];
    private readonly Dictionary<(Node, ConnectionKey), TcpEnd> connections = [];
    private readonly Dictionary<(Node, string), (Node Node, string Trunk)> trunks = [];
    private int lastPort = 30000;

    public NetworkQuality Quality { get; set; } = NetworkQuality.Good;

    /// <summary>Somebody on the way who may change a message, or take it away by null.</summary>
    public Func<Node, SipMessage, SipMessage?> MeddleSip { get; set; } = (_, message) => message;

    /// <summary>Somebody who sees what was meant to be sent, and what went out; null when nothing did.</summary>
    public Action<Node, SipMessage, SipMessage?> WatchSip { get; set; } = (_, _, _) => { };

    public Func<TcpEnd, H225Message, H225Message?> MeddleH323 { get; set; } = (_, message) => message;

    public Func<Node, byte[], byte[]?> MeddleFrame { get; set; } = (_, frame) => frame;

    /// <summary>A TCP connection that is open at both ends, or about to be, as its opener sees it.</summary>
    public IEnumerable<TcpEnd> Connections => connections.Values.Where(end => !end.IsOver);

    public void Add(Node node)
    {
        if (node.Sip is { } listener)
            sip.Add(new IPEndPoint(node.Address, listener.Port), node);
        if (node.Listens)
            h323.Add(new IPEndPoint(node.Address, 1720), node);
    }

    /// <summary>The node hears SIP at a further place.</summary>
    public void Hear(IPEndPoint place, Node node) => sip.Add(place, node);

    /// <summary>A connection for SIP is lost: nothing is heard there any more, and whoever was connected is told.</summary>
    public void Break(IPEndPoint place, Node connected)
    {
        transcript.Say($"connection of {sip[place]} and {connected} lost");
        sip.Remove(place);
        connected.Take(new SipInput.TransportFailed(new Flow(connected.DoorFor(SipTransport.Tcp), place) { Connection = place.Port }, null));
    }

    public void Join(Node one, string trunk, Node other)
    {
        trunks.Add((one, trunk), (other, trunk));
        trunks.Add((other, trunk), (one, trunk));
    }

    public void Send(Node from, Flow flow, SipMessage message)
    {
        // As the doors do: for a connection that is gone another is opened.
        flow = flow.IsReliable && !sip.ContainsKey(flow.Remote) ? flow.Anew(message) : flow;
        var to = sip.GetValueOrDefault(flow.Remote);
        var meddled = MeddleSip(from, message);
        WatchSip(from, message, meddled);
        if (meddled is not { } sent)
        {
            transcript.Lost(from.Name, to?.Name ?? flow.Remote.ToString(), message);
            return;
        }

        transcript.Add(from.Name, to?.Name ?? flow.Remote.ToString(), sent, flow.Local.Transport);
        if (to is null)
            return;
        var encoded = new ArrayBufferWriter<byte>();
        sent.Encode(encoded);
        var octets = encoded.WrittenSpan.ToArray();
        var back = new Flow(to.DoorFor(flow.Local.Transport), new IPEndPoint(from.Address, flow.Local.Port)) { Connection = flow.IsReliable ? flow.Local.Port : null };
        Deliver(() =>
        {
            var decoded = SipMessage.Decode(octets);
            to.Take(decoded.IsWhole ? new SipInput.Received(back, decoded.Message) : new SipInput.Malformed(back, decoded));
        });
    }

    public void Send(Node from, string trunk, byte[] frame)
    {
        if (MeddleFrame(from, frame) is not { } sent)
            return;
        var (to, id) = trunks[(from, trunk)];
        transcript.Add(from.Name, to.Name, trunk, sent);
        Deliver(() => to.Take(id, sent));
    }

    public void Open(Node from, ConnectionKey key, IPEndPoint destination)
    {
        var near = connections[(from, key)] = new TcpEnd(from, key);
        if (h323.GetValueOrDefault(destination) is not { Listens: true } to)
        {
            near.Other = near;
            agenda.After(Delay(), () => near.End("connection refused"));
            return;
        }

        var remote = new IPEndPoint(from.Address, ++lastPort);
        var accepted = to.NextConnection();
        var far = connections[(to, accepted)] = new TcpEnd(to, accepted) { Other = near };
        near.Other = far;
        Plan(far, () => to.Take(new H323Input.Connected(accepted, remote)));
        Plan(near, () => from.Take(new H323Input.Connected(key)), Delay());
    }

    public void Send(Node from, ConnectionKey key, H225Message message)
    {
        if (!connections.TryGetValue((from, key), out var end) || end.IsOver)
            return;
        if (MeddleH323(end, message) is not { } sent)
        {
            transcript.Lost(from.Name, end.Other.Node.Name, message);
            return;
        }

        Put(end, sent);
    }

    /// <summary>Puts a message on the wire as if <paramref name="end"/>'s node had sent it.</summary>
    public void Put(TcpEnd end, H225Message message)
    {
        transcript.Add(end.Node.Name, end.Other.Node.Name, message);
        var octets = message.Encode(out var fault);
        Assert.Null(fault);
        var packet = new byte[TpktFrame.HeaderOctets + octets.Length];
        TpktFrame.WriteHeader(packet, octets.Length);
        octets.CopyTo(packet, TpktFrame.HeaderOctets);
        for (var at = 0; at < packet.Length;)
        {
            var piece = packet[at..(Quality.Splits ? Math.Min(packet.Length, at + 1 + dice.Below(packet.Length)) : packet.Length)];
            at += piece.Length;
            Plan(end.Other, () => end.Other.Arrive(piece));
        }
    }

    /// <summary>This end sends no more and reads no more; the other hears of it behind all that was sent.</summary>
    public void Close(Node from, ConnectionKey key)
    {
        if (!connections.TryGetValue((from, key), out var end) || end.IsOver)
            return;
        end.IsOver = true;
        Plan(end.Other, () => end.Other.End("closed by the peer"));
    }

    /// <summary>The other end hears that this one sends no more, though it still reads.</summary>
    public void HalfClose(TcpEnd end) => Plan(end.Other, () =>
    {
        end.Other.End("closed by the peer");
        Plan(end, () => end.End("closed by the peer"));
    });

    /// <summary>The connection is lost: both ends hear of it, and what was on its way is gone.</summary>
    public void Break(TcpEnd end)
    {
        transcript.Say($"connection of {end.Node} and {end.Other.Node} lost");
        var other = end.Other;
        end.End("connection reset");
        other.End("connection reset");
    }

    /// <summary>The TCP ends of one node's open connections to another.</summary>
    public IEnumerable<TcpEnd> Between(Node one, Node other) => Connections.Where(end => end.Node == one && end.Other.Node == other).ToArray();

    private void Deliver(Action arrive)
    {
        for (var copies = dice.Chance(Quality.DuplicatePercent) ? 2 : 1; copies > 0; copies--)
        {
            if (!dice.Chance(Quality.LossPercent))
                agenda.After(Delay(), arrive);
        }
    }

    // In order, whatever the delay.
    private void Plan(TcpEnd end, Action arrive, TimeSpan later = default)
    {
        var due = agenda.Now + Delay() + later;
        end.Due = due > end.Due ? due : end.Due;
        agenda.At(end.Due, arrive);
    }

    private TimeSpan Delay() => Quality.Delay + dice.UpTo(Quality.Jitter);
}

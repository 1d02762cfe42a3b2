using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Sip.Messages;
using Gateway.H323;
using Gateway.Lab;
using Gateway.Sip;

namespace Stacks.Tests.Lab;

/// <summary>
/// Virtual time, datagrams, connections and a D-channel between far ends and bare stacks. Everything crosses as octets: what one side sends
/// is encoded, and decoded for the other.
/// </summary>
internal sealed class LabWorld
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> agenda = new();
    private readonly Dictionary<(Node Node, object Key), int> timers = [];
    private readonly Dictionary<IPEndPoint, Node> addresses = [];
    private readonly Dictionary<(Node Node, ConnectionKey Connection), (Node Node, ConnectionKey Connection)> links = [];
    private readonly Dictionary<Node, Node> wires = [];
    private long lastConnection = 1_000_000;
    private int order;

    public TimeSpan Now { get; private set; }

    public static IPEndPoint At(string address) => IPEndPoint.Parse(address);

    public void Join(Node node, IPEndPoint address) => addresses.Add(address, node);

    /// <summary>Connects the ends of one D-channel.</summary>
    public void Wire(Node one, Node other) => (wires[one], wires[other]) = (other, one);

    public void Schedule(TimeSpan delay, Action action) => agenda.Enqueue(action, (Now + delay, ++order));

    public void Run(double seconds = 2)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        while (agenda.TryPeek(out _, out var due) && due.At <= until)
        {
            Now = due.At;
            agenda.Dequeue()();
        }

        Now = until;
    }

    public void StartTimer(Node node, object key, TimeSpan duration)
    {
        var mine = timers[(node, key)] = ++order;
        agenda.Enqueue(
            () =>
            {
                if (timers.GetValueOrDefault((node, key)) == mine && timers.Remove((node, key)))
                    node.Expired(key);
            },
            (Now + duration, mine));
    }

    public void StopTimer(Node node, object key) => timers.Remove((node, key));

    public void SendSip(Flow flow, SipMessage message)
    {
        var octets = message.ToOctets();
        var from = new Flow(new Listener(SipTransport.Udp, flow.Remote.Address.ToString(), flow.Remote.Port), At($"{flow.Local.Host}:{flow.Local.Port}"));
        if (!addresses.TryGetValue(flow.Remote, out var to))
            return;
        Schedule(Delay, () =>
        {
            var decoded = SipMessage.Decode(octets);
            Assert.True(decoded.IsWhole, $"{decoded.Fault}\n{message}");
            to.Sip(new SipInput.Received(from, decoded.Message!));
        });
    }

    public void Open(Node from, ConnectionKey connection, IPEndPoint destination)
    {
        if (!addresses.TryGetValue(destination, out var to))
        {
            Schedule(Delay, () => from.H323(new H323Input.Closed(connection, "connection refused")));
            return;
        }

        var other = new ConnectionKey(++lastConnection);
        links[(from, connection)] = (to, other);
        links[(to, other)] = (from, connection);
        Schedule(Delay, () => to.H323(new H323Input.Connected(other, At("192.0.2.99:40000"))));
        Schedule(Delay, () => from.H323(new H323Input.Connected(connection)));
    }

    public void SendH323(Node from, ConnectionKey connection, H225Message message)
    {
        var octets = message.Encode(out var fault);
        Assert.Null(fault);
        if (!links.TryGetValue((from, connection), out var to))
            return;
        Schedule(Delay, () =>
        {
            var decoding = H225Message.Decode(octets);
            Assert.Null(decoding.Fault);
            Assert.Empty(decoding.ElementFaults);
            to.Node.H323(new H323Input.Received(to.Connection, decoding.Message!, decoding.ElementFaults));
        });
    }

    public void Close(Node from, ConnectionKey connection)
    {
        if (!links.Remove((from, connection), out var to))
            return;
        links.Remove((to.Node, to.Connection));
        Schedule(Delay, () => to.Node.H323(new H323Input.Closed(to.Connection, "closed by the peer")));
    }

    public void SendFrame(Node from, byte[] octets) => Schedule(Delay, () => wires[from].Frame(octets));
}

/// <summary>Whatever stands in the world.</summary>
internal abstract class Node
{
    public abstract void Expired(object key);

    public virtual void Sip(SipInput input) => Assert.Fail("no SIP here");

    public virtual void H323(H323Input input) => Assert.Fail("no H.323 here");

    public virtual void Frame(byte[] octets) => Assert.Fail("no D-channel here");
}

/// <summary>A far end and what happened there.</summary>
internal sealed class FarEndNode : Node
{
    private readonly LabWorld world;
    private readonly FarEnd farEnd;

    public FarEndNode(LabWorld world, FarEnd farEnd, IPEndPoint? address = null, Node? wire = null, bool start = true)
    {
        this.world = world;
        this.farEnd = farEnd;
        if (address is not null)
            world.Join(this, address);
        if (wire is not null)
            world.Wire(this, wire);
        if (start)
            Give(new FarEndInput.Start());
    }

    public List<FarEndEvent> Events { get; } = [];

    public List<string> Observed { get; } = [];

    public IReadOnlyList<Connection> Connections => farEnd.Connections;

    /// <summary>Who talks to whom here, as <c>own-party over media</c>.</summary>
    public string Who => string.Join(", ", Connections.Select(connection => $"{connection.Own}-{connection.Party} {connection.Remote?.ToString() ?? "held"}"));

    public T Only<T>()
        where T : FarEndEvent => Assert.Single(Events.OfType<T>());

    public T Last<T>()
        where T : FarEndEvent => Events.OfType<T>().Last();

    public string Story => string.Join(' ', Events.Select(what => what.GetType().Name));

    public FarEndCall Dial(string number, string? from = null)
    {
        Give(new FarEndInput.Dial(number, from));
        return Last<FarEndEvent.Dialled>().Call;
    }

    public void Give(FarEndInput input)
    {
        var outputs = new List<FarEndOutput>();
        farEnd.Take(input, outputs);
        foreach (var output in outputs)
            Do(output);
    }

    public override void Expired(object key) => Give(new FarEndInput.Expired(key));

    public override void Sip(SipInput input) => Give(new FarEndInput.Sip(input));

    public override void H323(H323Input input) => Give(new FarEndInput.H323(input));

    public override void Frame(byte[] octets) => Give(new FarEndInput.Frame(octets));

    private void Do(FarEndOutput output)
    {
        switch (output)
        {
            case FarEndOutput.SendSip(var flow, var message):
                world.SendSip(flow, message);
                break;
            case FarEndOutput.OpenH323(var connection, var destination):
                world.Open(this, connection, destination);
                break;
            case FarEndOutput.SendH323(var connection, var message):
                world.SendH323(this, connection, message);
                break;
            case FarEndOutput.CloseH323(var connection):
                world.Close(this, connection);
                break;
            case FarEndOutput.SendFrame(var octets):
                world.SendFrame(this, octets);
                break;
            case FarEndOutput.StartTimer(var key, var duration):
                world.StartTimer(this, key, duration);
                break;
            case FarEndOutput.StopTimer(var key):
                world.StopTimer(this, key);
                break;
            case FarEndOutput.Happened(var what):
                Events.Add(what);
                break;
            case FarEndOutput.Observed(var line):
                Observed.Add(line);
                break;
        }
    }
}

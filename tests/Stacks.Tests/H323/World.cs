using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.H323;

namespace Stacks.Tests.H323;

/// <summary>
/// Endpoints that reach each other by address. Every message crosses as octets: what one stack sends is encoded, and decoded for the other.
/// Nothing happens until <see cref="Run"/>, and then everything does, in order.
/// </summary>
internal sealed class World
{
    private readonly Dictionary<IPEndPoint, Endpoint> endpoints = [];
    private readonly Dictionary<(Endpoint, ConnectionKey), (Endpoint Endpoint, ConnectionKey Connection)> links = [];
    private readonly Dictionary<object, Queue<Action>> lanes = [];
    private readonly List<object> waiting = [];
    private long lastKey = 1000;

    /// <summary>Addresses where a script takes the connection and a test plays what the peer once sent.</summary>
    public HashSet<IPEndPoint> Scripted { get; } = [];

    public Endpoint Add(string name, H323Settings? settings = null)
    {
        var address = new IPEndPoint(IPAddress.Parse($"10.0.0.{endpoints.Count + 1}"), 1720);
        return endpoints[address] = new Endpoint(this, name, address, settings ?? new H323Settings());
    }

    public long NextKey() => ++lastKey;

    /// <summary>With a source of chance, what happens on one lane stays in order, and the lanes overtake one another.</summary>
    public Random? Chance { get; set; }

    public void Later(object lane, Action action)
    {
        var queue = lanes.TryGetValue(Chance is null ? this : lane, out var there) ? there : lanes[Chance is null ? this : lane] = [];
        queue.Enqueue(action);
        waiting.Add(Chance is null ? this : lane);
    }

    public void Run()
    {
        while (Turn())
        {
        }
    }

    /// <summary>Lets one thing happen; false when there is nothing left.</summary>
    public bool Turn()
    {
        if (waiting.Count == 0)
            return false;
        var next = Chance?.Next(waiting.Count) ?? 0;
        var lane = waiting[next];
        waiting.RemoveAt(next);
        lanes[lane].Dequeue()();
        return true;
    }

    public void Open(Endpoint from, ConnectionKey connection, IPEndPoint destination)
    {
        if (Scripted.Contains(destination))
        {
            Later((from, connection), () => from.Give(new H323Input.Connected(connection)));
            return;
        }
        if (!endpoints.TryGetValue(destination, out var to) || !to.Listens)
        {
            Later((from, connection), () => from.Give(new H323Input.Closed(connection, "connection refused")));
            return;
        }
        var other = new ConnectionKey(NextKey());
        links[(from, connection)] = (to, other);
        links[(to, other)] = (from, connection);
        Later((to, other), () => to.Give(new H323Input.Connected(other, from.Address)));
        Later((from, connection), () => from.Give(new H323Input.Connected(connection)));
    }

    /// <summary>What arrives in place of a message: a peer that words it otherwise.</summary>
    public Func<Endpoint, H225Message, H225Message> Wording { get; set; } = (_, message) => message;

    public void Carry(Endpoint from, ConnectionKey connection, H225Message message)
    {
        var octets = Wording(from, message).Encode(out var fault);
        Assert.Null(fault);
        if (!links.TryGetValue((from, connection), out var to))
            return;
        Later(to, () =>
        {
            var decoding = H225Message.Decode(octets);
            Assert.Null(decoding.Fault);
            Assert.Empty(decoding.ElementFaults);
            to.Endpoint.Give(new H323Input.Received(to.Connection, decoding.Message!, decoding.ElementFaults));
        });
    }

    public void Close(Endpoint from, ConnectionKey connection)
    {
        if (!links.Remove((from, connection), out var to))
            return;
        links.Remove((to.Endpoint, to.Connection));
        Later(to, () => to.Endpoint.Give(new H323Input.Closed(to.Connection, "closed by the peer")));
    }
}

/// <summary>A stack with a log of what it said, and manners that a test gives it.</summary>
internal sealed class Endpoint : IH323Identifiers
{
    private readonly World world;
    private int reference = 100;
    private int determination = 5000;
    private int identity;

    public Endpoint(World world, string name, IPEndPoint address, H323Settings settings)
    {
        this.world = world;
        Name = name;
        Address = address;
        Stack = new H323Stack(settings, this);
    }

    public string Name { get; }

    public IPEndPoint Address { get; }

    public H323Stack Stack { get; }

    public bool Listens { get; set; } = true;

    /// <summary>What the user of this stack does when it is told something.</summary>
    public Action<CallKey, H323Indication>? Manners { get; set; }

    public List<(CallKey Call, H323Indication Indication)> Told { get; } = [];

    public List<H225Message> Sent { get; } = [];

    public List<string> Observed { get; } = [];

    public Dictionary<TimerKey, TimeSpan> Timers { get; } = [];

    public H323Media Media => new(new IPEndPoint(Address.Address, 5000), new IPEndPoint(Address.Address, 5001), [new AudioCapability.G711Alaw64k(20), new AudioCapability.G711Ulaw64k(20)]);

    /// <summary>The last connection that was opened, by either side.</summary>
    public ConnectionKey Connection { get; private set; }

    public void Give(H323Input input)
    {
        switch (input)
        {
            case H323Input.Connected connected:
                Connection = connected.Connection;
                break;
            case H323Input.PlaceCall place:
                Placed.Add(place.Call);
                break;
            case H323Input.AcceptTransfer accept when Heard<H323Indication.Released>(accept.Call).Any():
                // The call may have ended while the user was deciding.
                break;
            case H323Input.AcceptTransfer accept:
                Placed.Add(accept.NewCall.Call);
                break;
        }
        foreach (var output in Stack.Handle(input))
            Do(output);
    }

    /// <summary>Something to do from within <see cref="Manners"/>: the stack is never called while it is being called.</summary>
    public void Then(H323Input input) => world.Later(this, () => Give(input));

    /// <summary>The calls that this user placed or let be placed.</summary>
    public List<CallKey> Placed { get; } = [];

    public CallKey Call(Endpoint to, string number = "1002", H323Media? media = null, string? transferIdentity = null)
    {
        var key = NextCall();
        Give(Place(key, to.Address, number, media, transferIdentity));
        return key;
    }

    public H323Input.PlaceCall Place(CallKey key, IPEndPoint to, string number, H323Media? media, string? transferIdentity = null) =>
        new(key, to, new H323Party(number), new H323Party("1001") { Display = Name }, media, transferIdentity);

    public IEnumerable<T> Heard<T>(CallKey call) where T : H323Indication => Told.Where(told => told.Call == call).Select(told => told.Indication).OfType<T>();

    public T Only<T>(CallKey call) where T : H323Indication => Assert.Single(Heard<T>(call));

    public CallKey Incoming() => Told.Last(told => told.Indication is H323Indication.IncomingCall).Call;

    public void Expire(CallKey call, H323Timer timer, int channel = 0)
    {
        var key = new TimerKey(call, timer, channel);
        Assert.True(Timers.Remove(key), $"{key} does not run");
        Give(new H323Input.Expired(key));
    }

    public CallKey NextCall() => new(world.NextKey());

    public ConnectionKey NextConnection() => new(world.NextKey());

    public int NextCallReference() => ++reference;

    public UInt128 NextGlobalId() => (UInt128)world.NextKey();

    /// <summary>What is drawn from now on, when a test needs it to fit.</summary>
    public int? Determination { get; set; }

    public int NextStatusDetermination() => Determination ?? (determination += Name.Length + 1);

    public string NextCallIdentity() => (++identity).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Do(H323Output output)
    {
        switch (output)
        {
            case H323Output.OpenConnection open:
                world.Open(this, open.Connection, open.Destination);
                break;
            case H323Output.Send send:
                Sent.Add(send.Message);
                world.Carry(this, send.Connection, send.Message);
                break;
            case H323Output.CloseConnection close:
                world.Close(this, close.Connection);
                break;
            case H323Output.StartTimer start:
                Timers[start.Timer] = start.Duration;
                break;
            case H323Output.StopTimer stop:
                Assert.True(Timers.Remove(stop.Timer), $"{stop.Timer} was stopped and did not run");
                break;
            case H323Output.Indicate indicate:
                Told.Add((indicate.Call, indicate.Indication));
                Manners?.Invoke(indicate.Call, indicate.Indication);
                break;
            case H323Output.Observed observed:
                Observed.Add(observed.Line);
                break;
        }
    }
}

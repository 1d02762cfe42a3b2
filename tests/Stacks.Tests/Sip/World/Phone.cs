using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;

namespace Stacks.Tests.Sip.World;

/// <summary>A real stack on the virtual network: it encodes what it sends and decodes what it gets.</summary>
internal sealed class Phone
{
    private readonly Network network;
    private readonly Dictionary<TimerKey, long> timers = [];
    private long generation;

    public Phone(Network network, string name, string address, SipStackOptions? options = null)
    {
        this.network = network;
        Name = name;
        EndPoint = new IPEndPoint(IPAddress.Parse(address), 5060);
        Stack = new SipStack(new CountedIdentifiers(name), options);
        Listener = new Listener(SipTransport.Udp, address, 5060);
        network.Join(name, EndPoint, Receive);
    }

    public string Name { get; }

    public IPEndPoint EndPoint { get; }

    public Listener Listener { get; }

    public SipStack Stack { get; }

    public List<SipIndication> Indications { get; } = [];

    public List<CallHandle> Placed { get; } = [];

    public List<string> Observed { get; } = [];

    public int RunningTimers => timers.Count;

    /// <summary>What the user does when told something.</summary>
    public Action<SipIndication> Reacts { get; set; } = _ => { };

    public NameAddr Address => NameAddr.Create(SipUri.Create(Name, EndPoint.Address.ToString()));

    public Flow FlowTo(IPEndPoint remote) => new(Listener, remote);

    public T Last<T>()
        where T : SipIndication => Indications.OfType<T>().Last();

    public T Only<T>()
        where T : SipIndication => Assert.Single(Indications.OfType<T>());

    public bool Heard<T>()
        where T : SipIndication => Indications.OfType<T>().Any();

    public CallHandle Call(Phone other, SipContent? offer, params IReadOnlyList<SipHeader> headers)
    {
        var call = Stack.NewCall();
        Placed.Add(call);
        Do(new SipCommand.PlaceCall(call, FlowTo(other.EndPoint), other.Address.Uri, Address, other.Address, offer) { Headers = headers });
        return call;
    }

    public void Do(SipInput input)
    {
        var indications = new List<SipIndication>();
        foreach (var output in Stack.Handle(input, network.Now))
        {
            switch (output)
            {
                case SipOutput.Send(var flow, var message):
                    network.Send(EndPoint, flow.Remote, message.ToOctets());
                    break;
                case SipOutput.StartTimer(var timer, var duration):
                    Start(timer, duration);
                    break;
                case SipOutput.StopTimer(var timer):
                    timers.Remove(timer);
                    break;
                case SipOutput.Observed(_, var line):
                    Observed.Add(line);
                    break;
                case SipIndication indication:
                    indications.Add(indication);
                    break;
            }
        }

        foreach (var indication in indications)
        {
            Indications.Add(indication);
            Reacts(indication);
        }
    }

    private void Start(TimerKey timer, TimeSpan duration)
    {
        var mine = timers[timer] = ++generation;
        network.Schedule(duration, () =>
        {
            if (timers.GetValueOrDefault(timer) == mine)
            {
                timers.Remove(timer);
                Do(new SipInput.Expired(timer));
            }
        });
    }

    private void Receive(IPEndPoint from, byte[] octets)
    {
        var decoded = SipMessage.Decode(octets);
        Do(decoded.IsWhole
            ? new SipInput.Received(FlowTo(from), decoded.Message)
            : new SipInput.Malformed(FlowTo(from), decoded));
    }
}

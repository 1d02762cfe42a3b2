using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.H323;

namespace Stacks.Tests.Lab;

/// <summary>An H.323 stack where the gateway would be; the test is its user.</summary>
internal sealed class BareH323 : Node
{
    private readonly LabWorld world;
    private readonly CountedKeys keys = new(5000);

    public BareH323(LabWorld world, IPEndPoint address)
    {
        this.world = world;
        Stack = new H323Stack(new H323Settings(), keys);
        world.Join(this, address);
    }

    public H323Stack Stack { get; }

    public List<(CallKey Call, H323Indication What)> Told { get; } = [];

    public List<H225Message> Sent { get; } = [];

    public static H323Media Media(string address, int port) => new(
        new IPEndPoint(IPAddress.Parse(address), port), new IPEndPoint(IPAddress.Parse(address), port + 1), [new AudioCapability.G711Alaw64k(20)]);

    public T Only<T>(CallKey call)
        where T : H323Indication => Assert.Single(Told.Where(told => told.Call == call).Select(told => told.What).OfType<T>());

    public CallKey Incoming() => Told.Last(told => told.What is H323Indication.IncomingCall).Call;

    public CallKey Dial(IPEndPoint destination, string number, H323Media? media, string from = "1001")
    {
        var key = keys.NextCall();
        Give(new H323Input.PlaceCall(key, destination, new H323Party(number), new H323Party(from), media));
        return key;
    }

    public void Give(H323Input input)
    {
        foreach (var output in Stack.Handle(input))
        {
            switch (output)
            {
                case H323Output.OpenConnection(var connection, var destination):
                    world.Open(this, connection, destination);
                    break;
                case H323Output.Send(var connection, var message):
                    Sent.Add(message);
                    world.SendH323(this, connection, message);
                    break;
                case H323Output.CloseConnection(var connection):
                    world.Close(this, connection);
                    break;
                case H323Output.StartTimer(var key, var duration):
                    world.StartTimer(this, key, duration);
                    break;
                case H323Output.StopTimer(var key):
                    world.StopTimer(this, key);
                    break;
                case H323Output.Indicate(var call, var what):
                    Told.Add((call, what));
                    break;
            }
        }
    }

    public override void Expired(object key) => Give(new H323Input.Expired((TimerKey)key));

    public override void H323(H323Input input) => Give(input);
}

/// <summary>Keys that count from a start of their own, so that those of two stacks are told apart.</summary>
internal sealed class CountedKeys(int start) : IH323Identifiers
{
    private int last = start;
    private int identity = start % 1000;

    public CallKey NextCall() => new(++last);

    public ConnectionKey NextConnection() => new(++last);

    public int NextCallReference() => ++last;

    public UInt128 NextGlobalId() => (UInt128)(++last);

    public int NextStatusDetermination() => ++last;

    public string NextCallIdentity() => (++identity).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

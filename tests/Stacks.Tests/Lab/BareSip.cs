using System.Net;
using System.Text;
using Gateway.Sip;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Lab;

/// <summary>A SIP stack where the gateway would be; the test is its user.</summary>
internal sealed class BareSip : Node
{
    private readonly LabWorld world;

    public BareSip(LabWorld world, IPEndPoint address)
    {
        this.world = world;
        Address = address;
        Stack = new SipStack(new CountedIdentifiers("gw"));
        world.Join(this, address);
    }

    public IPEndPoint Address { get; }

    public SipStack Stack { get; }

    public List<SipIndication> Told { get; } = [];

    public Flow FlowTo(IPEndPoint remote) => new(new Listener(SipTransport.Udp, Address.Address.ToString(), Address.Port), remote);

    public T Only<T>()
        where T : SipIndication => Assert.Single(Told.OfType<T>());

    public T Last<T>()
        where T : SipIndication => Told.OfType<T>().Last();

    /// <summary>A description as a gateway would write it.</summary>
    public static SipContent Sdp(string address, int port, string direction = "sendrecv") => SipContent.Sdp(Encoding.ASCII.GetBytes(
        $"v=0\r\no=gw 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\nm=audio {port} RTP/AVP 8 101\r\n"
        + $"a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na={direction}\r\n"));

    public void Give(SipInput input)
    {
        foreach (var output in Stack.Handle(input))
        {
            switch (output)
            {
                case SipOutput.Send(var flow, var message):
                    world.SendSip(flow, message);
                    break;
                case SipOutput.StartTimer(var timer, var duration):
                    world.StartTimer(this, timer, duration);
                    break;
                case SipOutput.StopTimer(var timer):
                    world.StopTimer(this, timer);
                    break;
                case SipIndication indication:
                    Told.Add(indication);
                    break;
            }
        }
    }

    public override void Expired(object key) => Give(new SipInput.Expired((Gateway.Sip.TimerKey)key));

    public override void Sip(SipInput input) => Give(input);
}

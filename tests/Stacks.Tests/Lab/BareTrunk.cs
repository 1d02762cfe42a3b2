using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Lab;

/// <summary>A trunk where the gateway would be; the test is its user.</summary>
internal sealed class BareTrunk : Node
{
    private readonly LabWorld world;

    public BareTrunk(LabWorld world, IsdnTrunkSettings settings)
    {
        this.world = world;
        Trunk = new IsdnTrunk(settings);
    }

    public IsdnTrunk Trunk { get; }

    public List<(IsdnCallId Call, CallIndication What)> Told { get; } = [];

    public List<TransferIndication> Transfers { get; } = [];

    public T Last<T>(IsdnCallId call)
        where T : CallIndication => Told.Where(told => told.Call == call).Select(told => told.What).OfType<T>().Last();

    public T Transfer<T>()
        where T : TransferIndication => Assert.Single(Transfers.OfType<T>());

    public IsdnCallId Incoming() => Told.Last(told => told.What is CallIndication.Incoming).Call;

    public IsdnCallId Dial(string number, string from = "1001", params Element[] more)
    {
        var call = Trunk.NewCall();
        Ask(call, new CallRequest.Setup
        {
            Elements =
            [
                BearerCapability.Audio(), new CallingPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, from),
                new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, number), new SendingComplete(), .. more,
            ],
        });
        return call;
    }

    public void Ask(IsdnCallId call, CallRequest request) => Give(new IsdnInput.Request(call, request));

    public void Ask(TransferRequest request) => Give(new IsdnInput.Transfer(request));

    public void Give(IsdnInput input)
    {
        foreach (var output in Trunk.Handle(input))
        {
            switch (output)
            {
                case IsdnOutput.SendFrame(var octets):
                    world.SendFrame(this, octets);
                    break;
                case IsdnOutput.StartTimer(var key, var duration):
                    world.StartTimer(this, key, duration);
                    break;
                case IsdnOutput.StopTimer(var key):
                    world.StopTimer(this, key);
                    break;
                case IsdnOutput.Indication(var call, var what):
                    Told.Add((call, what));
                    break;
                case IsdnOutput.TransferIndicated(var what):
                    Transfers.Add(what);
                    break;
            }
        }
    }

    public override void Expired(object key) => Give(new IsdnInput.Expired((IsdnTimerKey)key));

    public override void Frame(byte[] octets) => Give(new IsdnInput.FrameReceived(octets));
}

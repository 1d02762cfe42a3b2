using System.Net;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Exchange.Turns;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;

namespace Simulation.Tests.World;

/// <summary>A PBX on a trunk whose network side is the gateway: dials, answers at once, and asks for explicit call transfer.</summary>
internal sealed class IsdnUserNode(string name, IPAddress address, Agenda agenda, Network network) : Node(name, address)
{
    private readonly IsdnTrunk trunk = new(new IsdnTrunkSettings(IsdnSide.User));
    private readonly TimerTable<IsdnTimerKey> timers = new();
    private readonly Queue<IsdnInput> wanted = [];
    private TimeSpan? wake;

    public required string Trunk { get; init; }

    public List<TransferIndication> Told { get; } = [];

    public List<(IsdnCallId Call, CallIndication What)> Seen { get; } = [];

    public int CallCount => trunk.CallCount;

    /// <summary>The calls that are not over, oldest first.</summary>
    public List<IsdnCallId> Calls { get; } = [];

    public int? ChannelOf(IsdnCallId call) => trunk.ChannelOf(call);

    public override void Take(string trunk, byte[] frame) => Do(new IsdnInput.FrameReceived(frame));

    public IsdnCallId Dial(string number, string from, RedirectingNumber? sentOnBy = null)
    {
        var call = trunk.NewCall();
        Calls.Add(call);
        Do(new IsdnInput.Request(call, new CallRequest.Setup
        {
            Elements =
            [
                BearerCapability.Audio(),
                new CallingPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, from),
                new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, number),
                .. sentOnBy is null ? (Element[])[] : [sentOnBy],
                new SendingComplete(),
            ],
        }));
        return call;
    }

    public void HangUp(IsdnCallId call) =>
        Do(new IsdnInput.Request(call, new CallRequest.Disconnect(new Cause(Location.User, 16))));

    public void Do(IsdnInput input)
    {
        wanted.Enqueue(input);
        while (wanted.TryDequeue(out var next))
        {
            foreach (var output in trunk.Handle(next))
                Act(output);
        }

        Sleep();
    }

    private void Act(IsdnOutput output)
    {
        switch (output)
        {
            case IsdnOutput.SendFrame(var octets):
                network.Send(this, Trunk, octets);
                break;
            case IsdnOutput.StartTimer(var key, var duration):
                timers.Start(key, agenda.Now + duration);
                break;
            case IsdnOutput.StopTimer(var key):
                timers.Stop(key);
                break;
            case IsdnOutput.Indication(var call, var what):
                Seen.Add((call, what));
                if (what is CallIndication.Released)
                    Calls.Remove(call);
                if (what is not CallIndication.Incoming)
                    break;
                Calls.Add(call);
                wanted.Enqueue(new IsdnInput.Request(call, new CallRequest.Answer()));
                break;
            case IsdnOutput.TransferIndicated(var what):
                Told.Add(what);
                break;
        }
    }

    private void Sleep()
    {
        if (timers.Next is not { } next || next >= wake)
            return;
        wake = next;
        agenda.At(next, () =>
        {
            if (wake != next)
                return;
            wake = null;
            while (timers.TryTake(agenda.Now, out var key))
                Do(new IsdnInput.Expired(key));
            Sleep();
        });
    }
}

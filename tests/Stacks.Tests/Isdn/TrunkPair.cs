using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;

namespace Stacks.Tests.Isdn;

/// <summary>Two trunks joined by a D-channel of encoded frames, on one virtual clock. Everything that happens is written down.</summary>
internal sealed class TrunkPair
{
    private readonly PriorityQueue<(IsdnSide To, IsdnInput Input), (TimeSpan At, int Order)> agenda = new();
    private readonly Dictionary<(IsdnSide Side, IsdnTimerKey Key), int> timers = [];
    private int order;

    internal TrunkPair(IsdnTrunkSettings user, IsdnTrunkSettings network)
    {
        User = new(user);
        Network = new(network);
    }

    internal TrunkPair(IsdnVariant variant = IsdnVariant.Etsi)
        : this(new(IsdnSide.User, variant), new(IsdnSide.Network, variant))
    {
    }

    internal IsdnTrunk User { get; }

    internal IsdnTrunk Network { get; }

    internal TimeSpan Now { get; private set; }

    /// <summary>What each side put out, except frames and timers.</summary>
    internal List<(IsdnSide Side, IsdnOutput Output)> Story { get; } = [];

    /// <summary>Layer 3 messages as they went out, repetitions of layer 2 included.</summary>
    internal List<(IsdnSide From, Q931Message Message)> Messages { get; } = [];

    /// <summary>What the line does with a frame: when each copy arrives. The default is once, after 10 ms.</summary>
    internal Func<IsdnSide, LapdFrame, IEnumerable<TimeSpan>> Line { get; set; } = (_, _) => [TimeSpan.FromMilliseconds(10)];

    /// <summary>What a side does when it is told something; called between turns.</summary>
    internal Action<IsdnSide, IsdnOutput>? OnOutput { get; set; }

    internal int RunningTimers => timers.Count;

    internal IsdnTrunk this[IsdnSide side] => side == IsdnSide.User ? User : Network;

    internal void Start()
    {
        Give(IsdnSide.User, new IsdnInput.Start());
        Give(IsdnSide.Network, new IsdnInput.Start());
        Run(TimeSpan.FromSeconds(1));
    }

    internal IsdnCallId Place(IsdnSide side, CallRequest.Setup setup)
    {
        var call = this[side].NewCall();
        Give(side, new IsdnInput.Request(call, setup));
        return call;
    }

    internal void Want(IsdnSide side, IsdnCallId call, CallRequest request) => Give(side, new IsdnInput.Request(call, request));

    /// <summary>Runs what is due within a span, the line and the timers.</summary>
    internal void Run(TimeSpan span)
    {
        var until = Now + span;
        while (agenda.TryPeek(out _, out var due) && due.At <= until)
        {
            var (to, input) = agenda.Dequeue();
            Now = due.At;
            if (input is IsdnInput.Expired { Timer: var key } && (!timers.TryGetValue((to, key), out var current) || current != due.Order))
                continue;
            if (input is IsdnInput.Expired expired)
                timers.Remove((to, expired.Timer));
            Give(to, input);
        }

        Now = until;
    }

    internal void Run() => Run(TimeSpan.FromMilliseconds(500));

    internal void Give(IsdnSide side, IsdnInput input)
    {
        var outputs = this[side].Handle(input);
        foreach (var output in outputs)
        {
            switch (output)
            {
                case IsdnOutput.SendFrame send:
                    Transmit(side, send.Octets);
                    break;
                case IsdnOutput.StartTimer start:
                    timers[(side, start.Key)] = Schedule(side, new IsdnInput.Expired(start.Key), start.Duration);
                    break;
                case IsdnOutput.StopTimer stop:
                    Assert.True(timers.Remove((side, stop.Key)), $"{stop.Key} stopped but does not run");
                    break;
                default:
                    Story.Add((side, output));
                    break;
            }
        }

        foreach (var output in outputs)
            OnOutput?.Invoke(side, output);
    }

    /// <summary>Lets a timer expire before its time.</summary>
    internal void Expire(IsdnSide side, IsdnTimerKey key)
    {
        Assert.True(timers.Remove((side, key)), $"{key} expires but does not run");
        Give(side, new IsdnInput.Expired(key));
    }

    /// <summary>The indications of one side, by name.</summary>
    internal string Heard(IsdnSide side) => string.Join(' ', Indications(side).Select(indication => indication.What.GetType().Name));

    internal IEnumerable<IsdnOutput.Indication> Indications(IsdnSide side) =>
        Story.Where(entry => entry.Side == side).Select(entry => entry.Output).OfType<IsdnOutput.Indication>();

    /// <summary>The last indication of a kind.</summary>
    internal TIndication Last<TIndication>(IsdnSide side)
        where TIndication : CallIndication => Indications(side).Select(indication => indication.What).OfType<TIndication>().Last();

    /// <summary>The call the last SETUP made at this side.</summary>
    internal IsdnCallId Incoming(IsdnSide side) => Indications(side).Last(indication => indication.What is CallIndication.Incoming).Call;

    internal IEnumerable<IsdnOutput.Observed> Observed(IsdnSide side) =>
        Story.Where(entry => entry.Side == side).Select(entry => entry.Output).OfType<IsdnOutput.Observed>();

    /// <summary>Message types on the wire, the user's as they are and the network's in brackets.</summary>
    internal string Wire() => string.Join(' ', Messages.Select(entry => entry.From == IsdnSide.User ? $"{entry.Message.Type}" : $"[{entry.Message.Type}]"));

    internal void Inject(IsdnSide to, byte[] frame) => Give(to, new IsdnInput.FrameReceived(frame));

    private void Transmit(IsdnSide from, byte[] octets)
    {
        var (frame, fault) = LapdFrame.Decode(octets);
        Assert.Null(fault);
        if (frame is LapdFrame.Information information)
            Messages.Add((from, Q931Message.Decode(information.Payload).Message!));
        var to = from == IsdnSide.User ? IsdnSide.Network : IsdnSide.User;
        foreach (var delay in Line(from, frame!))
            Schedule(to, new IsdnInput.FrameReceived(octets), delay);
    }

    private int Schedule(IsdnSide to, IsdnInput input, TimeSpan delay)
    {
        agenda.Enqueue((to, input), (Now + delay, ++order));
        return order;
    }
}

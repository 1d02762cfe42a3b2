using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn.CallControl;
using Gateway.Isdn.Lapd;

namespace Gateway.Isdn;

/// <summary>One D-channel: data link, calls and B-channels, of the user or the network side. The public face of this stack.</summary>
/// <remarks>
/// <para>It is told of one thing at a time and answers with what is to be done, in order; it has no clock, socket or thread, and one
/// caller. Start timers as told and bring back their expiry as <see cref="IsdnInput.Expired"/>; stale ones are dropped here.</para>
/// <para>A call out: <c>var call = trunk.NewCall(); trunk.Handle(new IsdnInput.Request(call, new CallRequest.Setup { Elements = [...] }))</c>.
/// A call in: <see cref="CallIndication.Incoming"/> names it. Either way it ends with <see cref="CallIndication.Released"/>, once.</para>
/// <para>Facility elements are carried as octets: what is in them is read and written by the codecs of
/// <c>Gateway.Codecs.Isdn.Facility</c>, and what it means is the business of the machines in <c>Transfer</c>.</para>
/// </remarks>
public sealed partial class IsdnTrunk
{
    private readonly IsdnTrunkSettings settings;
    private readonly DataLink dataLink;
    private readonly Call callMachine;
    private readonly HoldAuxiliary holdMachine;
    private readonly RestartProcedure restartMachine;
    private readonly ChannelTable channels;
    private readonly Dictionary<IsdnCallId, TrunkCall> calls = [];
    private readonly Dictionary<(bool Flag, uint Value), TrunkCall> references = [];
    private readonly HashSet<IsdnTimerKey> running = [];
    private readonly Queue<DataLinkOutput> primitives = [];
    private List<IsdnOutput> outputs = [];
    private DataLinkState link = new DataLinkState.TeiAssigned();
    private RestartProcedure.State restart = new RestartProcedure.State.Null();
    private bool started;
    private int lastCall;
    private uint lastReference;

    public IsdnTrunk(IsdnTrunkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var rules = new CallRules(settings.ActsAsUser, settings.Location);
        this.settings = settings;
        dataLink = new(new(settings.Side == IsdnSide.Network, settings.Tei, settings.Window, settings.Retransmissions));
        callMachine = new(rules);
        holdMachine = new(rules);
        restartMachine = new(rules);
        channels = new(settings);
        transfers = new(this);
    }

    /// <summary>A call of this trunk as the peers and the machines see it.</summary>
    private sealed class TrunkCall(IsdnCallId id, CallReference reference)
    {
        internal IsdnCallId Id { get; } = id;

        /// <summary>As we send it.</summary>
        internal CallReference Reference { get; } = reference;

        internal Call.State State { get; set; } = new Call.State.Null();

        internal HoldAuxiliary.State Hold { get; set; } = new HoldAuxiliary.State.Idle();

        /// <summary>Time slot; null while held and for a call without bearer.</summary>
        internal int? Channel { get; set; }

        /// <summary>The channel was only preferred, or any would do: the peer's first answer may name another.</summary>
        internal bool ChannelOpen { get; init; }

        /// <summary>The channel before the hold, tried first when the call is retrieved.</summary>
        internal int? HeldChannel { get; set; }
    }

    public IsdnTrunkSettings Settings => settings;

    /// <summary>True between <see cref="IsdnOutput.LinkUp"/> and <see cref="IsdnOutput.LinkDown"/>.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Calls that have a call reference now.</summary>
    public int CallCount => calls.Count;

    /// <summary>A name for a call to be made; nothing else happens.</summary>
    public IsdnCallId NewCall() => new(++lastCall);

    /// <summary>The call reference as we send it on the call, which is what TBCT wants to be told of the other call; null when the call is gone.</summary>
    public CallReference? ReferenceOf(IsdnCallId call) => calls.TryGetValue(call, out var found) ? found.Reference : null;

    /// <summary>The B-channel of a call by time slot; null when it has none.</summary>
    public int? ChannelOf(IsdnCallId call) => calls.TryGetValue(call, out var found) ? found.Channel : null;

    /// <summary>The number of the call's state, Annex A; 0 when the call is gone.</summary>
    public int StateOf(IsdnCallId call) => calls.TryGetValue(call, out var found) ? callMachine.NumberOf(found.State) : 0;

    /// <summary>True while the call is held, by whichever side.</summary>
    public bool IsHeld(IsdnCallId call) =>
        calls.TryGetValue(call, out var found) && found.Hold is not (HoldAuxiliary.State.Idle or HoldAuxiliary.State.HoldRequest or HoldAuxiliary.State.HoldIndication);

    /// <summary>Takes one input to its end.</summary>
    public IReadOnlyList<IsdnOutput> Handle(IsdnInput input)
    {
        outputs = [];
        switch (input)
        {
            case IsdnInput.Start:
                Start();
                break;
            case IsdnInput.Stop:
                Stop();
                break;
            case IsdnInput.FrameReceived frame:
                TakeFrame(frame.Octets.Span);
                break;
            case IsdnInput.Expired { Timer: var timer } when running.Remove(timer):
                Expire(timer);
                break;
            case IsdnInput.Request request:
                TakeRequest(request.Call, settings.TransferServices ? transfers.Complete(request.Call, request.What) : request.What);
                break;
            case IsdnInput.Transfer transfer when settings.TransferServices:
                transfers.Take(transfer.What);
                break;
            case IsdnInput.SendUnboundFacility unbound:
                Send(Q931Message.Of(MessageType.Facility, CallReference.Dummy, unbound.Elements), null);
                break;
            case IsdnInput.Restart wanted:
                MoveRestart(new RestartProcedure.Input.Requested(RestartElements(wanted.Channel)), nameof(IsdnInput.Restart));
                break;
        }

        // What layer 2 hands up is taken after everything layer 2 does in the same breath, first in first out; transfers come after.
        do
        {
            while (primitives.TryDequeue(out var primitive))
                TakePrimitive(primitive);
            TurnTransfers();
        }
        while (primitives.Count > 0);
        return outputs;
    }

    private void Expire(IsdnTimerKey timer)
    {
        switch (timer)
        {
            case { Timer: IsdnTimer.T200 or IsdnTimer.T203 }:
                MoveLink(new DataLinkInput.Expired(timer.Timer), timer.Timer.ToString());
                break;
            case { Timer: IsdnTimer.Reestablish }:
                MoveLink(new DataLinkInput.EstablishRequest(), timer.Timer.ToString());
                break;
            case { Timer: IsdnTimer.T316 }:
                MoveRestart(new RestartProcedure.Input.Expired(), nameof(IsdnTimer.T316));
                break;
            case { Timer: IsdnTimer.THold or IsdnTimer.TRetrieve, Call: { } id } when calls.TryGetValue(id, out var held):
                MoveHold(held, new HoldAuxiliary.Input.Expired(timer.Timer), timer.Timer.ToString());
                break;
            case { Timer: IsdnTimer.EctLinkId or IsdnTimer.EctExecution or IsdnTimer.CtT1 or IsdnTimer.CtT2 or IsdnTimer.CtT3 or IsdnTimer.SsctT1 }:
                transfers.Expire(timer);
                break;
            case { Call: { } id } when calls.TryGetValue(id, out var call):
                MoveCall(call, new Call.Input.Expired(timer.Timer), timer.Timer.ToString());
                break;
        }
    }

    private void StartTimer(IsdnTimer timer, IsdnCallId? call)
    {
        var key = new IsdnTimerKey(timer, call);
        running.Add(key);
        outputs.Add(new IsdnOutput.StartTimer(key, settings.Timers[timer]));
    }

    private void StopTimer(IsdnTimer timer, IsdnCallId? call)
    {
        var key = new IsdnTimerKey(timer, call);
        if (running.Remove(key))
            outputs.Add(new IsdnOutput.StopTimer(key));
    }

    private void Observe(IsdnCallId? call, string line, DecodeFault? fault = null) => outputs.Add(new IsdnOutput.Observed(call, line, fault));

    private Cause Own(byte value) => new(settings.Location, value);
}

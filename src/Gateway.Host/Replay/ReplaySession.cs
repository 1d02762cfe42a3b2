using Gateway.Codecs.Capture.Files;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Host.Options;

namespace Gateway.Host.Replay;

/// <summary>
/// Plays a capture to the engine. Every call of the capture becomes a call through the gateway: the party that called arrives, the
/// party that was called is where the engine placed it. A transfer that a party asks for is judged and run by the engine; what
/// the far sides then do is what they did in the capture.
/// </summary>
public sealed partial class ReplaySession
{
    private readonly OfflineEngine engine;
    private readonly PeerBook peers;
    private readonly Dictionary<CapturedCall, (LegId Caller, LegId? Callee)> legs = [];
    private readonly Dictionary<TransferId, CapturedTransfer> transfers = [];
    private readonly HashSet<LegId> gone = [];
    private readonly HashSet<CapturedCall> answered = [];
    private readonly HashSet<string> policyRules;
    private readonly Dictionary<CapturedTransfer, Awaited> awaited = [];
    private readonly List<(int Trace, ReplayEvent Event)> decisions = [];
    private readonly List<StartedTimer> timers = [];
    private int position = -1;
    private Trace present = null!;
    private CapturedTransfer? asking;
    private LegId? placed;

    private ReplaySession(GatewayConfiguration configuration, CallTable calls)
    {
        peers = new PeerBook(configuration);
        policyRules = [.. configuration.TransferPolicy.Rules.Select(rule => rule.Id)];
        engine = new OfflineEngine(peers.Settings(calls.Calls), Hear, Expired);
    }

    /// <summary>What the engine waits for in a transfer.</summary>
    private abstract record Awaited(LegId Leg)
    {
        /// <summary>A party called for the transfer.</summary>
        public sealed record Target(LegId Leg) : Awaited(Leg);

        /// <summary>The answer to a request to the far side.</summary>
        public sealed record Step(LegId Leg) : Awaited(Leg);
    }

    public static ReplayReport Run(CaptureFile file, GatewayConfiguration configuration, ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        var ports = options.LapdPorts.Concat(configuration.Trunks.SelectMany(trunk => new[] { trunk.Bind.Port, trunk.Remote.Port })).ToHashSet();
        var (traces, calls) = Correlation.Of(Dissector.Read(file, ports), new Causes(configuration.CauseMaps.Profile), options.Variant);
        var session = new ReplaySession(configuration, calls);
        foreach (var trace in traces)
            session.Play(trace);
        session.Finish(calls);
        return new ReplayReport(session.Lines(traces), session.timers, session.peers.Guesses);
    }

    /// <summary>The lines of the messages, each followed by what was decided upon it. Ids of transfers that a later message began are known only now.</summary>
    private List<ReplayEvent> Lines(IReadOnlyList<Trace> traces)
    {
        var lines = new List<ReplayEvent>(traces.Count + decisions.Count);
        var next = 0;
        for (var i = 0; i < traces.Count; i++)
        {
            var (seen, trace) = (traces[i].Seen, traces[i]);
            lines.Add(new ReplayEvent(
                seen.Frame, seen.Time, seen.Protocol, trace.Message, Labels.Of(trace), seen.From.Name, seen.To.Name, trace.Call?.Id, trace.Transfer?.Id, trace.Leg?.Id, trace.Apdus, trace.Faults, null));
            for (; next < decisions.Count && decisions[next].Trace == i; next++)
                lines.Add(decisions[next].Event);
        }

        return lines;
    }

    private void Play(Trace trace)
    {
        position++;
        present = trace;
        engine.AdvanceTo(trace.Seen.Time);
        foreach (var sign in trace.Signs)
            Play(sign);
    }

    private void Play(Sign sign)
    {
        switch (sign)
        {
            case Sign.Arrived({ MadeBy: null } call):
                Arrive(call);
                break;
            case Sign.Rang(var call):
                Progress(call, (leg, media) => new LegEvent.Ringing(leg, media));
                break;
            case Sign.Answered(var call):
                answered.Add(call);
                Progress(call, (leg, media) => new LegEvent.Answered(leg, media));
                break;
            case Sign.Ended(var call, var byCaller, var cause):
                End(call, byCaller, cause);
                break;
            case Sign.Asked(var transfer):
                Ask(transfer);
                break;
            case Sign.TargetRang(var transfer) when transfer.MadeCall is null && awaited.GetValueOrDefault(transfer) is Awaited.Target target:
                Say(new LegEvent.Ringing(target.Leg, null));
                break;
            case Sign.Concluded(var transfer, var outcome):
                Conclude(transfer, outcome);
                break;
            case Sign.PartyChanged(var call, var ofCaller, var number, var alerting) when LegOf(call, ofCaller) is { } leg:
                Say(new LegEvent.PartyChanged(leg, new Party(number), alerting));
                break;
        }
    }

    private void Arrive(CapturedCall call)
    {
        var hop = call.Path[0];
        var caller = engine.NextLeg();
        placed = null;
        engine.Say(new LegEvent.Arrived(caller, peers.Of(call.Caller, hop.Protocol), new Party(hop.Called), hop.Calling is { } calling ? new Party(calling) : null, null));
        legs[call] = (caller, placed);
    }

    private void Progress(CapturedCall call, Func<LegId, Media?, LegEvent> said)
    {
        if (call.MadeBy is { } transfer)
        {
            if (awaited.GetValueOrDefault(transfer) is Awaited.Target target)
                Say(said(target.Leg, null));
        }
        else if (LegOf(call, caller: false) is { } callee)
        {
            Say(said(callee, null));
        }
    }

    private void End(CapturedCall call, bool byCaller, Cause cause)
    {
        if (call.MadeBy is { } made)
        {
            // The transferee and the target are the ends of the call that the transfer made; until it is answered, only the target's leg stands for it.
            if (awaited.GetValueOrDefault(made) is Awaited.Target target && (!byCaller || !answered.Contains(call)))
                Say(new LegEvent.Released(target.Leg, cause));
            else if (!answered.Contains(call))
                return;
            else if (LegOf(made.Call, !made.ByCaller) is { } transferee && made.Outcome is not { Succeeded: false })
                Say(new LegEvent.Released(transferee, cause));
            return;
        }

        // When the transfer is done the transferor's call ends, whoever says so; the transferee lives on in the call to the target.
        var leaves = call.Transfer is { Outcome.Succeeded: true } done ? done.ByCaller : byCaller;
        if (LegOf(call, leaves) is { } leg)
            Say(new LegEvent.Released(leg, cause));
    }

    private void Ask(CapturedTransfer transfer)
    {
        if (LegOf(transfer.Call, transfer.ByCaller) is not { } transferor)
        {
            transfer.Id = engine.NextTransfer().ToString();
            Mark(new Decision("replay.not-run", null, "the call of this request is not up here any more"), transfer);
            return;
        }

        asking = transfer;
        engine.Say(new LegEvent.TransferRequested(transferor, TargetOf(transfer), transfer.RequestedBy is { } by ? new Party(by) : null));
        asking = null;
    }

    private TransferTarget TargetOf(CapturedTransfer transfer) => transfer.Target switch
    {
        CapturedTarget.Number(var number, var identity) => new TransferTarget.ToParty(new Party(number), identity),
        CapturedTarget.Call(var consultation, var calledIt) when LegOf(consultation, calledIt) is { } leg => new TransferTarget.ToLeg(leg),
        CapturedTarget.Call(var consultation, _) => new TransferTarget.Unknown(consultation.Path[0].Called, Cause.InvalidCallReference),
        CapturedTarget.Missing(var named) => new TransferTarget.Unknown(named, Cause.InvalidCallReference),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Conclude(CapturedTransfer transfer, CapturedOutcome outcome)
    {
        Mark(
            new Decision(
                "capture.outcome", null, outcome.Succeeded ? $"in the capture {outcome.Said} says that it succeeded" : $"in the capture {outcome.Said} says that it failed",
                outcome.Cause, outcome.Succeeded ? "succeeded" : "failed"),
            transfer);
        if (transfer.Id is null || Identify(transfer) is not { } id)
            return;
        switch (awaited.GetValueOrDefault(transfer))
        {
            case Awaited.Step(var leg):
                awaited.Remove(transfer);
                Say(outcome.Cause is { } failed ? new LegEvent.TransferStepFailed(leg, id, failed, NotSupported: false) : new LegEvent.TransferStepSucceeded(leg, id));
                break;
            // Where the target's own call is in the capture, that call tells.
            case Awaited.Target(var leg) when transfer.MadeCall is null:
                Say(outcome.Cause is { } refused ? new LegEvent.Released(leg, refused) : new LegEvent.Answered(leg, null));
                break;
        }
    }

    private TransferId? Identify(CapturedTransfer transfer) =>
        transfers.Where(pair => pair.Value == transfer).Select(pair => (TransferId?)pair.Key).FirstOrDefault();

    private void Finish(CallTable calls)
    {
        foreach (var transfer in calls.Transfers.Where(transfer => Identify(transfer) is { } id && engine.Running.Any(live => live.Transfer == id && live.State is not "Departing")))
            Mark(new Decision("replay.undecided", null, "the capture ends before the transfer does"), transfer);
    }

    private void Say(LegEvent said)
    {
        if (gone.Contains(said.Leg))
            return;
        if (said is LegEvent.Released)
            gone.Add(said.Leg);
        engine.Say(said);
    }

    private LegId? LegOf(CapturedCall call, bool caller) =>
        legs.TryGetValue(call, out var ends) && (caller ? ends.Caller : ends.Callee) is { } leg && !gone.Contains(leg) ? leg : null;
}

using Gateway.Engine.Calls;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Gateway.Engine;

/// <summary>
/// The room in the middle: hears what legs say, decides, and tells legs what to do. Synchronous and without a clock; each call
/// of <see cref="Handle"/> or <see cref="Expired"/> is one turn, and its outputs are complete when it returns.
/// </summary>
public sealed class CallEngine
{
    private readonly Switchboard board;
    private readonly TransferDesk desk;

    /// <exception cref="ArgumentException">A pattern in the settings cannot be read, or two peers share a name.</exception>
    public CallEngine(EngineSettings settings, IIdentifierSource identifiers)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(identifiers);
        board = new Switchboard(settings, identifiers);
        desk = new TransferDesk(board);
    }

    /// <summary>While true, new calls are released with cause 42 and transfer requests refused; calls in progress go on.</summary>
    public bool Overloaded
    {
        get => desk.Overloaded;
        set => desk.Overloaded = value;
    }

    /// <summary>The calls as they stand between two turns, oldest first.</summary>
    public IReadOnlyList<LiveCall> Calls => [.. board.Calls.Values.OrderBy(call => call.Id.Value).Select(call => call.Show())];

    /// <summary>The transfers that are accepted and not yet over, oldest first.</summary>
    public IReadOnlyList<LiveTransfer> Transfers => [.. board.Transfers.Values.OrderBy(transfer => transfer.Id.Value).Select(transfer => transfer.Show())];

    /// <summary>Decides by other settings from now on. Calls stay as they are, and a running transfer keeps the rule that allowed it.</summary>
    /// <exception cref="ArgumentException">A pattern cannot be read, or two peers share a name; the settings of before stay.</exception>
    public void Adopt(EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        board.Adopt(settings);
    }

    /// <summary>What a leg belongs to between two turns; null when it is gone.</summary>
    public LegPlace? Find(LegId leg) => board.Legs.TryGetValue(leg, out var found)
        ? new LegPlace(leg, found.Peer, found.Call.Id, found.Call.Correlation, found.Call.Transfer?.Id ?? found.DepartsFor?.Id ?? found.LastStep, found.Party)
        : null;

    /// <summary>Takes what a leg says.</summary>
    public void Handle(LegEvent input, ICollection<EngineOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input is LegEvent.Arrived arrived && !board.Legs.ContainsKey(arrived.Leg))
            Turn(outputs, () => Arrive(arrived), () => board.Legs.GetValueOrDefault(arrived.Leg)?.Call, arrived.Leg);
        else if (board.Legs.TryGetValue(input.Leg, out var leg))
            Turn(outputs, () => Hear(leg, input), () => leg.Call);
        else
            Turn(outputs, () => Unknown(input), () => null);
    }

    /// <summary>Takes the expiry of a timer that an earlier turn started.</summary>
    public void Expired(EngineTimer timer, ICollection<EngineOutput> outputs)
    {
        if (!board.TakeExpiry(timer))
            return;
        if (timer.Name == EngineTimers.MethodUnknown)
            board.Believe(timer.Owner);
        else if (timer.Name == EngineTimers.NoAnswer && board.Calls.TryGetValue(new CallId(timer.Owner), out var call))
            Turn(outputs, call.NoAnswerExpired, () => call);
        else if (board.Transfers.TryGetValue(new TransferId(timer.Owner), out var transfer))
            Turn(outputs, () => transfer.Expired(timer.Name), () => transfer.Call);
    }

    /// <summary>Ends a call on an operator's word; a transfer it takes part in fails.</summary>
    public void Release(CallId call, Cause cause, ICollection<EngineOutput> outputs)
    {
        if (board.Calls.TryGetValue(call, out var live))
            Turn(outputs, () => End(live, cause), () => live);
    }

    /// <summary>Stops a transfer on an operator's word; the first call stays.</summary>
    public void Abandon(TransferId transfer, ICollection<EngineOutput> outputs)
    {
        if (board.Transfers.TryGetValue(transfer, out var live))
            Turn(outputs, () => live.Stop(Cause.NormalUnspecified, MethodFailure.Stopped), () => live.Call);
    }

    private void Arrive(LegEvent.Arrived arrived)
    {
        var old = arrived.Replaces is { } replaced ? board.Legs.GetValueOrDefault(replaced) : null;
        var rerouting = board.Transfers.Values.FirstOrDefault(transfer => transfer.Expects(arrived));
        var correlation = old?.Call.Correlation ?? arrived.Correlation ?? rerouting?.Call.Correlation ?? board.Identifiers.NextCorrelation();
        var call = new CallSession(board.Identifiers.NextCall(), correlation, board) { Wanted = arrived.Called.Number };
        var leg = new Leg(arrived.Leg, arrived.Peer, call, LegState.Incoming) { Party = arrived.Calling, Own = arrived.Media };
        board.Add(call);
        board.Legs.Add(leg.Id, leg);
        if (correlation == rerouting?.Call.Correlation)
            call.Note(NoteLevel.Information, NoteEvents.CorrelationRecognised, $"the call that {rerouting.Id} asked for comes back here", leg);
        if (Overloaded)
            call.Refuse(leg, NoteEvents.CallRefused, "too much to do", Cause.SwitchingEquipmentCongestion);
        else if (arrived.Replaces is null)
            call.Arrive(leg, arrived);
        else
            Replace(call, leg, old, arrived);
    }

    private void Replace(CallSession call, Leg fresh, Leg? old, LegEvent.Arrived arrived)
    {
        var transfer = old?.Call.Transfer;
        var finds = transfer is { IsRerouting: true } && transfer.IsTransferor(old!) && old!.Call != transfer.Call && transfer.TransfereePeer == fresh.Peer;
        if (old is null)
            call.Refuse(fresh, NoteEvents.CallRefused, $"{arrived.Replaces} is no leg to replace", Cause.InvalidCallReference);
        else if (!finds && !board.MayReplace(old, fresh, arrived))
            call.Refuse(fresh, NoteEvents.CallRefused, $"{fresh.Party?.Number ?? "unknown"} at {fresh.Peer} may not replace a leg of {old.Party?.Number ?? "unknown"} at {old.Peer}", Cause.CallRejected);
        else if (transfer is not null && !finds)
            call.Refuse(fresh, NoteEvents.CallRefused, "the call is being transferred", Cause.TemporaryFailure);
        else if (old.Call.Replace(old, fresh, arrived.Called))
        {
            board.Remove(call);
            transfer?.ConsultationTakenOver(fresh);
        }
        else
            call.Refuse(fresh, NoteEvents.CallRefused, $"{arrived.Replaces} cannot be replaced now", Cause.InvalidCallReference);
    }

    private void Hear(Leg leg, LegEvent input)
    {
        switch (input)
        {
            case LegEvent.TransferRequested request:
                desk.Take(leg, request);
                break;
            case LegEvent.IdentityWanted:
                desk.Identify(leg);
                break;
            case LegEvent.TargetIdentified(_, var id, _, _):
                Step(leg, id, input);
                break;
            case LegEvent.TransferStepSucceeded(_, var id):
                Step(leg, id, input);
                break;
            case LegEvent.TransferStepFailed(_, var id, _, _):
                Step(leg, id, input);
                break;
            default:
                leg.Call.Handle(leg, input);
                break;
        }
    }

    private void Step(Leg leg, TransferId id, LegEvent input)
    {
        if (board.Transfers.TryGetValue(id, out var transfer))
            transfer.Step(leg, input);
        else if (input is LegEvent.TransferStepSucceeded && leg.LastStep == id && leg.Call.State == CallState.Talking)
            SucceedLate(leg, id);
        else
            leg.Call.Note(NoteLevel.Debug, NoteEvents.UnexpectedInput, $"{input.GetType().Name} for {id}, which is over", leg);
    }

    // The far side did it after all, after we had reported failure: the party of this leg is elsewhere, and whoever holds the other end talks to nobody.
    private static void SucceedLate(Leg leg, TransferId id)
    {
        leg.Call.Note(NoteLevel.Warning, NoteEvents.TransferLateSuccess, $"{id} succeeded after it was reported as failed", leg);
        End(leg.Call, Cause.NormalCallClearing);
    }

    private static void End(CallSession call, Cause cause)
    {
        call.Transfer?.Stop(cause, MethodFailure.PartyGone);
        call.Clear(cause);
    }

    private void Unknown(LegEvent input) =>
        board.Note(new Note(NoteLevel.Debug, NoteEvents.UnknownLeg, $"{input.GetType().Name} from a leg that is not here", Leg: input.Leg));

    private static void EndAfterFailure(CallSession call)
    {
        try
        {
            End(call, Cause.TemporaryFailure);
        }
        catch (Exception failure)
        {
            call.Note(NoteLevel.Error, NoteEvents.TurnFailed, $"and so did its clearing: {failure}");
            call.Clear(Cause.TemporaryFailure);
        }
    }

    // A turn that fails is a fault of ours. It costs the call it was about, and nothing else.
    private void Turn(ICollection<EngineOutput> outputs, Action turn, Func<CallSession?> owner, LegId? arriving = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        board.BeginTurn(outputs);
        try
        {
            turn();
        }
        catch (Exception failure)
        {
            board.Note(new Note(NoteLevel.Error, NoteEvents.TurnFailed, failure.ToString(), owner()?.Correlation, Call: owner()?.Id));
            if (owner() is { } call)
                EndAfterFailure(call);
            else if (arriving is { } leg)
                board.Do(new LegCommand.Release(leg, Cause.TemporaryFailure));
        }
    }
}

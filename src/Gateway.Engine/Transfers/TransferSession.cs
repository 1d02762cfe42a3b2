using Gateway.Engine.Calls;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;

namespace Gateway.Engine.Transfers;

/// <summary>
/// One accepted transfer among its legs. It turns what happens to them into inputs of two pure machines, <see cref="Transfer"/> and
/// the method that is tried, and their outputs into commands. It decides nothing itself.
/// </summary>
internal sealed partial class TransferSession(Switchboard board, Application application, Leg transferee, TransferRule rule)
{
    private readonly IReadOnlyDictionary<string, MethodKind> kinds = board.Settings.Methods;
    private readonly Queue<Action> inputs = [];
    private readonly List<string> tried = [];
    private readonly List<string> rules = [.. application.Target?.Rules ?? [], rule.Id];
    private readonly Dictionary<Leg, Media?> before = [];
    private readonly HashSet<Leg> unsettled = [];
    private Transfer state = new Transfer.Accepted();
    private MethodState? method;
    private CallSession? consultationCall = application.Consultation?.Call;
    private Leg? target = application.TargetLeg;
    private TargetParty? wanted = application.Target;
    private readonly List<Party> alternatives = [];
    private int redirections;
    private bool targetPlaced;
    private bool ringingReported;
    private bool announced;
    private bool draining;

    public TransferId Id => application.Id;

    /// <summary>The call the transfer was asked in.</summary>
    public CallSession Call { get; } = transferee.Call;

    public PeerName TransfereePeer => transferee.Peer;

    public bool IsRerouting => method is Reroute.Rerouting;

    /// <summary>True while the parties are being told to talk to somebody else, and nothing else may change their media.</summary>
    public bool MovesMedia => method is Join.Changing or Join.Restoring;

    private Leg Transferor => application.Transferor;

    public LiveTransfer Show() => new(
        Id, Call.Correlation, Call.Id, Transferor.Id, transferee.Id, target?.Id, (state is Transfer.Trying ? method! : (object)state).GetType().Name, tried.LastOrDefault());

    /// <summary>True for the call that the transferee was asked to make, when its way leads through this gateway.</summary>
    public bool Expects(LegEvent.Arrived arrived) =>
        IsRerouting && arrived.Peer == transferee.Peer && arrived.Calling?.Number == transferee.Party?.Number
        && board.Router.Normalise(arrived.Called.Number, arrived.Peer.Value).Number == application.Target?.Number;

    public bool IsTransferor(Leg leg) => leg == Transferor || leg == application.Consultation;

    /// <summary>From now on the calls concerned leave it to this transfer what becomes of them.</summary>
    public void Open()
    {
        board.Transfers.Add(Id, this);
        Call.Transfer = this;
        if (consultationCall is not null)
            consultationCall.Transfer = this;
    }

    public void Begin(MethodList methods, bool fallBack) => Post(new TransferInput.Begin(methods, fallBack));

    public void Fail(Cause cause) => Post(new TransferInput.Impossible(cause));

    public void Stop(Cause cause, MethodFailure reason)
    {
        // A turn that failed may have kept a transfer that is over from being closed.
        if (state is Transfer.Over)
            Close();
        else
            Post(new TransferInput.Stop(cause, reason));
    }

    public void Step(Leg leg, LegEvent input)
    {
        if (leg != StepLeg && leg != (method is Reroute ? StepLeg : target))
        {
            Note(NoteLevel.Warning, NoteEvents.UnexpectedInput, $"{input.GetType().Name} from a leg that was not asked", leg);
            return;
        }

        switch (input)
        {
            case LegEvent.TargetIdentified when leg.IsLeaving:
                break;
            case LegEvent.TargetIdentified identified:
                Post(new MethodInput.TargetIdentified(identified.Identity, identified.Target));
                break;
            case LegEvent.TransferStepSucceeded:
                Post(new MethodInput.StepSucceeded());
                break;
            case LegEvent.TransferStepFailed failed:
                if (failed.NotSupported && board.Disbelieve(leg.Peer, tried[^1]))
                    Note(NoteLevel.Warning, NoteEvents.MethodUnknown, $"{leg.Peer} does not know {tried[^1]} and is not asked for it for a while", leg, failed.Cause);
                Post(new MethodInput.StepFailed(failed.Cause));
                break;
        }
    }

    private Leg? StepLeg => method is Reroute.Identifying ? target : transferee;

    public void Expired(string timer)
    {
        switch (timer)
        {
            case EngineTimers.Transfer:
                Post(new TransferInput.TransferExpired());
                break;
            case EngineTimers.TransferorBye:
                Post(new TransferInput.TransferorByeExpired());
                break;
            case EngineTimers.TargetAnswer:
                Post(new MethodInput.TargetAnswerExpired());
                break;
            case EngineTimers.HandOverClearing:
                Post(new MethodInput.ClearingExpired());
                break;
        }
    }

    /// <summary>The target rang or answered, or a rerouted transferee tells that its new party rings.</summary>
    public void TargetProgressed(Leg leg)
    {
        if (leg == target)
            Post(leg.State == LegState.Answered ? new MethodInput.TargetAnswered() : new MethodInput.TargetRinging());
        else if (leg == transferee && IsRerouting)
            Post(new MethodInput.TargetRinging());
    }

    /// <summary>True when the method was waiting for this answer.</summary>
    public bool MediaSettled(Leg leg, bool accepted, Cause? refusal)
    {
        if (!unsettled.Remove(leg))
            return false;
        var role = leg == target ? Role.Target : Role.Transferee;
        Post(accepted ? new MethodInput.MediaAccepted(role) : new MethodInput.MediaRefused(role, refusal ?? Cause.BearerCapabilityNotImplemented));
        return true;
    }

    public void Left(Leg leg, Cause cause, IReadOnlyList<Party> instead)
    {
        unsettled.Remove(leg);
        if (state is Transfer.Over)
            return;
        if (leg == transferee || leg == target)
        {
            if (state is Transfer.Departing)
                Note(NoteLevel.Debug, NoteEvents.ExpectedRelease, "the transfer took this leg away", leg, cause);
            else if (leg == transferee)
                Post(new MethodInput.TransfereeReleased(cause));
            else if (!CallInstead(instead))
                Post(new MethodInput.TargetReleased(cause));
        }
        else if (IsTransferor(leg))
        {
            TransferorLeft(leg, cause);
        }

        if (state is Transfer.Departing { Joint: not Joint.Gateway } && transferee.Gone && target is null or { Gone: true } && HasLeft)
            Post(new TransferInput.EverybodyLeft());
    }

    private bool HasLeft => Transferor.Gone && application.Consultation is null or { Gone: true };

    private void TransferorLeft(Leg leg, Cause cause)
    {
        if (state is Transfer.Trying)
            Note(NoteLevel.Information, NoteEvents.TransferorLeft, "the transferor did not wait for the end", leg, cause);
        if (leg == application.Consultation && target is { IsUp: false, Gone: false } && state is Transfer.Trying)
            Stop(cause, MethodFailure.PartyGone);
        else if (HasLeft)
            Post(new TransferInput.TransferorLeft());
    }

    /// <summary>The transferee itself took over the consultation call: the target is no longer ours to release.</summary>
    public void ConsultationTakenOver(Leg by)
    {
        Note(NoteLevel.Information, NoteEvents.ConsultationTakenOver, $"{by.Party?.Number ?? "the transferee"} found the target", by);
        consultationCall!.Transfer = null;
        consultationCall = null;
        application.Consultation!.DepartsFor = this;
        target = null;
        Post(new MethodInput.TargetReleased(Cause.NormalCallClearing));
    }

    private void Post(TransferInput input) => Post(() =>
    {
        var (next, outputs) = state.Handle(input);
        state = next;
        foreach (var output in outputs)
            Act(output);
    });

    private void Post(MethodInput input) => Post(() =>
    {
        if (method is null)
            return;
        var (next, outputs) = method.Handle(input);
        method = next;
        foreach (var output in outputs)
            Act(output);
    });

    // One input at a time: what an output causes waits until the machine has its next state.
    private void Post(Action input)
    {
        inputs.Enqueue(input);
        if (draining)
            return;
        draining = true;
        try
        {
            while (inputs.TryDequeue(out var next))
                next();
        }
        finally
        {
            draining = false;
            inputs.Clear();
        }
    }

    private void Act(TransferOutput output)
    {
        switch (output)
        {
            case TransferOutput.TryMethod(var name):
                Try(name);
                break;
            case TransferOutput.StopMethod(var cause, var reason):
                Post(new MethodInput.Stop(cause, reason));
                break;
            case TransferOutput.ReportSucceeded:
                Report(new TransferReport.Succeeded());
                Note(NoteLevel.Information, NoteEvents.TransferSucceeded, $"{Name(transferee)} is connected to {application.TargetName} by {tried[^1]}", transferee);
                break;
            case TransferOutput.ReportFailed(var cause):
                Report(new TransferReport.Failed(cause));
                Note(NoteLevel.Warning, NoteEvents.TransferFailed, $"{Name(transferee)} is not connected to {application.TargetName}", cause: cause);
                break;
            case TransferOutput.Record(var outcome, var cause):
                board.Record(application.Record(outcome, [.. tried], cause, [.. rules]) with
                {
                    Correlation = Call.Correlation,
                    Target = target?.Id ?? application.TargetLeg?.Id,
                });
                break;
            case TransferOutput.LetGo:
                LetGo();
                break;
            case TransferOutput.Settle:
                Settle();
                break;
            case TransferOutput.Close:
                Close();
                break;
            case TransferOutput.StartTimer(var name):
                board.Start(Timer(name), name == EngineTimers.Transfer ? rule.Transfer ?? board.Settings.Timers.Transfer : board.Settings.Timers.TransferorBye);
                break;
            case TransferOutput.StopTimer(var name):
                board.Stop(Timer(name));
                break;
            case TransferOutput.Unexpected(var input):
                Note(NoteLevel.Debug, NoteEvents.UnexpectedInput, $"{input.GetType().Name} means nothing to a transfer that is {state.GetType().Name}");
                break;
        }
    }

    private void Try(string name)
    {
        tried.Add(name);
        Note(NoteLevel.Information, NoteEvents.TransferMethodTried, $"{name} for {Name(transferee)} to {application.TargetName}", transferee, rule: rule.Id);
        method = kinds[name] switch
        {
            MethodKind.Reroute => new Reroute.Idle(),
            MethodKind.HandOver => new HandOver.Idle(),
            MethodKind.AnnouncedJoin => new Join.Idle(Announced: true),
            _ => new Join.Idle(Announced: false),
        };
        if (transferee.IsLeaving)
            Post(new TransferInput.MethodFailed(Cause.NormalCallClearing, MethodFailure.PartyGone));
        else if (target is { IsLeaving: true } || (target is null && application.TargetLeg is not null))
            Post(new TransferInput.MethodFailed(Cause.NormalUnspecified, MethodFailure.TargetRefused));
        else
            Post(new MethodInput.Begin(target is null ? TargetSituation.None : target.IsUp ? TargetSituation.Connected : TargetSituation.Alerting));
    }

    private void Act(MethodOutput output)
    {
        switch (output)
        {
            case MethodOutput.PlaceTarget(var beside):
                Place(beside);
                break;
            case MethodOutput.IdentifyTarget:
                board.Do(new LegCommand.IdentifyTarget(target!.Id, Id));
                break;
            case MethodOutput.Reroute(var found, var identity):
                transferee.LastStep = Id;
                board.Do(found is null
                    ? Reroute(new ReroutingTarget(Dial(transferee.Peer), application.Target!.Address, TargetPeer()), application.Target.Identity)
                    : Reroute(found, identity));
                break;
            case MethodOutput.HandOver:
                transferee.LastStep = target!.LastStep = Id;
                board.Do(new LegCommand.HandOver(transferee.Id, Id, target.Id));
                break;
            case MethodOutput.Abandon(var role):
                if ((role == Role.Target ? target : transferee) is { IsLeaving: false } leg)
                    board.Do(new LegCommand.AbandonTransfer(leg.Id, Id));
                break;
            case MethodOutput.ChangeMedia:
                Change();
                break;
            case MethodOutput.RestoreMedia:
                Restore();
                break;
            case MethodOutput.Announce(var alerting):
                Announce(alerting);
                break;
            case MethodOutput.ReportRinging:
                if (!ringingReported)
                    Report(new TransferReport.Ringing());
                ringingReported = true;
                break;
            case MethodOutput.ReleaseTarget(var cause):
                target?.Release(cause, board);
                break;
            case MethodOutput.StartTimer(var name):
                board.Start(Timer(name), name == EngineTimers.TargetAnswer ? rule.TargetAnswer ?? board.Settings.Timers.NoAnswer : board.Settings.Timers.HandOverClearing);
                break;
            case MethodOutput.StopTimer(var name):
                board.Stop(Timer(name));
                break;
            case MethodOutput.Succeeded(var joint):
                Succeed(joint);
                break;
            case MethodOutput.Failed(var cause, var reason):
                Note(NoteLevel.Information, NoteEvents.TransferMethodFailed, $"{tried[^1]}: {reason}", transferee, cause, rule: rule.Id);
                Post(new TransferInput.MethodFailed(cause, reason));
                break;
            case MethodOutput.Unexpected(var input):
                Note(NoteLevel.Debug, NoteEvents.UnexpectedInput, $"{input.GetType().Name} means nothing to {method!.GetType().Name}");
                break;
        }
    }

    private LegCommand.Reroute Reroute(ReroutingTarget to, string? identity) =>
        new(transferee.Id, Id, to, identity) { TransferredBy = Transferor.Party, Origin = application.Request.Origin };

    private void Report(TransferReport report) => board.Do(new LegCommand.ReportTransfer(Transferor.Id, Id, report));

    private EngineTimer Timer(string name) => new(name, Id.Value);

    private void Note(NoteLevel level, string name, string text, Leg? leg = null, Cause? cause = null, string? rule = null) =>
        board.Note(new Note(level, name, text, Call.Correlation, Id, Call.Id, (leg ?? application.Transferor).Id, (leg ?? application.Transferor).Peer, cause, rule));

    private static string Name(Leg? leg) => leg?.Party?.Number ?? "unknown";
}

using Gateway.Engine.Calls;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;

namespace Gateway.Engine.Transfers;

/// <summary>Takes transfer requests: who asks, may it, and what can be tried. Whatever is accepted here becomes a <see cref="TransferSession"/>.</summary>
internal sealed class TransferDesk(Switchboard board)
{
    public bool Overloaded { get; set; }

    public void Take(Leg transferor, LegEvent.TransferRequested request)
    {
        var call = transferor.Call;
        var transferee = call.Other(transferor);
        var consultation = request.Target is TransferTarget.ToLeg { Leg: var named } && board.Legs.TryGetValue(named, out var found) ? found : null;
        var target = consultation?.Call.Other(consultation);
        var id = board.Identifiers.NextTransfer();
        var application = new Application(id, request, transferor, transferee, consultation, target, TargetOf(request.Target, target, transferor));

        var claim = request.RequestedBy is { } by ? $", in the name of {by.Number}" : "";
        Note(application, NoteLevel.Information, NoteEvents.TransferRequested,
            $"{Name(transferor)} wants {Name(transferee)} connected to {application.TargetName}{claim}");
        foreach (var rule in application.Target?.Rules ?? [])
            Note(application, NoteLevel.Debug, NoteEvents.NumberRewritten, $"the target becomes {application.Target?.Number}", rule);

        if (Objection(application) is { } refusal)
            Refuse(application, refusal, "state", refusal.ToString());
        else
            Judge(application, transferee!);
    }

    /// <summary>The transferor of an attended transfer asks how whoever it transfers finds the other party of this, its consultation call.</summary>
    public void Identify(Leg consultation)
    {
        var (call, target) = (consultation.Call, consultation.Call.Other(consultation));
        var attended = TransferKind.Attended;
        TransferRefusal? refusal = Overloaded ? TransferRefusal.Overload
            : call.Transfer is not null ? TransferRefusal.AnotherTransferPending
            : !IsConsultation(consultation, target) ? TransferRefusal.InvalidCallState
            : null;
        // Who is transferred is not known yet; a rule that depends on it does not apply.
        var verdict = refusal is not null ? new TransferVerdict("state", null, refusal.Value.ToString()) : board.Authority.Decide(new TransferQuestion(
            consultation.Peer.Value, consultation.Party?.Number, "", target!.Party?.Number, null, attended, call.Emergency, call.TransfersSoFar));
        if (verdict.Allowed is null)
        {
            board.Do(new LegCommand.RefuseIdentity(consultation.Id, refusal ?? TransferRefusal.DeniedByPolicy));
            call.Note(NoteLevel.Warning, NoteEvents.TransferRefused, $"{Name(consultation)} may not have {Name(target)} found: {verdict.Why}", consultation, rule: verdict.RuleId);
            return;
        }

        consultation.IdentityGiven = true;
        board.Do(new LegCommand.GiveIdentity(consultation.Id, target!.Party ?? Application.Nobody));
        call.Note(NoteLevel.Information, NoteEvents.IdentityGiven, $"{Name(consultation)} may have {Name(target)} found", consultation, rule: verdict.RuleId);
    }

    private void Judge(Application application, Leg transferee)
    {
        var (transferor, call) = (application.Transferor, application.Transferor.Call);
        var verdict = application.Consultation is { } consultation && !board.AreOfOneParty(transferor, consultation)
            ? new TransferVerdict(ForeignConsultationRule, null, $"the consultation call is one of {Name(consultation)} at {consultation.Peer}")
            : board.Authority.Decide(application.Question(board, transferee, call.TransfersSoFar));

        if (verdict.Allowed is { } rule)
            Accept(application, transferee, rule);
        else
            Refuse(application, TransferRefusal.DeniedByPolicy, verdict.RuleId, verdict.Why);
    }

    /// <summary>The rule id of an attended transfer whose consultation call belongs to somebody else.</summary>
    private const string ForeignConsultationRule = "foreign-consultation";

    private TransferRefusal? Objection(Application application)
    {
        var (transferor, transferee, consultation) = (application.Transferor, application.Transferee, application.Consultation);
        if (Overloaded)
            return TransferRefusal.Overload;
        if (transferor.Call.Transfer is not null || consultation?.Call.Transfer is not null)
            return TransferRefusal.AnotherTransferPending;
        if (transferor.Call.State != CallState.Talking || !transferor.IsUp || transferee is not { IsUp: true } || transferor.DepartsFor is not null)
            return TransferRefusal.InvalidCallState;
        if (consultation is not null && (consultation.Call == transferor.Call || !IsConsultation(consultation, application.TargetLeg)))
            return TransferRefusal.InvalidCallState;
        return null;
    }

    // Established, or called by the transferor and at least alerting.
    private static bool IsConsultation(Leg consultation, Leg? target) =>
        target is not null && consultation.DepartsFor is null
        && (consultation.Call.State == CallState.Talking
            ? consultation.IsUp && target.IsUp
            : consultation.Call.State == CallState.Setup && consultation == consultation.Call.First
                && consultation.State == LegState.Incoming && target.State == LegState.Alerting);

    private void Accept(Application application, Leg transferee, TransferRule rule)
    {
        var (id, transferor) = (application.Id, application.Transferor);
        transferor.Call.TransfersSoFar++;
        if (application.Consultation is { } consultation)
            Merge(transferor.Call, consultation.Call);
        board.Do(new LegCommand.AcceptTransfer(transferor.Id, id));
        Note(application, NoteLevel.Information, NoteEvents.TransferAccepted,
            $"{Name(transferor)} may have {Name(transferee)} connected to {application.TargetName}", rule.Id);
        var session = new TransferSession(board, application, transferee, rule);
        session.Open();
        if (application.Request.Target is TransferTarget.Unknown or TransferTarget.ToLeg && application.TargetLeg is null)
            session.Fail((application.Request.Target as TransferTarget.Unknown)?.Cause ?? Cause.InvalidCallReference);
        else
            session.Begin(new MethodList(Fitting(application, transferee, rule)), rule.OnFailure == OnFailure.FallBack);
    }

    private string[] Fitting(Application application, Leg transferee, TransferRule rule)
    {
        var target = application.TargetLeg?.Peer
            ?? (application.Target is { } party && board.Router.Choose(party.Number, application.Transferor.Peer.Value) is { } route ? new PeerName(route.To) : null);
        var fitting = new List<string>();
        foreach (var method in rule.Methods)
        {
            if (Unfit(method, transferee.Peer, target, application.TargetLeg is not null) is { } why)
                Note(application, NoteLevel.Information, NoteEvents.TransferMethodPassedOver, $"{method}: {why}", rule.Id);
            else
                fitting.Add(method);
        }

        return [.. fitting];
    }

    // Why a method cannot be used here, or null.
    private string? Unfit(string method, PeerName transferee, PeerName? target, bool targetIsUp)
    {
        if (!board.Settings.Methods.TryGetValue(method, out var kind))
            return "no such method is configured";
        if (kind == MethodKind.Bridge)
            return null;
        if (!board.Supports(transferee, method))
            return $"{transferee} does not support it";
        return kind switch
        {
            MethodKind.Reroute when targetIsUp && !board.Supports(target!.Value, method) => $"{target} does not support it",
            MethodKind.HandOver when target is { } other && other != transferee => $"{transferee} and {other} are different networks",
            MethodKind.AnnouncedJoin when target is null || !board.Supports(target.Value, method) => $"{target?.ToString() ?? "nobody"} does not support it",
            _ => null,
        };
    }

    // Two calls become one story: the older id stays.
    private static void Merge(CallSession call, CallSession consultation)
    {
        if (call.Correlation == consultation.Correlation)
            return;
        var (older, younger) = call.Id.Value < consultation.Id.Value ? (call, consultation) : (consultation, call);
        younger.JoinStory(older.Correlation);
    }

    private void Refuse(Application application, TransferRefusal reason, string rule, string why)
    {
        board.Do(new LegCommand.RefuseTransfer(application.Transferor.Id, application.Id, reason));
        Note(application, NoteLevel.Warning, NoteEvents.TransferRefused,
            $"{Name(application.Transferor)} may not have {Name(application.Transferee)} connected to {application.TargetName}: {why}", rule);
        board.Record(application.Record(TransferOutcome.Refused, [], null, [.. application.Target?.Rules ?? [], rule]));
    }

    private TargetParty? TargetOf(TransferTarget named, Leg? target, Leg transferor) => named switch
    {
        TransferTarget.ToParty(var party, var identity, var address) => TargetParty.From(
            party, board.Router.NormaliseTarget(party.Number, transferor.Peer.Value), identity, address),
        TransferTarget.ToLeg when target is not null => new TargetParty(target.Party ?? Application.Nobody, [], null, null),
        _ => null,
    };

    private void Note(Application application, NoteLevel level, string name, string text, string? rule = null) =>
        board.Note(new Note(
            level, name, text, application.Transferor.Call.Correlation, application.Id, application.Transferor.Call.Id,
            application.Transferor.Id, application.Transferor.Peer, null, rule));

    private static string Name(Leg? leg) => leg?.Party?.Number ?? "unknown";
}

/// <summary>A transfer request with everybody it is about.</summary>
/// <param name="Consultation">The transferor's other leg, in an attended transfer.</param>
/// <param name="TargetLeg">The far leg of the consultation call.</param>
internal sealed record Application(
    TransferId Id,
    LegEvent.TransferRequested Request,
    Leg Transferor,
    Leg? Transferee,
    Leg? Consultation,
    Leg? TargetLeg,
    TargetParty? Target)
{
    /// <summary>What the authority is asked about it.</summary>
    public TransferQuestion Question(Switchboard board, Leg transferee, int transfersSoFar)
    {
        var answeringPoint = board.Peers.TryGetValue(Transferor.Peer.Value, out var peer) && peer.EmergencyCentre;
        var emergency = Transferor.Call.Emergency || Consultation?.Call.Emergency == true
            || board.Authority.IsEmergency(transferee.Party?.Number) || board.Authority.IsEmergency(Transferor.Party?.Number);
        return new TransferQuestion(
            Transferor.Peer.Value,
            Transferor.Party?.Number,
            transferee.Peer.Value,
            Target?.Number,
            (Request.Target as TransferTarget.ToParty)?.Party.Number,
            Request.Target is TransferTarget.ToParty ? TransferKind.Blind : TransferKind.Attended,
            emergency && !answeringPoint,
            transfersSoFar);
    }

    public string TargetName => Target?.Number ?? (Request.Target as TransferTarget.Unknown)?.Named ?? "an unknown party";

    public TransferRecord Record(TransferOutcome outcome, IReadOnlyList<string> methods, Cause? cause, IReadOnlyList<string> rules) => new(
        Id,
        Transferor.Call.Correlation,
        Transferor.Call.Id,
        Transferor.Id,
        Transferee?.Id,
        TargetLeg?.Id,
        Transferor.Party ?? Nobody,
        Transferee?.Party,
        Target?.Party,
        Request.Target is not TransferTarget.ToParty,
        outcome,
        methods,
        cause,
        rules);

    public static readonly Party Nobody = new("unknown", Restricted: true);
}

/// <summary>The target as policy and routing see it.</summary>
internal sealed record TargetParty(Party Party, IReadOnlyList<string> Rules, string? Identity, object? Address)
{
    public string Number => Party.Number;

    public static TargetParty From(Party named, Rewritten rewritten, string? identity, object? address) =>
        new(named with { Number = rewritten.Number }, rewritten.Rules, identity, address);
}

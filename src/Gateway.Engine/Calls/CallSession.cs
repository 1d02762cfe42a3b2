using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Gateway.Engine.Calls;

/// <summary>
/// One call: two ends that talk, or are about to, and the legs that come and go around them. Only inputs change it. While a transfer
/// runs, the release of one end is not passed to the other; the transfer decides what becomes of it.
/// </summary>
internal sealed partial class CallSession(CallId id, CorrelationId correlation, Switchboard board)
{
    private readonly List<Leg> others = [];
    private readonly List<Party> alternatives = [];
    private int redirections;
    private Redirection? redirecting;
    private (Cause Cause, bool Transferor)? lost;

    public CallId Id => id;

    public CorrelationId Correlation { get; private set; } = correlation;

    public CallState State
    {
        get;
        private set
        {
            field = value;
            board.InSetup.Remove(this);
        }
    }

    /// <summary>The leg that called, or the transferee after a join.</summary>
    public Leg? First { get; private set; }

    /// <summary>The leg that was called, or the target after a join.</summary>
    public Leg? Second { get; private set; }

    /// <summary>The running transfer this call takes part in.</summary>
    public TransferSession? Transfer { get; set; }

    public int TransfersSoFar { get; set; }

    public bool Emergency { get; private set; }

    public IEnumerable<Leg> Legs => others.Concat(new[] { First, Second }.OfType<Leg>());

    public LiveCall Show() => new(
        Id, Correlation, State.ToString(), First?.Show(), Second?.Show(), [.. others.Select(leg => leg.Show())], Transfer?.Id);

    public Leg? Other(Leg leg) => leg == First ? Second : leg == Second ? First : null;

    public bool IsEnd(Leg leg) => leg == First || leg == Second;

    public void Note(NoteLevel level, string name, string text, Leg? leg = null, Cause? cause = null, string? rule = null) =>
        board.Note(new Note(level, name, text, Correlation, Transfer?.Id, Id, leg?.Id, leg?.Peer, cause, rule));

    /// <summary>Somebody calls: find the way and call on.</summary>
    public void Arrive(Leg caller, LegEvent.Arrived arrived)
    {
        First = caller;
        redirecting = arrived.Redirecting;
        Note(NoteLevel.Information, NoteEvents.CallArrived, $"{caller.Party?.Number ?? "unknown"} calls {arrived.Called.Number}", caller);

        var called = board.Router.Normalise(arrived.Called.Number, caller.Peer.Value);
        NoteRewriting(called.Rules, arrived.Called.Number, called.Number);
        Emergency = board.Authority.IsEmergency(called.Number) || board.Authority.IsEmergency(arrived.Called.Number);
        if (LoopReason(caller, arrived) is { } loop)
        {
            Refuse(caller, NoteEvents.RouteLoop, loop, Cause.ExchangeRoutingError);
            return;
        }

        if (board.Router.Choose(called.Number, caller.Peer.Value) is not { } route)
        {
            Refuse(caller, NoteEvents.RouteMissing, $"no route from {caller.Peer} to {called.Number}", Cause.NoRouteToDestination);
            return;
        }

        Place(caller, arrived.Called with { Number = called.Number }, route);
    }

    private void Place(Leg caller, Party called, Routing.Route route)
    {
        Note(NoteLevel.Information, NoteEvents.RouteChosen, $"{called.Number} goes to {route.To}", caller, rule: route.Id);
        var dialled = board.Router.Dial(called.Number, route.To);
        NoteRewriting(dialled.Rules, called.Number, dialled.Number);
        Second = new Leg(board.Identifiers.NextLeg(), new PeerName(route.To), this, LegState.Outgoing) { Party = called, Told = caller.Own };
        board.Legs.Add(Second.Id, Second);
        if (redirections == 0)
            board.Do(new LegCommand.Proceed(caller.Id));
        board.Do(new LegCommand.Place(
            Second.Id, Second.Peer, new CallSetup(Correlation, called with { Number = dialled.Number }, caller.Party, caller.Own) { For = caller.Id, Redirecting = redirecting }));
        board.Start(new EngineTimer(EngineTimers.NoAnswer, Id.Value), board.Settings.Timers.NoAnswer);
        Note(NoteLevel.Information, NoteEvents.CallPlaced, $"called {dialled.Number} at {Second.Peer}", Second, rule: route.Id);
    }

    /// <summary>Takes a leg that will never be an end of a call.</summary>
    public void Refuse(Leg caller, string name, string why, Cause cause, string? rule = null)
    {
        First ??= caller;
        Note(NoteLevel.Warning, name, why, caller, cause, rule);
        State = CallState.Clearing;
        caller.Release(cause, board);
    }

    public void Handle(Leg leg, LegEvent input)
    {
        if (input is LegEvent.Released released)
            Leave(leg, released.Cause, released.Instead);
        else if (leg.State == LegState.Releasing)
            return;
        else
            WhileUp(leg, input);
    }

    private void WhileUp(Leg leg, LegEvent input)
    {
        switch (input)
        {
            case LegEvent.Proceeding:
                break;
            case LegEvent.Ringing ringing:
                Ring(leg, ringing.Media);
                break;
            case LegEvent.Answered answered:
                Answer(leg, answered);
                break;
            case LegEvent.MediaOffered offered:
                Offer(leg, offered.Media);
                break;
            case LegEvent.MediaChanged changed:
                ChangeMedia(leg, changed.Media);
                break;
            case LegEvent.MediaRefused refused:
                Settle(leg, null, refused.Cause);
                break;
            case LegEvent.PartyChanged changed:
                ChangeParty(leg, changed);
                break;
            default:
                Unexpected(leg, input);
                break;
        }
    }

    private void Unexpected(Leg leg, LegEvent input) =>
        Note(NoteLevel.Debug, NoteEvents.UnexpectedInput, $"{input.GetType().Name} means nothing while {State} with the leg {leg.State}", leg);

    private void Ring(Leg leg, Media? media)
    {
        if (leg.State is LegState.Outgoing)
            leg.State = LegState.Alerting;
        else if (leg.State is not LegState.Alerting || media is null)
        {
            Transfer?.TargetProgressed(leg);
            return;
        }

        leg.Own = media ?? leg.Own;
        if (leg == Second && State == CallState.Setup && First is { State: LegState.Incoming } caller)
            board.Do(new LegCommand.Ring(caller.Id, media));
        Transfer?.TargetProgressed(leg);
    }

    private void Answer(Leg leg, LegEvent.Answered answered)
    {
        if (leg.State is not (LegState.Outgoing or LegState.Alerting))
        {
            Unexpected(leg, answered);
            return;
        }

        leg.State = LegState.Answered;
        leg.Own = answered.Media ?? leg.Own;
        leg.Party = answered.Connected ?? leg.Party;
        if (leg == Second && State == CallState.Setup)
            Talk(leg, answered.Connected);
        Transfer?.TargetProgressed(leg);
    }

    private void Talk(Leg called, Party? connected)
    {
        board.Stop(new EngineTimer(EngineTimers.NoAnswer, Id.Value));
        State = CallState.Talking;
        Note(NoteLevel.Information, NoteEvents.CallAnswered, $"{called.Party?.Number} answered {First?.Party?.Number ?? "unknown"}", called);
        if (First is not { State: LegState.Incoming } caller)
            return;
        caller.State = LegState.Answered;
        caller.Told = called.Own;
        board.Do(new LegCommand.Answer(caller.Id, called.Own) { Connected = connected });
        if (caller.Own is { } media)
            called.Tell(media, echo: 0, board);
    }

    private void ChangeParty(Leg leg, LegEvent.PartyChanged changed)
    {
        Note(NoteLevel.Information, NoteEvents.PartyChanged, $"{leg.Party?.Number ?? "unknown"} became {changed.Party.Number}", leg);
        leg.Party = changed.Party;
        if (Other(leg) is { IsUp: true } other)
            board.Do(new LegCommand.AnnounceParty(other.Id, changed.Party, other == First ? TransferEnd.Primary : TransferEnd.Secondary, changed.Alerting) { Other = leg.Id });
    }

    private void Leave(Leg leg, Cause cause, IReadOnlyList<Party> instead)
    {
        leg.Gone = true;
        board.Legs.Remove(leg.Id);
        var wasEnd = IsEnd(leg);
        var other = Other(leg);
        var unanswered = leg == Second && leg.State != LegState.Releasing && State == CallState.Setup && Transfer is null;
        if (leg == First)
            First = null;
        else if (leg == Second)
            Second = null;
        others.Remove(leg);

        if (other?.Offer is not null && other.State != LegState.Releasing)
            AnswerOffer(other, null);
        if (unanswered && CallInstead(instead))
            return;
        if (wasEnd && State is CallState.Setup or CallState.Talking)
        {
            lost ??= (cause, Transfer?.IsTransferor(leg) == true);
            if (Transfer is null)
                Clear(cause, leg);
        }

        if (leg.DepartsFor is { } departed)
            departed.Left(leg, cause, instead);
        else
            Transfer?.Left(leg, cause, instead);
        EndWhenEmpty();
    }

    /// <summary>Releases every leg; the call is over once they are gone.</summary>
    public void Clear(Cause cause, Leg? because = null)
    {
        if (State != CallState.Clearing && Legs.Any())
            Note(NoteLevel.Information, NoteEvents.CallClearing, because is null ? "released" : $"{because.Party?.Number ?? "unknown"} left", because, cause);
        State = CallState.Clearing;
        board.Stop(new EngineTimer(EngineTimers.NoAnswer, Id.Value));
        foreach (var leg in Legs.Where(leg => leg.DepartsFor is null).ToArray())
            leg.Release(cause, board);
        EndWhenEmpty();
    }

    private void EndWhenEmpty()
    {
        if (First is not null || Second is not null || others.Count > 0 || !board.Remove(this))
            return;
        board.Stop(new EngineTimer(EngineTimers.NoAnswer, Id.Value));
        Note(NoteLevel.Information, NoteEvents.CallEnded, "no leg is left");
    }

    public void NoAnswerExpired()
    {
        if (State != CallState.Setup || Second is not { } called)
            return;
        var cause = called.State == LegState.Alerting ? Cause.NoAnswer : Cause.NoUserResponding;
        Note(NoteLevel.Information, NoteEvents.CallNoAnswer, $"{called.Party?.Number} did not answer", called, cause);
        if (Transfer is null)
            Clear(cause);
        else
            called.Release(cause, board);
    }

    private string? LoopReason(Leg caller, LegEvent.Arrived arrived)
    {
        var story = board.Stories[Correlation];
        if (story > board.Settings.Limits.CallsPerStory)
            return $"{story} calls carry the id {Correlation}";
        // Whoever does not say who calls cannot be told from the next one who does not.
        if (caller.Party is not { Restricted: false })
            return null;
        var equal = board.InSetup.Count(call =>
            call != this && call.First is { } first && first.Peer == caller.Peer && first.Party == caller.Party && call.Wanted == arrived.Called.Number);
        return equal >= board.Settings.Limits.EqualCallsInSetup ? $"{equal} equal calls to {arrived.Called.Number} are not answered yet" : null;
    }

    /// <summary>The number that was called, as it arrived.</summary>
    public string? Wanted { get; init; }

    private void NoteRewriting(IReadOnlyList<string> rules, string before, string after)
    {
        foreach (var rule in rules)
            Note(NoteLevel.Debug, NoteEvents.NumberRewritten, $"{before} becomes {after}", First, rule: rule);
    }
}

internal enum CallState
{
    /// <summary>The called party has not answered yet.</summary>
    Setup,

    Talking,

    /// <summary>Its parties were connected elsewhere by a transfer.</summary>
    Moved,

    /// <summary>Its legs are being released.</summary>
    Clearing,
}

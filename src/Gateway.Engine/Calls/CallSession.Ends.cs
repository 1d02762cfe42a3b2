using Gateway.Engine.Legs;

namespace Gateway.Engine.Calls;

/// <summary>How the ends of a call change while it lives: replaced, joined, moved away.</summary>
internal sealed partial class CallSession
{
    /// <summary>A new leg takes the place of an old one, whose far party it talks to from now on; in the place of one that rings, it answers.</summary>
    public bool Replace(Leg old, Leg fresh, Party called)
    {
        if (Other(old) is not { } other || !(State == CallState.Talking ? old.IsUp && other.IsUp : State == CallState.Setup))
            return false;
        Note(NoteLevel.Information, NoteEvents.CallReplaced, $"{fresh.Party?.Number ?? called.Number} took the place of {old.Party?.Number ?? "unknown"} with {other.Party?.Number ?? "unknown"}", fresh);
        RefuseOffer(other);
        other.BeginAnew();
        (First, Second) = old == First ? (fresh, other) : (other, fresh);
        others.Add(old);
        fresh.Call = this;
        if (State == CallState.Setup && fresh == First)
        {
            board.Do(other.State == LegState.Alerting ? new LegCommand.Ring(fresh.Id, other.Own) : new LegCommand.Proceed(fresh.Id));
        }
        else if (State == CallState.Setup)
        {
            fresh.State = LegState.Answered;
            fresh.Told = other.Own;
            board.Do(new LegCommand.Answer(fresh.Id, other.Own));
            Talk(fresh, null);
            Introduce(alerting: false);
        }
        else
        {
            fresh.State = LegState.Answered;
            fresh.Told = other.Own;
            board.Do(new LegCommand.Answer(fresh.Id, other.Own));
            if (fresh.Own is { } media)
                other.Tell(media, echo: 0, board);
            Introduce(alerting: false);
        }

        old.Release(Cause.NormalCallClearing, board);
        return true;
    }

    /// <summary>Calls whoever was named by somebody who did not answer; true when somebody is being called.</summary>
    private bool CallInstead(IReadOnlyList<Party> named)
    {
        alternatives.InsertRange(0, named);
        while (alternatives.Count > 0 && First is { State: LegState.Incoming } caller)
        {
            var next = alternatives[0];
            alternatives.RemoveAt(0);
            var number = board.Router.Normalise(next.Number, caller.Peer.Value).Number;
            if (++redirections > board.Settings.Limits.Redirections || !board.Authority.MayBeCalledInstead(number)
                || board.Router.Choose(number, caller.Peer.Value) is not { } route)
            {
                Note(NoteLevel.Warning, NoteEvents.CallRedirected, $"not followed to {number}", caller);
                continue;
            }

            Note(NoteLevel.Information, NoteEvents.CallRedirected, $"followed to {number}", caller, rule: route.Id);
            Place(caller, next with { Number = number }, route);
            return true;
        }

        return false;
    }

    /// <summary>The call turns out to be part of an older story.</summary>
    public void JoinStory(CorrelationId older)
    {
        Note(NoteLevel.Information, NoteEvents.CorrelationMerged, $"{Correlation} is now {older}");
        board.Leave(Correlation);
        Correlation = older;
        board.Stories[older]++;
    }

    /// <summary>Takes in a leg that is not yet, or no longer, an end.</summary>
    public void Accompany(Leg leg)
    {
        leg.Call = this;
        others.Add(leg);
    }

    /// <summary>The commit of a join: these two are the ends from now on; the ends of before depart.</summary>
    public void Join(Leg transferee, Leg target, CallSession? consultation)
    {
        foreach (var leg in Legs.Concat(consultation?.Legs ?? []).ToArray())
        {
            leg.Call.Forget(leg);
            if (leg != transferee && leg != target)
                Accompany(leg);
        }

        (First, Second) = (transferee, target);
        transferee.Call = target.Call = this;
        State = CallState.Talking;
        lost = null;
        if (consultation is not null)
        {
            Emergency |= consultation.Emergency;
            TransfersSoFar = Math.Max(TransfersSoFar, consultation.TransfersSoFar);
            consultation.EndWhenEmpty();
        }

        Follow(transferee, target, echo: 1);
        Follow(target, transferee, echo: 1);
    }

    /// <summary>Names each end to the other.</summary>
    public void Introduce(bool alerting)
    {
        if (First is { Party: { } first } && Second is { IsUp: true } end)
            board.Do(new LegCommand.AnnounceParty(end.Id, first, TransferEnd.Secondary, alerting) { Other = First.Id });
        if (Second is { Party: { } second } && First is { IsUp: true } start)
            board.Do(new LegCommand.AnnounceParty(start.Id, second, TransferEnd.Primary, alerting) { Other = Second.Id });
    }

    /// <summary>The parties were connected elsewhere: what still comes from these legs is their end, and nobody's failure.</summary>
    public void MoveAway()
    {
        State = CallState.Moved;
        board.Stop(new EngineTimer(EngineTimers.NoAnswer, Id.Value));
    }

    /// <summary>After a transfer that failed: whoever was left alone meanwhile is released now.</summary>
    public void SettleAfterFailure()
    {
        Transfer = null;
        if (State is CallState.Setup or CallState.Talking && lost is { } loss)
            Clear(loss.Transferor ? Cause.NormalUnspecified : loss.Cause);
        else if (State == CallState.Talking && First is { } first && Second is { } second)
        {
            Follow(first, second, echo: 1);
            Follow(second, first, echo: 1);
        }
    }

    private void Forget(Leg leg)
    {
        if (leg == First)
            First = null;
        else if (leg == Second)
            Second = null;
        others.Remove(leg);
    }
}

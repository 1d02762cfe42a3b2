using Gateway.Engine.Calls;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;

namespace Gateway.Engine.Transfers;

/// <summary>What the outputs of the machines mean for legs and calls.</summary>
internal sealed partial class TransferSession
{
    private void Place(bool besideTransferee)
    {
        var route = besideTransferee ? null : board.Router.Choose(wanted!.Number, Transferor.Peer.Value);
        if (!besideTransferee && route is null)
        {
            Note(NoteLevel.Warning, NoteEvents.RouteMissing, $"no route to {wanted!.Number}");
            Post(new MethodInput.TargetReleased(Cause.NoRouteToDestination));
            return;
        }

        if (route is not null)
            rules.Add(route.Id);
        var peer = route is null ? transferee.Peer : new PeerName(route.To);
        var media = transferee.Own is { } own ? own with { Direction = MediaDirection.SendReceive } : null;
        target = new Leg(board.Identifiers.NextLeg(), peer, Call, LegState.Outgoing) { Party = wanted!.Party, Told = media };
        targetPlaced = true;
        board.Legs.Add(target.Id, target);
        Call.Accompany(target);
        var dialled = Dial(peer);
        Note(NoteLevel.Information, NoteEvents.TransferTargetPlaced, $"called {dialled.Number} at {peer}", target, rule: route?.Id);
        board.Do(new LegCommand.Place(
            target.Id, peer, new CallSetup(Call.Correlation, dialled, transferee.Party, media, Transferor.Party, wanted.Identity, application.Request.Origin) { For = transferee.Id }));
    }

    /// <summary>The target that was called named others, or one of those failed: the next is called if the policy allows it as it did the first.</summary>
    private bool CallInstead(IReadOnlyList<Party> named)
    {
        if (!targetPlaced || method is not Join.Calling)
            return false;
        alternatives.InsertRange(0, named);
        while (alternatives.Count > 0)
        {
            var next = TargetParty.From(alternatives[0], board.Router.NormaliseTarget(alternatives[0].Number, Transferor.Peer.Value), wanted!.Identity, null);
            alternatives.RemoveAt(0);
            var verdict = ++redirections > board.Settings.Limits.Redirections
                ? new TransferVerdict("redirections", null, "nobody else is called any more")
                : board.Authority.Decide((application with { Target = next }).Question(board, transferee, Call.TransfersSoFar - 1));
            Note(verdict.Allowed is null ? NoteLevel.Warning : NoteLevel.Information, NoteEvents.CallRedirected,
                $"the target names {next.Number}: {verdict.Why}", target, rule: verdict.RuleId);
            if (verdict.Allowed is null && alternatives.Count == 0)
            {
                Post(new MethodInput.TargetReleased(Cause.CallRejected));
                return true;
            }

            if (verdict.Allowed is null)
                continue;
            wanted = next;
            Place(besideTransferee: false);
            return true;
        }

        return false;
    }

    private Party Dial(PeerName peer)
    {
        var dialled = board.Router.Dial(wanted!.Number, peer.Value);
        rules.AddRange(dialled.Rules);
        return wanted.Party with { Number = dialled.Number };
    }

    private void Change()
    {
        foreach (var leg in Pair())
        {
            leg.Call.RefuseOffer(leg);
            before[leg] = leg.ToBeTold;
        }

        Tell(transferee, target!.Own);
        Tell(target, transferee.Own);

        void Tell(Leg leg, Media? remote) =>
            Ask(leg, remote is null ? null : remote with { Direction = MediaDirection.SendReceive });
    }

    private void Restore()
    {
        foreach (var leg in Pair())
            Ask(leg, leg.Call.Other(leg) is { Gone: false } ? before[leg] : null);
    }

    // Nothing to ask, or nobody left to ask, counts as accepted; an answer that is still due is waited for.
    private void Ask(Leg leg, Media? remote)
    {
        unsettled.Remove(leg);
        if (remote is not null)
            leg.Tell(remote, echo: 0, board);
        if (leg is { IsUp: true, Asked: not null })
            unsettled.Add(leg);
        else
            Post(new MethodInput.MediaAccepted(leg == target ? Role.Target : Role.Transferee));
    }

    private IEnumerable<Leg> Pair() => [transferee, target!];

    private void Announce(bool alerting)
    {
        announced = true;
        if (Call.First == transferee && Call.Second == target)
        {
            Call.Introduce(alerting);
            return;
        }

        if (transferee.IsUp && target?.Party is { } reached)
            board.Do(new LegCommand.AnnounceParty(transferee.Id, reached, TransferEnd.Primary, alerting) { Other = target.Id });
        if (target is { IsLeaving: false } && transferee.Party is { } moved)
            board.Do(new LegCommand.AnnounceParty(target.Id, moved, TransferEnd.Secondary, alerting) { Other = transferee.Id });
    }

    private void Succeed(Joint joint)
    {
        if (joint == Joint.Gateway)
        {
            Call.Join(transferee, target!, consultationCall);
            Call.Transfer = null;
            Note(NoteLevel.Information, NoteEvents.TransferJoined, $"{Name(transferee)} and {Name(target)} talk through this gateway", transferee);
        }
        else
        {
            Call.MoveAway();
            consultationCall?.MoveAway();
            if (targetPlaced && joint == Joint.Transferee)
                target?.Release(Cause.NormalCallClearing, board);
        }

        foreach (var leg in new[] { Transferor, application.Consultation }.OfType<Leg>().Where(leg => !leg.Gone))
            leg.DepartsFor = this;
        Post(new TransferInput.MethodSucceeded(joint));
        if (HasLeft)
            Post(new TransferInput.TransferorLeft());
    }

    private void LetGo()
    {
        Transferor.Release(Cause.NormalCallClearing, board);
        application.Consultation?.Release(Cause.NormalCallClearing, board);
        if (Call.State == CallState.Moved)
            Call.Clear(Cause.NormalCallClearing);
        if (consultationCall?.State == CallState.Moved)
            consultationCall.Clear(Cause.NormalCallClearing);
    }

    private void Close()
    {
        board.Transfers.Remove(Id);
        Call.Transfer = Call.Transfer == this ? null : Call.Transfer;
        if (consultationCall?.Transfer == this)
            consultationCall.Transfer = null;
    }

    private void Settle()
    {
        if (targetPlaced)
            target?.Release(Cause.NormalCallClearing, board);
        if (announced && transferee.IsUp && Transferor is { IsUp: true, Party: { } party })
            board.Do(new LegCommand.AnnounceParty(transferee.Id, party, TransferEnd.Primary, false) { Other = Transferor.Id });
        Call.SettleAfterFailure();
        consultationCall?.SettleAfterFailure();
    }

    private PeerName? TargetPeer() =>
        board.Router.Choose(application.Target!.Party.Number, application.Transferor.Peer.Value) is { } route ? new PeerName(route.To) : null;
}

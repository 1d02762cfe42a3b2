using Gateway.Engine.Legs;

namespace Gateway.Engine.Calls;

/// <summary>What the two parties tell each other about their media.</summary>
internal sealed partial class CallSession
{
    // News may cause an answer that is news to the other, and that one more; then two parties would be chasing each other.
    private const int LastEcho = 2;

    // The party of one leg wants another session: the party of the other is asked, and its answer goes back.
    private void Offer(Leg leg, Media media)
    {
        var other = Other(leg);
        if (State != CallState.Talking || !leg.IsUp || leg.Offer is not null || leg.Asked is not null || Transfer?.MovesMedia == true
            || other is not { IsUp: true, Asked: null, Offer: null })
        {
            // Not what it offers is wrong, but the time: somebody is still being asked or told.
            board.Do(new LegCommand.AnswerMedia(leg.Id, null) { OnlyNow = true });
            return;
        }

        if (other.Told == media)
        {
            leg.Own = media;
            AnswerOffer(leg, other.Own);
            return;
        }

        leg.Offer = new PendingOffer(leg.Own);
        leg.Own = media;
        other.Tell(media, echo: 0, board);
    }

    /// <summary>Refuses the offer of a party that is about to be told to talk to somebody else.</summary>
    public void RefuseOffer(Leg leg)
    {
        if (leg.Offer is not null)
            AnswerOffer(leg, null, onlyNow: Transfer?.MovesMedia == true);
    }

    private void AnswerOffer(Leg leg, Media? answer, bool onlyNow = false)
    {
        if (answer is not null)
            leg.Told = answer;
        else if (leg.Offer is { } offer)
            leg.Own = offer.Before;
        leg.Offer = null;
        board.Do(new LegCommand.AnswerMedia(leg.Id, answer) { OnlyNow = onlyNow });
    }

    private void ChangeMedia(Leg leg, Media media)
    {
        if (leg.Asked is not null)
        {
            Settle(leg, media, null);
            return;
        }

        leg.Own = media;
        if (State == CallState.Setup && leg == First && Second is { State: LegState.Alerting } called)
            board.Do(new LegCommand.MediaKnown(called.Id, media));

        if (State == CallState.Talking && Transfer?.MovesMedia != true)
            Other(leg)?.Tell(media, echo: 0, board);
    }

    // The party answered what it was asked: whoever waits for that is told.
    private void Settle(Leg leg, Media? accepted, Cause? refusal)
    {
        if (leg.Asked is null)
        {
            Note(NoteLevel.Debug, NoteEvents.UnexpectedInput, "a media answer to nothing", leg);
            return;
        }

        var other = Other(leg);
        var first = leg.Own is null;
        var done = leg.Settle(accepted, board, out var echo);
        if (other?.Offer is not null)
            AnswerOffer(other, accepted);
        if (!done || Transfer?.MediaSettled(leg, accepted is not null, refusal) == true)
            return;
        if (accepted is not null && other is not null && State == CallState.Talking)
            Follow(leg, other, first ? 0 : echo + 1);
    }

    /// <summary>Passes on where a party moved to while it answered, but not for ever, so that two parties cannot chase each other.</summary>
    private void Follow(Leg leg, Leg other, int echo)
    {
        if (echo <= LastEcho && leg.Own is { } own
            && (other.ToBeTold is not { } known || !known.Rtp.Equals(own.Rtp) || known.Direction != own.Direction))
            other.Tell(own, echo, board);
    }
}

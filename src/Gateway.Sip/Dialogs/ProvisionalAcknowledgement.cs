using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.ProvisionalAcknowledgement.State, Gateway.Sip.Dialogs.ProvisionalAcknowledgement.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// The caller's side of reliable provisional responses, one machine for each early dialog: RFC 3262 (2002) 4 and 5. They are taken in
/// the order of their RSeq, each is acknowledged by one PRACK, and one that brings an offer by a PRACK with the answer.
/// </summary>
public static class ProvisionalAcknowledgement
{
    public abstract record State
    {
        /// <param name="Last">RSeq of the last one taken; null before the first, whose number is the peer's to choose.</param>
        public sealed record Expecting(int? Last) : State;

        /// <summary>One brought an offer, and its PRACK waits for the user's answer.</summary>
        public sealed record AnswerOwed(SipResponse Response) : State;
    }

    public abstract record Input
    {
        /// <summary>101 to 199 with Require: 100rel and RSeq.</summary>
        public sealed record Received(SipResponse Response, bool BringsOffer) : Input;

        /// <summary>User: the answer to the offer.</summary>
        public sealed record Answer(SipContent? Content) : Input;
    }

    public abstract record Output
    {
        public sealed record SendPrack(SipResponse Response, SipContent? Content) : Output;

        /// <summary>The response is news to the call.</summary>
        public sealed record Pass(SipResponse Response, bool AnswerOwed) : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Again = new("repeated");
            public static readonly Ignored Gap = new("out of order");
            public static readonly Ignored Misuse = new("not possible in this state");
        }
    }

    public static Transition Handle(State state, Input input) => (state, input) switch
    {
        (State.Expecting expecting, Input.Received received) => Take(expecting.Last, expecting, received),
        (State.AnswerOwed(var owed), Input.Received received) when received.Response.RSeq == owed.RSeq => new(state, [Output.Ignored.Again]),
        (State.AnswerOwed, Input.Received) => new(state, [Output.Ignored.Gap]),
        (State.AnswerOwed(var owed), Input.Answer(var content)) => new(
            new State.Expecting(owed.RSeq), [new Output.SendPrack(owed, content)]),
        _ => new(state, [Output.Ignored.Misuse]),
    };

    private static Transition Take(int? last, State.Expecting state, Input.Received received)
    {
        var (response, offer) = (received.Response, received.BringsOffer);
        return last is not null && response.RSeq <= last ? new(state, [Output.Ignored.Again])
            : last is not null && response.RSeq != last + 1 ? new(state, [Output.Ignored.Gap])
            : offer ? new(new State.AnswerOwed(response), [new Output.Pass(response, true)])
            : new(new State.Expecting(response.RSeq), [new Output.SendPrack(response, null), new Output.Pass(response, false)]);
    }
}

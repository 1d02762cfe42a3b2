using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.ProvisionalResponses.State, Gateway.Sip.Dialogs.ProvisionalResponses.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// The callee's provisional responses: reliable ones repeated until their PRACK, one at a time, by RFC 3262 (2002) 3 and 5; and the
/// last one said again every so often, so that no proxy gives the INVITE up (RFC 3261 (2002) 13.3.1.1).
/// </summary>
public static class ProvisionalResponses
{
    /// <summary>The option tag of RFC 3262 8.1.</summary>
    public const string OptionTag = "100rel";

    public abstract record State
    {
        /// <summary>Nothing waits for a PRACK.</summary>
        /// <param name="Sequence">RSeq of the last reliable response, or the number before the first.</param>
        /// <param name="Last">What is said again; null before anything was said.</param>
        public sealed record Clear(int Sequence, SipResponse? Last) : State;

        /// <summary>A reliable response is out and its PRACK has not come.</summary>
        /// <param name="Waiting">Further reliable responses, which go out one after the other.</param>
        /// <param name="Answer">The 2xx, held back until the session description is known to have arrived.</param>
        public sealed record Unacknowledged(SipResponse Response, int Retransmissions, ImmutableArray<SipResponse> Waiting, SipResponse? Answer) : State
        {
            internal int Sequence => Response.RSeq ?? 0;
        }

        /// <summary>The final response is out.</summary>
        /// <param name="Response">The reliable one whose PRACK may still come.</param>
        public sealed record Over(SipResponse? Response) : State;
    }

    public abstract record Input
    {
        /// <summary>User: 101 to 199.</summary>
        public sealed record Say(SipResponse Response, bool Reliably) : Input;

        /// <summary>User: 2xx.</summary>
        public sealed record Answer(SipResponse Response) : Input;

        public sealed record PrackReceived(SipRequest Prack) : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        /// <summary>The INVITE got a final response other than 2xx, or the usage ended.</summary>
        public sealed record Finished : Input;
    }

    public abstract record Output
    {
        public sealed record Send(SipResponse Response) : Output;

        /// <param name="Doublings">How often the timer has fired already.</param>
        /// <param name="Reliably">What is said again was said reliably, so it is said less often.</param>
        public sealed record Start(SipTimer Timer, int Doublings = 0, bool Reliably = false) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        /// <summary>The PRACK is that of <paramref name="Response"/>: 2xx.</summary>
        public sealed record Acknowledged(SipRequest Prack, SipResponse Response) : Output;

        /// <summary>The PRACK is nobody's: 481.</summary>
        public sealed record Refuse(SipRequest Prack) : Output;

        /// <summary>The 2xx may go out.</summary>
        public sealed record Answer(SipResponse Response) : Output;

        /// <summary>64*T1 passed without a PRACK: the INVITE is to be refused with 5xx.</summary>
        public sealed record Overdue : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Misuse = new("not possible in this state");
            public static readonly Ignored Stale = new("stale timer");
        }
    }

    /// <summary>The INVITE came.</summary>
    public static State Begin() => new State.Clear(0, null);

    /// <summary>The number of the first reliable response is still to be chosen: at random, 1 to 2**31 - 1 (RFC 3262 3).</summary>
    public static bool IsUnnumbered(State state) => state is State.Clear { Sequence: 0 };

    /// <param name="first">RSeq of the first reliable response.</param>
    public static State Numbered(State state, int first) => state is State.Clear clear ? clear with { Sequence = first - 1 } : state;

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Clear clear => InClear(clear, input),
        State.Unacknowledged unacknowledged => InUnacknowledged(unacknowledged, input),
        _ => InOver((State.Over)state, input),
    };

    private static Transition InClear(State.Clear state, Input input) => input switch
    {
        Input.Say(var response, false) => new(
            state with { Last = response }, [new Output.Send(response), new Output.Start(SipTimer.ProvisionalRepetition)]),
        Input.Say(var response, true) => SendReliably(response, state.Sequence + 1, [], [new Output.Stop(SipTimer.ProvisionalRepetition)]),
        Input.Answer(var response) => new(
            new State.Over(null), [new Output.Stop(SipTimer.ProvisionalRepetition), new Output.Answer(response)]),
        Input.PrackReceived(var prack) => new(state, [new Output.Refuse(prack)]),
        // What was said reliably is known; only that it still rings is said again, and reliably (RFC 3262 3).
        Input.Expired(SipTimer.ProvisionalRepetition) when state.Last is { RSeq: not null } last =>
            SendReliably(last with { ContentType = null, Body = default }, state.Sequence + 1, [], []),
        Input.Expired(SipTimer.ProvisionalRepetition) when state.Last is { } last => new(
            state, [new Output.Send(last), new Output.Start(SipTimer.ProvisionalRepetition)]),
        Input.Finished => new(new State.Over(null), [new Output.Stop(SipTimer.ProvisionalRepetition)]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InUnacknowledged(State.Unacknowledged state, Input input) => input switch
    {
        Input.Say when state.Answer is not null => new(state, [Output.Ignored.Misuse]),
        Input.Say(var response, false) => new(state, [new Output.Send(response)]),
        Input.Say(var response, true) => new(state with { Waiting = state.Waiting.Add(response) }, []),
        Input.Answer when state.Answer is not null => new(state, [Output.Ignored.Misuse]),
        Input.Answer(var response) when !state.Response.Body.IsEmpty => new(state with { Answer = response, Waiting = [] }, []),
        Input.Answer(var response) => new(new State.Over(state.Response), [.. StopRepeating, new Output.Answer(response)]),
        Input.PrackReceived(var prack) when Matches(prack, state.Response) => Acknowledge(state, prack),
        Input.PrackReceived(var prack) => new(state, [new Output.Refuse(prack)]),
        Input.Expired(SipTimer.ProvisionalRetransmission) => new(
            state with { Retransmissions = state.Retransmissions + 1 },
            [new Output.Send(state.Response), new Output.Start(SipTimer.ProvisionalRetransmission, state.Retransmissions + 1)]),
        Input.Expired(SipTimer.ProvisionalTimeout) => new(
            new State.Over(null), [new Output.Stop(SipTimer.ProvisionalRetransmission), new Output.Overdue()]),
        Input.Finished => new(new State.Over(state.Response), [.. StopRepeating]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InOver(State.Over state, Input input) => input switch
    {
        Input.PrackReceived(var prack) when state.Response is { } response && Matches(prack, response) => new(
            new State.Over(null), [new Output.Acknowledged(prack, response)]),
        Input.PrackReceived(var prack) => new(state, [new Output.Refuse(prack)]),
        Input.Finished => new(state, []),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Misuse]),
    };

    private static Transition Acknowledge(State.Unacknowledged state, SipRequest prack) => state switch
    {
        { Answer: { } answer } => new(
            new State.Over(null), [.. StopRepeating, new Output.Acknowledged(prack, state.Response), new Output.Answer(answer)]),
        { Waiting: [var next, .. var later] } => SendReliably(
            next, state.Sequence + 1, [.. later], [.. StopRepeating, new Output.Acknowledged(prack, state.Response)]),
        _ => new(
            new State.Clear(state.Sequence, state.Response),
            [.. StopRepeating, new Output.Acknowledged(prack, state.Response), new Output.Start(SipTimer.ProvisionalRepetition, Reliably: true)]),
    };

    private static Transition SendReliably(SipResponse said, int sequence, ImmutableArray<SipResponse> waiting, ReadOnlySpan<Output> before)
    {
        var response = said with { RSeq = sequence, Require = said.Requires(OptionTag) ? said.Require : [.. said.Require, OptionTag] };
        return new(
            new State.Unacknowledged(response, 0, waiting, null),
            [.. before, new Output.Send(response), new Output.Start(SipTimer.ProvisionalRetransmission), new Output.Start(SipTimer.ProvisionalTimeout)]);
    }

    /// <summary>RFC 3262 3: RSeq, and number and method of CSeq.</summary>
    private static bool Matches(SipRequest prack, SipResponse response) =>
        prack.RAck is { } rack && rack.RSeq == response.RSeq && rack.CSeq == response.CSeq;

    private static ImmutableArray<Output> StopRepeating { get; } =
        [new Output.Stop(SipTimer.ProvisionalRetransmission), new Output.Stop(SipTimer.ProvisionalTimeout)];
}

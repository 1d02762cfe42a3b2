using Transition = Gateway.H323.Transition<Gateway.H323.Transfer.TransferringEndpoint.State, Gateway.H323.Transfer.TransferringEndpoint.Output>;

namespace Gateway.H323.Transfer;

/// <summary>
/// The endpoint that asks for the transfer, A. ITU-T H.450.2 (02/1998) clauses 8 and 10, SDL of the transferring endpoint. One per call: on
/// the secondary call it identifies, on the primary call it initiates.
/// </summary>
public static class TransferringEndpoint
{
    public abstract record State
    {
        private State() { }

        public sealed record CtIdle : State;

        public sealed record CtAwaitIdentifyResponse : State;

        /// <param name="Secondary">There is a call to the transferred-to endpoint that holds a callIdentity for this transfer.</param>
        public sealed record CtAwaitInitiateResponse(bool Secondary) : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record IdentifyRequest : Input;

        public sealed record InitiateRequest(bool Secondary) : Input;

        /// <summary>The user gives up: forget the callIdentity that the peer of this call holds for us.</summary>
        public sealed record AbandonRequest : Input;

        public sealed record IdentifyResult : Input;

        public sealed record IdentifyRefused(TransferOutcome Outcome) : Input;

        public sealed record InitiateResult : Input;

        public sealed record InitiateRefused(TransferOutcome Outcome) : Input;

        /// <summary>The call on which the answer would have come is gone, by either side.</summary>
        public sealed record CallCleared : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record SendIdentify : Output;

        public sealed record SendInitiate : Output;

        /// <summary>callTransferAbandon on this call.</summary>
        public sealed record SendAbandon : Output;

        /// <summary>callTransferAbandon on the secondary call.</summary>
        public sealed record AbandonSecondary : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record IndicateIdentify(TransferOutcome Outcome) : Output;

        public sealed record IndicateInitiate(TransferOutcome Outcome) : Output;

        /// <summary>The result of a callTransferInitiate that was given up.</summary>
        public sealed record IndicateLateSuccess : Output;

        /// <summary>An answer nobody waits for.</summary>
        public sealed record NoteUnexpected : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle s => InCtIdle(s, input),
        State.CtAwaitIdentifyResponse s => InCtAwaitIdentifyResponse(s, input),
        State.CtAwaitInitiateResponse s => InCtAwaitInitiateResponse(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InCtIdle(State.CtIdle state, Input input) => input switch
    {
        Input.IdentifyRequest => To(
            new State.CtAwaitIdentifyResponse(), new Output.SendIdentify(), new Output.StartTimer(H323Timer.CtT1)),
        Input.InitiateRequest initiate => To(
            new State.CtAwaitInitiateResponse(initiate.Secondary), new Output.SendInitiate(), new Output.StartTimer(H323Timer.CtT3)),
        Input.AbandonRequest => To(state, new Output.SendAbandon()),
        // Later than CT-T3 or than we gave up: the transferee did call, and whoever believes otherwise has to know.
        Input.InitiateResult => To(state, new Output.IndicateLateSuccess()),
        Input.IdentifyResult or Input.IdentifyRefused or Input.InitiateRefused => To(state, new Output.NoteUnexpected()),
        _ => To(state),
    };

    private static Transition InCtAwaitIdentifyResponse(State.CtAwaitIdentifyResponse state, Input input) => input switch
    {
        Input.IdentifyResult => To(
            new State.CtIdle(), new Output.StopTimer(H323Timer.CtT1), new Output.IndicateIdentify(new TransferOutcome.Succeeded())),
        Input.IdentifyRefused refused => To(
            new State.CtIdle(), new Output.StopTimer(H323Timer.CtT1), new Output.IndicateIdentify(refused.Outcome)),
        Input.Expired { Timer: H323Timer.CtT1 } => To(
            new State.CtIdle(), new Output.SendAbandon(), new Output.IndicateIdentify(new TransferOutcome.TimedOut())),
        Input.AbandonRequest => To(new State.CtIdle(), new Output.StopTimer(H323Timer.CtT1), new Output.SendAbandon()),
        Input.CallCleared => To(
            new State.CtIdle(), new Output.StopTimer(H323Timer.CtT1), new Output.IndicateIdentify(new TransferOutcome.CallCleared())),
        Input.InitiateResult or Input.InitiateRefused => To(state, new Output.NoteUnexpected()),
        Input.IdentifyRequest or Input.InitiateRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InCtAwaitInitiateResponse(State.CtAwaitInitiateResponse state, Input input) => input switch
    {
        Input.InitiateResult => To(
            new State.CtIdle(), new Output.StopTimer(H323Timer.CtT3), new Output.IndicateInitiate(new TransferOutcome.Succeeded())),
        Input.InitiateRefused refused => Failed(state, true, refused.Outcome),
        Input.CallCleared => Failed(state, true, new TransferOutcome.CallCleared()),
        Input.Expired { Timer: H323Timer.CtT3 } => Failed(state, false, new TransferOutcome.TimedOut()),
        Input.AbandonRequest => state.Secondary
            ? To(new State.CtIdle(), new Output.StopTimer(H323Timer.CtT3), new Output.AbandonSecondary())
            : To(new State.CtIdle(), new Output.StopTimer(H323Timer.CtT3)),
        Input.IdentifyResult or Input.IdentifyRefused => To(state, new Output.NoteUnexpected()),
        Input.IdentifyRequest or Input.InitiateRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition Failed(State.CtAwaitInitiateResponse state, bool running, TransferOutcome outcome)
    {
        List<Output> outputs = [];
        if (running)
            outputs.Add(new Output.StopTimer(H323Timer.CtT3));
        if (state.Secondary)
            outputs.Add(new Output.AbandonSecondary());
        outputs.Add(new Output.IndicateInitiate(outcome));
        return new Transition(new State.CtIdle(), outputs);
    }

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}

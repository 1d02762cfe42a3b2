using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Isdn.Transfer;

/// <summary>
/// The side that is asked to carry out a transfer, as seen from the call the request came on: the network of EN 300 369-1 V1.2.4, clause 9, of
/// GR-2865 and of NIS-A211-1; the primary PINX of ECMA-178 3rd edition, clause 6.5, and the rerouteing PINX of ECMA-300 2nd edition.
/// </summary>
/// <remarks>The checks are made before: a request that reaches the machine is a sound one. Whoever carries it out says how it went.</remarks>
public static class RequestedTransfer
{
    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public abstract record State
    {
        private State()
        {
        }

        public sealed record Idle : State;

        /// <summary>It is being carried out.</summary>
        public sealed record Executing(int InvokeId) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        public sealed record Requested(int InvokeId) : Input;

        /// <summary>It came about.</summary>
        public sealed record Complete : Input;

        /// <summary>It did not; the calls stay as they are.</summary>
        public sealed record Refuse(Code Error) : Input;

        /// <summary>The call the request came on is gone; nobody is left to answer.</summary>
        public sealed record Cleared : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        public sealed record Indicate : Output;

        /// <summary>DISCONNECT, cause 16, with the return result; the other call of the requester clears likewise, without.</summary>
        public sealed record ClearWithResult(int InvokeId) : Output;

        /// <summary>FACILITY with the return error.</summary>
        public sealed record ReturnError(int InvokeId, Code Error) : Output;
    }

    public static readonly State Initial = new State.Idle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Idle s => InIdle(s, input),
        State.Executing s => InExecuting(s, input),
        _ => throw new UnreachableException(),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.Requested requested => To(new State.Executing(requested.InvokeId), new Output.Indicate()),
        // The requester may have hung up while it was carried out.
        _ => To(state),
    };

    private static Transition InExecuting(State.Executing state, Input input) => input switch
    {
        Input.Complete => To(new State.Idle(), new Output.ClearWithResult(state.InvokeId)),
        Input.Refuse refuse => To(new State.Idle(), new Output.ReturnError(state.InvokeId, refuse.Error)),
        Input.Cleared => To(new State.Idle()),
        Input.Requested again => To(state, new Output.ReturnError(again.InvokeId, Code.Local((int)GeneralError.InvalidCallState))),
        _ => throw new UnreachableException(),
    };

    private static Transition To(State next, params ImmutableArray<Output> outputs) => new(next, outputs);
}

using Transition = Gateway.Sip.Transition<Gateway.Exchange.Peers.PeerReachability.State, Gateway.Exchange.Peers.PeerReachability.Output>;

namespace Gateway.Exchange.Peers;

/// <summary>
/// Whether one place of a SIP peer can be called: asked by OPTIONS (RFC 3261 (2002) 11) again and again, and learnt from calls that got no
/// answer there (RFC 3263 (2002) 4.3). Any final answer shows that somebody is there, but for 503 and 408.
/// </summary>
public static class PeerReachability
{
    public abstract record State
    {
        /// <summary>Not asked yet; calls are tried.</summary>
        public sealed record Unknown : State;

        public sealed record Up : State;

        /// <summary>Called only when every other place is, too.</summary>
        public sealed record Down : State;
    }

    public abstract record Input
    {
        /// <summary>It is time to ask.</summary>
        public sealed record Due : Input;

        /// <summary>A final response to OPTIONS.</summary>
        public sealed record Answered(int Status) : Input;

        /// <summary>OPTIONS could not be sent, or nothing came back.</summary>
        public sealed record Unanswered : Input;

        /// <summary>The same happened to an INVITE, or it was answered 503.</summary>
        public sealed record CallLost : Input;
    }

    public abstract record Output
    {
        public sealed record Ask : Output;

        /// <summary>Until the interval is over.</summary>
        public sealed record Wait : Output;

        public sealed record Changed(bool IsUp) : Output;
    }

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Up => InUp(state, input),
        State.Down => InDown(state, input),
        _ => InUnknown(state, input),
    };

    private static Transition InUnknown(State state, Input input) => input switch
    {
        Input.Answered(not (408 or 503)) => new(new State.Up(), [new Output.Changed(IsUp: true), new Output.Wait()]),
        Input.Answered or Input.Unanswered => new(new State.Down(), [new Output.Changed(IsUp: false), new Output.Wait()]),
        Input.CallLost => new(new State.Down(), [new Output.Changed(IsUp: false)]),
        _ => new(state, [new Output.Ask()]),
    };

    private static Transition InUp(State state, Input input) => input switch
    {
        Input.Answered(not (408 or 503)) => new(state, [new Output.Wait()]),
        Input.Answered or Input.Unanswered => new(new State.Down(), [new Output.Changed(IsUp: false), new Output.Wait()]),
        Input.CallLost => new(new State.Down(), [new Output.Changed(IsUp: false)]),
        _ => new(state, [new Output.Ask()]),
    };

    private static Transition InDown(State state, Input input) => input switch
    {
        Input.Answered(not (408 or 503)) => new(new State.Up(), [new Output.Changed(IsUp: true), new Output.Wait()]),
        Input.Answered or Input.Unanswered => new(state, [new Output.Wait()]),
        Input.CallLost => new(state, []),
        _ => new(state, [new Output.Ask()]),
    };
}

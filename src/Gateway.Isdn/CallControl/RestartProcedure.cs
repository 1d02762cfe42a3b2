using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>Restart of channels or of the interface, with the global call reference: ITU-T Q.931 (05/1998) clause 5.5 and Annex A,
/// Figure A.7 (states Rest 0, Rest 1, Rest 2).</summary>
/// <remarks>Channels are idle in the turn the RESTART comes in, so Rest 2 and T317 pass at once.</remarks>
public sealed class RestartProcedure(CallRules rules)
{
    /// <summary>How often RESTART is repeated.</summary>
    private const int Repetitions = 2;

    public abstract record State
    {
        private State()
        {
        }

        /// <summary>Rest 0.</summary>
        public sealed record Null : State;

        /// <summary>Rest 1: RESTART sent.</summary>
        public sealed record RestartRequest(ImmutableArray<Element> Elements, int Repeated) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        /// <summary>RESTART wanted by us.</summary>
        public sealed record Requested(ImmutableArray<Element> Elements) : Input;

        /// <summary>A message with the global call reference.</summary>
        public sealed record Received(Q931Message Message) : Input;

        /// <summary>T316.</summary>
        public sealed record Expired : Input;

        /// <summary>The data link was lost: nobody will answer.</summary>
        public sealed record LinkLost : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        public sealed record Send(MessageType Type, ImmutableArray<Element> Elements) : Output;

        public sealed record StartT316 : Output;

        public sealed record StopT316 : Output;

        /// <summary>Calls on the channels these elements name end now.</summary>
        public sealed record FreeChannels(ImmutableArray<Element> Elements) : Output;

        public sealed record Ended(bool Acknowledged) : Output;

        /// <summary>A second restart while one is under way.</summary>
        public sealed record Refuse : Output;
    }

    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public Transition Handle(State state, Input input) => state switch
    {
        State.Null => InNull(state, input),
        State.RestartRequest s => InRestartRequest(s, input),
        _ => throw new UnreachableException(),
    };

    private Transition InNull(State state, Input input) => input switch
    {
        Input.Requested requested => new(
            new State.RestartRequest(requested.Elements, 0),
            [new Output.FreeChannels(requested.Elements), new Output.Send(MessageType.Restart, requested.Elements), new Output.StartT316()]),
        Input.LinkLost => new(state, []),
        _ => InAnyState(state, input),
    };

    private Transition InRestartRequest(State.RestartRequest state, Input input) => input switch
    {
        Input.Received { Message.Type: MessageType.RestartAcknowledge } => new(new State.Null(), [new Output.StopT316(), new Output.Ended(true)]),
        Input.Requested => new(state, [new Output.Refuse()]),
        Input.Expired when state.Repeated < Repetitions => new(
            state with { Repeated = state.Repeated + 1 }, [new Output.Send(MessageType.Restart, state.Elements), new Output.StartT316()]),
        Input.Expired => new(new State.Null(), [new Output.Ended(false)]),
        Input.LinkLost => new(new State.Null(), [new Output.StopT316(), new Output.Ended(false)]),
        _ => InAnyState(state, input),
    };

    /// <summary>The peer restarts, whatever we do ourselves; other messages have no business here (5.8.3.2 g).</summary>
    private Transition InAnyState(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Restart } message } => new(state, Restarted(message)),
        Input.Received { Message.Type: MessageType.RestartAcknowledge or MessageType.Status } => new(state, []),
        Input.Received => new(
            state, [new Output.Send(MessageType.Status, [new Cause(rules.Location, 81), new CallState((byte)(state is State.Null ? 0 : 61))])]),
        _ => throw new UnreachableException($"{input} in {state}"),
    };

    private static ImmutableArray<Output> Restarted(Q931Message message)
    {
        ImmutableArray<Element> elements =
            [.. message.Elements.Where(element => element is ChannelIdentification or RestartIndicator)];
        return [new Output.FreeChannels(elements), new Output.Send(MessageType.RestartAcknowledge, elements)];
    }
}

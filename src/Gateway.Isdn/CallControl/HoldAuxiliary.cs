using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>The auxiliary state of a call that can be held: ITU-T Q.932 (05/1998) clause 6.2 and EN 300 196-1 V1.3.2 clause 7.2,
/// with the procedures of EN 300 141-1. The call state goes its own way beside it.</summary>
/// <remarks>Outputs are those of <see cref="Call"/>. Whether the call's own state and the variant allow a hold is told with the input.</remarks>
public sealed class HoldAuxiliary(CallRules rules)
{
    public abstract record State
    {
        private State()
        {
        }

        public sealed record Idle : State;

        /// <summary>HOLD sent.</summary>
        public sealed record HoldRequest : State;

        /// <summary>HOLD received.</summary>
        public sealed record HoldIndication : State;

        /// <param name="ByUs">Only who held may retrieve.</param>
        public sealed record Held(bool ByUs) : State;

        /// <summary>RETRIEVE sent.</summary>
        public sealed record RetrieveRequest : State;

        /// <summary>RETRIEVE received.</summary>
        public sealed record RetrieveIndication : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        /// <summary>HOLD, RETRIEVE or an answer to one.</summary>
        /// <param name="Channel">With RETRIEVE ACKNOWLEDGE: the channel the call is on from now on.</param>
        /// <param name="Refusal">With HOLD: why the call cannot be held now, or at all.</param>
        public sealed record Received(Q931Message Message, int? Channel = null, Cause? Refusal = null) : Input;

        /// <summary>A request about holding.</summary>
        /// <param name="Channel">With AcknowledgeRetrieve: the channel the call is on from now on.</param>
        public sealed record Requested(CallRequest Request, int? Channel = null) : Input;

        public sealed record Expired(IsdnTimer Timer) : Input;

        /// <summary>The call is gone.</summary>
        public sealed record Cleared : Input;
    }

    public readonly record struct Transition(State Next, ImmutableArray<Call.Output> Outputs);

    public Transition Handle(State state, Input input) => state switch
    {
        State.Idle => InIdle(state, input),
        State.HoldRequest => InHoldRequest(state, input),
        State.HoldIndication => InHoldIndication(state, input),
        State.Held s => InHeld(s, input),
        State.RetrieveRequest => InRetrieveRequest(state, input),
        State.RetrieveIndication => InRetrieveIndication(state, input),
        _ => throw new UnreachableException(),
    };

    private Transition InIdle(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Hold hold } => new(new State.HoldRequest(), [Send(MessageType.Hold, hold), Start(IsdnTimer.THold)]),
        Input.Received { Message.Type: MessageType.Hold, Refusal: { } refusal } => new(
            state, [new Call.Output.Send(MessageType.HoldReject, [refusal])]),
        Input.Received { Message: { Type: MessageType.Hold } message } => new(
            new State.HoldIndication(), [Indicate(new CallIndication.HoldRequested(message))]),
        _ => InAnyState(state, input),
    };

    private Transition InHoldRequest(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.HoldAcknowledge } message } => new(
            new State.Held(ByUs: true), [Stop(IsdnTimer.THold), Indicate(new CallIndication.Held(message))]),
        Input.Received { Message: { Type: MessageType.HoldReject } message } => new(
            new State.Idle(), [Stop(IsdnTimer.THold), Indicate(new CallIndication.HoldRejected(CauseOf(message)))]),
        Input.Expired { Timer: IsdnTimer.THold } => new(
            new State.Idle(), [Indicate(new CallIndication.HoldRejected(Own(102)))]),
        Input.Cleared => new(new State.Idle(), [Stop(IsdnTimer.THold)]),
        _ => InAnyState(state, input),
    };

    private Transition InHoldIndication(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.AcknowledgeHold request } => new(
            new State.Held(ByUs: false), [Send(MessageType.HoldAcknowledge, request)]),
        Input.Requested { Request: CallRequest.RejectHold request } => new(
            new State.Idle(), [Send(MessageType.HoldReject, request, request.Cause)]),
        _ => InAnyState(state, input),
    };

    private Transition InHeld(State.Held state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Retrieve request } when state.ByUs => new(
            new State.RetrieveRequest(), [Send(MessageType.Retrieve, request), Start(IsdnTimer.TRetrieve)]),
        Input.Received { Message: { Type: MessageType.Retrieve } message } when !state.ByUs => new(
            new State.RetrieveIndication(), [Indicate(new CallIndication.RetrieveRequested(message))]),
        _ => InAnyState(state, input),
    };

    private Transition InRetrieveRequest(State state, Input input) => input switch
    {
        Input.Received { Message.Type: MessageType.RetrieveAcknowledge, Channel: var channel } => new(
            new State.Idle(), [Stop(IsdnTimer.TRetrieve), Indicate(new CallIndication.Retrieved(channel))]),
        Input.Received { Message: { Type: MessageType.RetrieveReject } message } => new(
            new State.Held(ByUs: true), [Stop(IsdnTimer.TRetrieve), Indicate(new CallIndication.RetrieveRejected(CauseOf(message)))]),
        Input.Expired { Timer: IsdnTimer.TRetrieve } => new(
            new State.Held(ByUs: true), [Indicate(new CallIndication.RetrieveRejected(Own(102)))]),
        Input.Cleared => new(new State.Idle(), [Stop(IsdnTimer.TRetrieve)]),
        _ => InAnyState(state, input),
    };

    private Transition InRetrieveIndication(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.AcknowledgeRetrieve request, Channel: var channel } => new(
            new State.Idle(), [Send(MessageType.RetrieveAcknowledge, request), Indicate(new CallIndication.Retrieved(channel))]),
        Input.Requested { Request: CallRequest.RejectRetrieve request } => new(
            new State.Held(ByUs: false), [Send(MessageType.RetrieveReject, request, request.Cause)]),
        _ => InAnyState(state, input),
    };

    /// <summary>HOLD or RETRIEVE that does not fit is rejected, collisions with it; a late answer changes nothing.</summary>
    private Transition InAnyState(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Hold } message } => new(state, [Reject(MessageType.HoldReject, message)]),
        Input.Received { Message: { Type: MessageType.Retrieve } message } => new(state, [Reject(MessageType.RetrieveReject, message)]),
        Input.Received => new(state, []),
        Input.Requested requested => new(state, [new Call.Output.Refuse(requested.Request)]),
        Input.Cleared => new(new State.Idle(), []),
        _ => throw new UnreachableException($"{input} in {state}"),
    };

    private Call.Output.Send Reject(MessageType type, Q931Message message) =>
        new(type, [new Cause(rules.Location, 101, (byte)message.Type)]);

    private Cause Own(byte value) => new(rules.Location, value);

    private Cause CauseOf(Q931Message message) => message.First<Cause>() ?? Own(31);

    private static Call.Output.Send Send(MessageType type, CallRequest request, Cause? cause = null) =>
        new(type, cause is null ? request.Elements : request.Elements.Add(cause));

    private static Call.Output.Start Start(IsdnTimer timer) => new(timer);

    private static Call.Output.Stop Stop(IsdnTimer timer) => new(timer);

    private static Call.Output.Indicate Indicate(CallIndication indication) => new(indication);
}

using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>Clearing, ITU-T Q.931 (05/1998) clause 5.3.</summary>
public sealed partial class Call
{
    /// <summary>U11, N12.</summary>
    private Transition InDisconnectRequest(State.DisconnectRequest state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Release } message, Objection: var objection } => End(
            state, state.Reported, message, Send(MessageType.ReleaseComplete, objection)),
        Input.Received { Message.Type: MessageType.Disconnect } received => Release(state, state.Reported, received.Objection),
        Input.Received { Message: { Type: MessageType.ReleaseComplete } message } => End(state, state.Reported, message),
        Input.Received { Message: { Type: MessageType.Status } message } when message.First<CallState>() is { Value: 0 } =>
            End(state, state.Reported, message),
        Input.Received { Message.Type: not (MessageType.StatusEnquiry or MessageType.Notify) and var type } when ElementPresence.IsKnown(type) =>
            new(state, []),
        Input.Expired { Timer: IsdnTimer.T305 } => Release(state, state.Reported, state.Reported),
        Input.Requested { Request: CallRequest.Disconnect } => new(state, []),
        Input.LinkLost => End(state, state.Reported),
        Input.Restarted => End(state, state.Reported),
        Input.ChannelUnacceptable => new(state, []),
        _ => InAnyState(state, input),
    };

    /// <summary>U19, N19. Anything that does not end the call is too late (5.8.4).</summary>
    private Transition InReleaseRequest(State.ReleaseRequest state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Release or MessageType.ReleaseComplete } message } => End(state, state.Reported, message),
        Input.Received { Message: { Type: MessageType.Status } message } when message.First<CallState>() is { Value: 0 } =>
            End(state, state.Reported, message),
        Input.Received { Message.Type: MessageType.StatusEnquiry } => InAnyState(state, input),
        Input.Received => new(state, []),
        Input.Expired { Timer: IsdnTimer.T308 } when !state.Repeated => new(
            state with { Repeated = true }, [Send(MessageType.Release, state.Sent), Start(IsdnTimer.T308)]),
        Input.Expired { Timer: IsdnTimer.T308 } => End(state, state.Reported),
        Input.Requested { Request: CallRequest.Disconnect } => new(state, []),
        Input.Requested requested => new(state, [new Output.Refuse(requested.Request)]),
        Input.LinkLost => End(state, state.Reported),
        Input.Restarted => End(state, state.Reported),
        Input.ChannelUnacceptable => new(state, []),
        _ => InAnyState(state, input),
    };

    /// <summary>DISCONNECT with T305.</summary>
    private static Transition Disconnect(State from, Cause sent, Cause reported, ImmutableArray<Element> elements) => Move(
        from, new State.DisconnectRequest(reported), Send(MessageType.Disconnect, elements.Add(sent)), Start(IsdnTimer.T305));

    /// <summary>RELEASE with T308; the cause is left out where a DISCONNECT has told it.</summary>
    private static Transition Release(State from, Cause reported, Cause? sent) => Move(
        from, new State.ReleaseRequest(reported, sent, Repeated: false), Send(MessageType.Release, sent), Start(IsdnTimer.T308));

    /// <summary>The call is gone.</summary>
    private static Transition End(State from, Cause reported, Q931Message? message = null, Output? last = null)
    {
        var released = Indicate(new CallIndication.Released(reported, message));
        return last is null ? Move(from, new State.Null(), released) : Move(from, new State.Null(), last, released);
    }
}

using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>Call establishment at the called end: ITU-T Q.931 (05/1998) clause 5.2 for a user, 5.1 for the network that is called on.</summary>
public sealed partial class Call
{
    /// <summary>U6, N1. The first answer names the channel.</summary>
    private Transition InCallPresent(State.CallPresent state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.MoreInformation request } => new(
            new State.OverlapReceiving(), [FirstAnswer(state, MessageType.SetupAcknowledge, request), Start(IsdnTimer.T302)]),
        Input.Requested { Request: CallRequest.Proceed request } => new(
            new State.IncomingCallProceeding(), [FirstAnswer(state, MessageType.CallProceeding, request)]),
        Input.Requested { Request: CallRequest.Alert request } => new(
            new State.CallReceived(), [FirstAnswer(state, MessageType.Alerting, request)]),
        Input.Requested { Request: CallRequest.Progress request } => new(
            new State.IncomingCallProceeding(), [Send(MessageType.CallProceeding, state.Channel), ProgressMessage(request)]),
        Input.Requested { Request: CallRequest.Answer request } => Connect(state, FirstAnswer(state, MessageType.Connect, request)),
        Input.Requested { Request: CallRequest.Disconnect request } => End(
            state, request.Cause, null, Send(MessageType.ReleaseComplete, request.Elements.Add(request.Cause))),
        _ => InAnyState(state, input),
    };

    /// <summary>U25, N2. T302 begins anew with each INFORMATION.</summary>
    private Transition InOverlapReceiving(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Information } message } => new(
            state,
            [message.First<SendingComplete>() is null ? Start(IsdnTimer.T302) : Stop(IsdnTimer.T302), Indicate(new CallIndication.InformationReceived(message))]),
        Input.Requested { Request: CallRequest.Proceed request } => Move(
            state, new State.IncomingCallProceeding(), Send(MessageType.CallProceeding, request.Elements)),
        Input.Requested { Request: CallRequest.Alert request } => Move(state, new State.CallReceived(), Send(MessageType.Alerting, request.Elements)),
        Input.Requested { Request: CallRequest.Progress request } => new(state, [ProgressMessage(request)]),
        Input.Requested { Request: CallRequest.Answer request } => Connect(state, Send(MessageType.Connect, request.Elements)),
        Input.Expired { Timer: IsdnTimer.T302 } => new(state, [Indicate(new CallIndication.NumberEnded())]),
        Input.LinkReset => Disconnect(state, Own(41), Own(41), []),
        _ => InAnyState(state, input),
    };

    /// <summary>U9, N3.</summary>
    private Transition InIncomingCallProceeding(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Alert request } => Move(state, new State.CallReceived(), Send(MessageType.Alerting, request.Elements)),
        Input.Requested { Request: CallRequest.Progress request } => new(state, [ProgressMessage(request)]),
        Input.Requested { Request: CallRequest.Answer request } => Connect(state, Send(MessageType.Connect, request.Elements)),
        _ => InAnyState(state, input),
    };

    /// <summary>U7, N4.</summary>
    private Transition InCallReceived(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Progress request } => new(state, [ProgressMessage(request)]),
        Input.Requested { Request: CallRequest.Answer request } => Connect(state, Send(MessageType.Connect, request.Elements)),
        _ => InAnyState(state, input),
    };

    /// <summary>U8.</summary>
    private Transition InConnectRequest(State state, Input input) => input switch
    {
        Input.Received { Message.Type: MessageType.ConnectAcknowledge } => Move(
            state, new State.Active(), Indicate(new CallIndication.AnswerAcknowledged())),
        Input.Expired { Timer: IsdnTimer.T313 } => Disconnect(state, Own(102), Own(102), []),
        _ => InAnyState(state, input),
    };

    /// <summary>CONNECT: a user waits for its acknowledgement (5.2.7), a network does not (5.1.8).</summary>
    private Transition Connect(State from, Output connect) => rules.ActsAsUser
        ? Move(from, new State.ConnectRequest(), connect, Start(IsdnTimer.T313))
        : Move(from, new State.Active(), connect, Indicate(new CallIndication.AnswerAcknowledged()));

    private static Output.Send FirstAnswer(State.CallPresent state, MessageType type, CallRequest request) => Send(
        type,
        state.Channel is { } channel && !request.Elements.Any(element => element is ChannelIdentification) ? request.Elements.Add(channel) : request.Elements);

    private Output.Send ProgressMessage(CallRequest.Progress request) => Send(
        MessageType.Progress,
        request.Elements.Any(element => element is ProgressIndicator)
            ? request.Elements
            : request.Elements.Add(new ProgressIndicator(rules.Location, ProgressDescription.InbandInformationAvailable)));
}

using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>Call establishment at the calling end: ITU-T Q.931 (05/1998) clause 5.1 for a user, 5.2 for the network that offers a call.</summary>
public sealed partial class Call
{
    /// <summary>U1, N6.</summary>
    private Transition InCallInitiated(State.CallInitiated state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.SetupAcknowledge } message } => Move(
            state, new State.OverlapSending(), Start(IsdnTimer.T304), Indicate(new CallIndication.MoreInformationWanted(message))),
        Input.Received { Message: { Type: MessageType.CallProceeding } message } => ToProceeding(state, message),
        Input.Received { Message: { Type: MessageType.Alerting } message } => ToDelivered(state, message),
        Input.Received { Message: { Type: MessageType.Connect } message } => ToActive(state, message),
        Input.Expired { Timer: IsdnTimer.T303 } when !state.Repeated => new(
            state with { Repeated = true }, [Send(MessageType.Setup, state.Setup), Start(IsdnTimer.T303)]),
        Input.Expired { Timer: IsdnTimer.T303 } => End(state, Own(18), null, Send(MessageType.ReleaseComplete, Own(102))),
        _ => InAnyState(state, input),
    };

    /// <summary>U2, N25. T304 begins anew with each INFORMATION sent.</summary>
    private Transition InOverlapSending(State state, Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Information request } => new(
            state, [Send(MessageType.Information, request.Elements), Start(IsdnTimer.T304)]),
        Input.Received { Message: { Type: MessageType.CallProceeding } message } => ToProceeding(state, message),
        Input.Received { Message: { Type: MessageType.Alerting } message } => ToDelivered(state, message),
        Input.Received { Message: { Type: MessageType.Connect } message } => ToActive(state, message),
        Input.Received { Message: { Type: MessageType.Progress } message } => new(
            state, [Stop(IsdnTimer.T304), Indicate(new CallIndication.Progress(message))]),
        Input.Expired { Timer: IsdnTimer.T304 } => Disconnect(state, Own(102), Own(28), []),
        Input.LinkReset => Disconnect(state, Own(41), Own(41), []),
        _ => InAnyState(state, input),
    };

    /// <summary>U3, N9. A PROGRESS stops T310 (5.1.6): tones tell the caller what goes on.</summary>
    private Transition InOutgoingCallProceeding(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Alerting } message } => ToDelivered(state, message),
        Input.Received { Message: { Type: MessageType.Connect } message } => ToActive(state, message),
        Input.Received { Message: { Type: MessageType.Progress } message } => new(
            state, [Stop(IsdnTimer.T310), Indicate(new CallIndication.Progress(message))]),
        Input.Expired { Timer: IsdnTimer.T310 } => Disconnect(state, Own(102), Own(18), []),
        _ => InAnyState(state, input),
    };

    /// <summary>U4, N7.</summary>
    private Transition InCallDelivered(State state, Input input) => input switch
    {
        Input.Received { Message: { Type: MessageType.Connect } message } => ToActive(state, message),
        Input.Received { Message: { Type: MessageType.Progress } message } => new(state, [Indicate(new CallIndication.Progress(message))]),
        Input.Expired { Timer: IsdnTimer.T301 } => Disconnect(state, Own(102), Own(19), []),
        _ => InAnyState(state, input),
    };

    private static Transition ToProceeding(State from, Q931Message message) => Move(
        from, new State.OutgoingCallProceeding(), Start(IsdnTimer.T310), Indicate(new CallIndication.Proceeding(message)));

    private static Transition ToDelivered(State from, Q931Message message) => Move(
        from, new State.CallDelivered(), Start(IsdnTimer.T301), Indicate(new CallIndication.Alerting(message)));

    private static Transition ToActive(State from, Q931Message message) => Move(
        from, new State.Active(), Send(MessageType.ConnectAcknowledge, ImmutableArray<Element>.Empty), Indicate(new CallIndication.Answered(message)));
}

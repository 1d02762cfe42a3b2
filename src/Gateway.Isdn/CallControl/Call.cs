using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn.CallControl;

/// <summary>What a call's protocol depends on.</summary>
/// <param name="ActsAsUser">The states are numbered U, and CONNECT waits for its acknowledgement: the user side, and both sides of QSIG.</param>
/// <param name="Location">Location in causes of our own.</param>
public sealed record CallRules(bool ActsAsUser, Location Location);

/// <summary>One call of Q.931, point-to-point: ITU-T Q.931 (05/1998) Annex A, Figures A.2 (user) and A.3 (network), and for QSIG
/// the annex on SDL of ISO/IEC 11572, where both ends are alike.</summary>
/// <remarks>
/// The two figures show the same call from its two ends: the network's pages for a call it offers are the user's pages for a call
/// it makes, under other numbers. So there is one machine, named from the calling end, and <see cref="NumberOf"/> gives U or N numbers;
/// the chart is made for both sides. Where the sides really differ, <see cref="CallRules.ActsAsUser"/> is asked.
/// Received messages have passed <see cref="MessageScreening"/>. States 11 (12 at the network) on reception of DISCONNECT pass at
/// once: RELEASE is sent in the same turn.
/// </remarks>
public sealed partial class Call(CallRules rules)
{
    public abstract record State
    {
        private State()
        {
        }

        /// <summary>U0, N0.</summary>
        public sealed record Null : State;

        /// <summary>U1, N6: SETUP sent.</summary>
        public sealed record CallInitiated(ImmutableArray<Element> Setup, bool Repeated) : State;

        /// <summary>U2, N25: SETUP ACKNOWLEDGE received.</summary>
        public sealed record OverlapSending : State;

        /// <summary>U3, N9: CALL PROCEEDING received.</summary>
        public sealed record OutgoingCallProceeding : State;

        /// <summary>U4, N7: ALERTING received.</summary>
        public sealed record CallDelivered : State;

        /// <summary>U6, N1: SETUP received.</summary>
        /// <param name="Channel">For the first answer, when the answer has to fix the channel.</param>
        public sealed record CallPresent(ChannelIdentification? Channel) : State;

        /// <summary>U25, N2: SETUP ACKNOWLEDGE sent.</summary>
        public sealed record OverlapReceiving : State;

        /// <summary>U9, N3: CALL PROCEEDING sent.</summary>
        public sealed record IncomingCallProceeding : State;

        /// <summary>U7, N4: ALERTING sent.</summary>
        public sealed record CallReceived : State;

        /// <summary>U8: CONNECT sent. Not at a network, which is active at once.</summary>
        public sealed record ConnectRequest : State;

        /// <summary>U10, N10.</summary>
        public sealed record Active : State;

        /// <summary>U11, N12: DISCONNECT sent.</summary>
        /// <param name="Reported">What the end of the call will be reported with.</param>
        public sealed record DisconnectRequest(Cause Reported) : State;

        /// <summary>U19, N19: RELEASE sent.</summary>
        /// <param name="Sent">The cause in that RELEASE, for its repetition; null when it had none.</param>
        public sealed record ReleaseRequest(Cause Reported, Cause? Sent, bool Repeated) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        /// <summary>A message of this call.</summary>
        /// <param name="Objection">What clause 5.8.6 or 5.8.7 wants said in the answer to a clearing message.</param>
        public sealed record Received(Q931Message Message, Cause? Objection = null) : Input;

        /// <summary>An incoming SETUP, with the channel that was found for it.</summary>
        public sealed record Offered(Q931Message Message, int? Channel, ChannelIdentification? Answer) : Input;

        public sealed record Requested(CallRequest Request) : Input;

        /// <summary>The peer chose a channel that cannot be had (5.1.2): RELEASE at once.</summary>
        public sealed record ChannelUnacceptable(Cause Cause) : Input;

        /// <summary>The call's channel was restarted (5.5): the call is gone without a message.</summary>
        public sealed record Restarted(Cause Cause) : Input;

        public sealed record Expired(IsdnTimer Timer) : Input;

        /// <summary>DL-RELEASE-INDICATION, 5.8.9.</summary>
        public sealed record LinkLost : Input;

        /// <summary>DL-ESTABLISH-CONFIRM or -INDICATION after the link was lost, 5.8.9.</summary>
        public sealed record LinkBack : Input;

        /// <summary>DL-ESTABLISH-INDICATION while the link was up, 5.8.8.</summary>
        public sealed record LinkReset : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        /// <summary>A message with the call's reference.</summary>
        public sealed record Send(MessageType Type, ImmutableArray<Element> Elements) : Output;

        public sealed record Start(IsdnTimer Timer) : Output;

        public sealed record Stop(IsdnTimer Timer) : Output;

        public sealed record Indicate(CallIndication Indication) : Output;

        /// <summary>A request that this state does not take.</summary>
        public sealed record Refuse(CallRequest Request) : Output;
    }

    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    /// <summary>The number of a state in the Call state element, Annex A and clause 4.5.7.</summary>
    public int NumberOf(State state) => state switch
    {
        State.Null => 0,
        State.CallInitiated => rules.ActsAsUser ? 1 : 6,
        State.OverlapSending => rules.ActsAsUser ? 2 : 25,
        State.OutgoingCallProceeding => rules.ActsAsUser ? 3 : 9,
        State.CallDelivered => rules.ActsAsUser ? 4 : 7,
        State.CallPresent => rules.ActsAsUser ? 6 : 1,
        State.OverlapReceiving => rules.ActsAsUser ? 25 : 2,
        State.IncomingCallProceeding => rules.ActsAsUser ? 9 : 3,
        State.CallReceived => rules.ActsAsUser ? 7 : 4,
        State.ConnectRequest => 8,
        State.Active => 10,
        State.DisconnectRequest => rules.ActsAsUser ? 11 : 12,
        State.ReleaseRequest => 19,
        _ => throw new UnreachableException(),
    };

    public Transition Handle(State state, Input input) => state switch
    {
        State.Null => InNull(input),
        State.CallInitiated s => InCallInitiated(s, input),
        State.OverlapSending => InOverlapSending(state, input),
        State.OutgoingCallProceeding => InOutgoingCallProceeding(state, input),
        State.CallDelivered => InCallDelivered(state, input),
        State.CallPresent s => InCallPresent(s, input),
        State.OverlapReceiving => InOverlapReceiving(state, input),
        State.IncomingCallProceeding => InIncomingCallProceeding(state, input),
        State.CallReceived => InCallReceived(state, input),
        State.ConnectRequest => InConnectRequest(state, input),
        State.Active => InActive(state, input),
        State.DisconnectRequest s => InDisconnectRequest(s, input),
        State.ReleaseRequest s => InReleaseRequest(s, input),
        _ => throw new UnreachableException(),
    };

    /// <summary>State 0. A message here is one of a call that does not exist, clause 5.8.3.2.</summary>
    private Transition InNull(Input input) => input switch
    {
        Input.Requested { Request: CallRequest.Setup setup } => new(
            new State.CallInitiated(setup.Elements, Repeated: false), [Send(MessageType.Setup, setup.Elements), Start(IsdnTimer.T303)]),
        Input.Offered offered => new(
            new State.CallPresent(offered.Answer), [Indicate(new CallIndication.Incoming(offered.Message, offered.Channel))]),
        Input.Received { Message: var message } => message.Type switch
        {
            MessageType.Setup or MessageType.ReleaseComplete => new(new State.Null(), []),
            MessageType.Status when message.First<CallState>() is null or { Value: 0 } => new(new State.Null(), []),
            MessageType.Status => new(new State.Null(), [Send(MessageType.ReleaseComplete, Own(101))]),
            _ => new(new State.Null(), [Send(MessageType.ReleaseComplete, Own(81))]),
        },
        Input.Requested requested => new(new State.Null(), [new Output.Refuse(requested.Request)]),
        Input.ChannelUnacceptable or Input.Restarted or Input.LinkLost or Input.LinkBack or Input.LinkReset => new(new State.Null(), []),
        _ => throw new UnreachableException($"{input} in state 0"),
    };

    /// <summary>State 10, clause 5.3 on.</summary>
    private Transition InActive(State state, Input input) => input switch
    {
        Input.Received { Message.Type: MessageType.ConnectAcknowledge } => new(state, []),
        Input.Received { Message: { Type: MessageType.Progress } message } => new(state, [Indicate(new CallIndication.Progress(message))]),
        Input.LinkLost => new(state, [Start(IsdnTimer.T309)]),
        Input.LinkBack => new(state, [Stop(IsdnTimer.T309), Send(MessageType.Status, Own(31), NumberElement(state))]),
        Input.Expired { Timer: IsdnTimer.T309 } => End(state, Own(27)),
        _ => InAnyState(state, input),
    };

    /// <summary>The pages "any state except null": clearing by the peer, enquiries, facilities, the unexpected.</summary>
    private Transition InAnyState(State state, Input input) => input switch
    {
        Input.Received received => InAnyState(state, received),
        Input.Requested { Request: var request } => request switch
        {
            CallRequest.Facility => new(state, [Send(MessageType.Facility, request.Elements)]),
            CallRequest.Notify => new(state, [Send(MessageType.Notify, request.Elements)]),
            CallRequest.Information when state is not (State.CallInitiated or State.CallPresent or State.DisconnectRequest) => new(state, [Send(MessageType.Information, request.Elements)]),
            CallRequest.Disconnect disconnect => Disconnect(state, disconnect.Cause, disconnect.Cause, disconnect.Elements),
            _ => new(state, [new Output.Refuse(request)]),
        },
        Input.ChannelUnacceptable unacceptable => Release(state, unacceptable.Cause, unacceptable.Cause),
        Input.Restarted restarted => End(state, restarted.Cause),
        Input.LinkLost => End(state, Own(27)),
        Input.LinkBack or Input.LinkReset => new(state, []),
        Input.Offered => new(state, []),
        _ => throw new UnreachableException($"{input} in {state}"),
    };

    private Transition InAnyState(State state, Input.Received received)
    {
        var message = received.Message;
        switch (message.Type)
        {
            case MessageType.Disconnect:
                var cause = CauseOf(message);
                return Prepend(
                    Indicate(new CallIndication.Disconnecting(cause, message)), Release(state, cause, received.Objection));
            case MessageType.Release:
                return End(state, CauseOf(message), message, Send(MessageType.ReleaseComplete, received.Objection));
            case MessageType.ReleaseComplete:
                return End(state, CauseOf(message), message);
            case MessageType.StatusEnquiry:
                return new(state, [Send(MessageType.Status, Own(30), NumberElement(state))]);
            case MessageType.Status when message.First<CallState>() is { Value: 0 }:
                return End(state, CauseOf(message), message);
            case MessageType.Notify:
                return new(state, [Indicate(new CallIndication.Notified(message))]);
            case MessageType.Information:
                return new(state, [Indicate(new CallIndication.InformationReceived(message))]);
            case MessageType.Setup or MessageType.Status or MessageType.Facility or MessageType.UserInformation or MessageType.CongestionControl:
                // A SETUP repeated, 5.8.3.2 c; facilities of any message are told by the trunk; the last two are for layers above us.
                return new(state, []);
            default:
                return new(state, [Send(MessageType.Status, Unexpected(message), NumberElement(state))]);
        }
    }

    /// <summary>Clause 5.8.4: cause 97 for a type we do not know, 101 for one that does not fit the state, with the type as diagnostic.</summary>
    private Cause Unexpected(Q931Message message) =>
        new(rules.Location, (byte)(ElementPresence.IsKnown(message.Type) ? 101 : 97), (byte)message.Type);

    private Cause Own(byte value) => new(rules.Location, value);

    /// <summary>The peer's cause; 31 when it gave none (5.8.6.1).</summary>
    private Cause CauseOf(Q931Message message) => message.First<Cause>() ?? Own(31);

    private CallState NumberElement(State state) => new((byte)NumberOf(state));

    /// <summary>The timer a state lives by; leaving the state stops it.</summary>
    private static IsdnTimer? TimerOf(State state) => state switch
    {
        State.CallInitiated => IsdnTimer.T303,
        State.OverlapSending => IsdnTimer.T304,
        State.OutgoingCallProceeding => IsdnTimer.T310,
        State.CallDelivered => IsdnTimer.T301,
        State.OverlapReceiving => IsdnTimer.T302,
        State.ConnectRequest => IsdnTimer.T313,
        State.Active => IsdnTimer.T309,
        State.DisconnectRequest => IsdnTimer.T305,
        State.ReleaseRequest => IsdnTimer.T308,
        _ => null,
    };

    /// <summary>Leaves a state for another: its timer is stopped, then the rest.</summary>
    private static Transition Move(State from, State to, params ReadOnlySpan<Output> outputs)
    {
        var all = ImmutableArray.CreateBuilder<Output>(outputs.Length + 1);
        if (TimerOf(from) is { } timer)
            all.Add(Stop(timer));
        all.AddRange(outputs);
        return new(to, all.DrainToImmutable());
    }

    private static Transition Prepend(Output first, Transition transition) => transition with { Outputs = transition.Outputs.Insert(0, first) };

    private static Output.Send Send(MessageType type, params ReadOnlySpan<Element?> elements)
    {
        var present = ImmutableArray.CreateBuilder<Element>(elements.Length);
        foreach (var element in elements)
        {
            if (element is not null)
                present.Add(element);
        }

        return new(type, present.DrainToImmutable());
    }

    private static Output.Send Send(MessageType type, ImmutableArray<Element> elements) => new(type, elements);

    private static Output.Start Start(IsdnTimer timer) => new(timer);

    private static Output.Stop Stop(IsdnTimer timer) => new(timer);

    private static Output.Indicate Indicate(CallIndication indication) => new(indication);
}

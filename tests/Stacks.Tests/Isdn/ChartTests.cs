using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;
using Gateway.Isdn.CallControl;
using Gateway.Isdn.Lapd;

namespace Stacks.Tests.Isdn;

public class ChartTests
{
    private static readonly Cause Sixteen = new(Location.User, 16);

    private static readonly Cause Ninety = new(Location.User, 96);

    [Theory]
    [InlineData(true, "Isdn.User.Call")]
    [InlineData(false, "Isdn.Network.Call")]
    public void Call_is_as_charted(bool user, string file)
    {
        var machine = new Call(new(user, Location.User));
        var messages = Enum.GetValues<MessageType>().Where(type => type != MessageType.NationalEscape).Append((MessageType)0x50)
            .Where(type => !AuxiliaryTypes.Contains(type)).Select(type => (object)new Call.Input.Received(Message(type)));
        var requests = typeof(CallRequest).GetNestedTypes().Select(type => (object)new Call.Input.Requested(Sample(type)));
        Chart.AssertApproved(
            file,
            machine,
            [
                new Call.State.Null(), new Call.State.CallInitiated([], false), new Call.State.CallInitiated([], true), new Call.State.OverlapSending(),
                new Call.State.OutgoingCallProceeding(), new Call.State.CallDelivered(), new Call.State.CallPresent(ChannelIdentification.Primary(1)),
                new Call.State.OverlapReceiving(), new Call.State.IncomingCallProceeding(), new Call.State.CallReceived(), new Call.State.ConnectRequest(),
                new Call.State.Active(), new Call.State.DisconnectRequest(Sixteen), new Call.State.ReleaseRequest(Sixteen, null, false),
                new Call.State.ReleaseRequest(Sixteen, Ninety, true),
            ],
            [
                .. messages,
                new Call.Input.Received(Message(MessageType.Disconnect), Ninety),
                new Call.Input.Received(Message(MessageType.Release), Ninety),
                new Call.Input.Received(Message(MessageType.Status, Sixteen, new CallState(0))),
                new Call.Input.Received(Message(MessageType.Status, Sixteen, new CallState(10))),
                new Call.Input.Received(Message(MessageType.Information, new SendingComplete())),
                new Call.Input.Offered(Message(MessageType.Setup), 1, ChannelIdentification.Primary(1)),
                .. requests,
                new Call.Input.ChannelUnacceptable(new(Location.User, 6)),
                new Call.Input.Restarted(new(Location.User, 41)),
                .. CallTimers.Select(timer => new Call.Input.Expired(timer)),
                new Call.Input.LinkLost(), new Call.Input.LinkBack(), new Call.Input.LinkReset(),
            ],
            Said,
            state => $"{(user ? 'U' : 'N')}{machine.NumberOf((Call.State)state)} ");
    }

    [Fact]
    public void Hold_auxiliary_is_as_charted() => Chart.AssertApproved(
        "Isdn.HoldAuxiliary",
        new HoldAuxiliary(new(true, Location.User)),
        [
            new HoldAuxiliary.State.Idle(), new HoldAuxiliary.State.HoldRequest(), new HoldAuxiliary.State.HoldIndication(),
            new HoldAuxiliary.State.Held(true), new HoldAuxiliary.State.Held(false),
            new HoldAuxiliary.State.RetrieveRequest(), new HoldAuxiliary.State.RetrieveIndication(),
        ],
        [
            .. AuxiliaryTypes.Select(type => new HoldAuxiliary.Input.Received(Message(type))),
            new HoldAuxiliary.Input.Received(Message(MessageType.Hold), Refusal: new(Location.User, 69)),
            .. typeof(CallRequest).GetNestedTypes().Where(type => type.Name.Contains("Hold", StringComparison.Ordinal) || type.Name.Contains("Retrieve", StringComparison.Ordinal))
                .Select(type => new HoldAuxiliary.Input.Requested(Sample(type), 1)),
            new HoldAuxiliary.Input.Expired(IsdnTimer.THold), new HoldAuxiliary.Input.Expired(IsdnTimer.TRetrieve),
            new HoldAuxiliary.Input.Cleared(),
        ],
        Said);

    [Fact]
    public void Restart_procedure_is_as_charted() => Chart.AssertApproved(
        "Isdn.RestartProcedure",
        new RestartProcedure(new(true, Location.User)),
        [
            new RestartProcedure.State.Null(), new RestartProcedure.State.RestartRequest([], 0),
            new RestartProcedure.State.RestartRequest([], 2),
        ],
        [
            new RestartProcedure.Input.Requested([new RestartIndicator(RestartClass.SingleInterface)]),
            new RestartProcedure.Input.Received(Message(MessageType.Restart)),
            new RestartProcedure.Input.Received(Message(MessageType.RestartAcknowledge)),
            new RestartProcedure.Input.Received(Message(MessageType.Status)),
            new RestartProcedure.Input.Received(Message(MessageType.Facility)),
            new RestartProcedure.Input.Expired(),
            new RestartProcedure.Input.LinkLost(),
        ],
        Said);

    [Fact]
    public void Data_link_is_as_charted()
    {
        var some = DataLinkWindow.Fresh with { Acknowledged = 1, Sent = 2, Received = 5, Outbox = [[1], [2], [3]], T200Running = true };
        var idle = DataLinkWindow.Fresh with { Acknowledged = 3, Received = 5 };
        var address = new LapdAddress(0, false, 0);
        var unnumbered =
            from function in Enum.GetValues<UnnumberedFunction>()
            from pollFinal in new[] { false, true }
            let command = function is not (UnnumberedFunction.UnnumberedAcknowledgement or UnnumberedFunction.DisconnectedMode or UnnumberedFunction.FrameReject)
            select new DataLinkInput.Received(new LapdFrame.Unnumbered(address, function, pollFinal, []), command);
        var supervisory =
            from function in Enum.GetValues<SupervisoryFunction>()
            from receive in new byte[] { 1, 2, 3, 4 }
            from command in new[] { true, false }
            from pollFinal in new[] { false, true }
            select new DataLinkInput.Received(new LapdFrame.Supervisory(address, function, receive, pollFinal), command);
        var information =
            from send in new byte[] { 5, 6 }
            from receive in new byte[] { 1, 2, 3, 4 }
            from poll in new[] { false, true }
            select new DataLinkInput.Received(new LapdFrame.Information(address, send, receive, poll, []), true);
        Chart.AssertApproved(
            "Isdn.DataLink",
            new DataLink(new(false, 0, 7, 3)),
            [
                new DataLinkState.TeiAssigned(), new DataLinkState.AwaitingEstablishment(0, true, DataLinkWindow.Fresh),
                new DataLinkState.AwaitingEstablishment(3, false, some), new DataLinkState.AwaitingEstablishment(0, false, idle with { Outbox = [[1]] }),
                new DataLinkState.AwaitingRelease(0), new DataLinkState.AwaitingRelease(3),
                new DataLinkState.MultipleFrameEstablished(idle with { AcknowledgePending = true }), new DataLinkState.MultipleFrameEstablished(some),
                new DataLinkState.MultipleFrameEstablished(some with { PeerBusy = true, Rejecting = true }),
                new DataLinkState.TimerRecovery(some, 0), new DataLinkState.TimerRecovery(idle with { T200Running = true }, 3),
            ],
            [
                new DataLinkInput.EstablishRequest(), new DataLinkInput.ReleaseRequest(), new DataLinkInput.DataRequest([9]),
                .. unnumbered, .. supervisory, .. information,
                new DataLinkInput.ReceivedInError('L'), new DataLinkInput.AcknowledgePending(),
                new DataLinkInput.Expired(IsdnTimer.T200), new DataLinkInput.Expired(IsdnTimer.T203),
            ],
            Said);
    }

    private static readonly MessageType[] AuxiliaryTypes =
    [
        MessageType.Hold, MessageType.HoldAcknowledge, MessageType.HoldReject,
        MessageType.Retrieve, MessageType.RetrieveAcknowledge, MessageType.RetrieveReject,
    ];

    private static readonly IsdnTimer[] CallTimers =
    [
        IsdnTimer.T301, IsdnTimer.T302, IsdnTimer.T303, IsdnTimer.T304, IsdnTimer.T305, IsdnTimer.T308, IsdnTimer.T309, IsdnTimer.T310, IsdnTimer.T313,
    ];

    private static Q931Message Message(MessageType type, params Element[] elements) => Q931Message.Of(type, new(2, false, 1), elements);

    private static CallRequest Sample(Type type) =>
        (CallRequest)Activator.CreateInstance(type, type.GetConstructors()[0].GetParameters().Select(_ => (object)Sixteen).ToArray())!;

    private static string? Said(object value) => value switch
    {
        Call.Output.Refuse => nameof(Call.Output.Refuse),
        Q931Message message => message.Type + Said(message.Elements),
        IEnumerable<Element> elements => Said(elements).TrimStart(),
        Cause cause => $"cause {cause.Value}",
        ChannelIdentification channel => $"channel {channel.Channel}",
        DataLinkWindow window => $"V(A)={window.Acknowledged} V(S)={window.SendState} V(R)={window.Received} of {window.Outbox.Length}"
            + (window.PeerBusy ? " busy" : "") + (window.Rejecting ? " rejecting" : "") + (window.AcknowledgePending ? " pending" : "") + (window.T200Running ? " T200" : ""),
        LapdFrame.Information frame => $"I N(S)={frame.SendSequence} N(R)={frame.ReceiveSequence}{(frame.Poll ? " P" : "")}",
        LapdFrame.Supervisory frame => $"{frame.Function} N(R)={frame.ReceiveSequence}{(frame.PollFinal ? " P/F" : "")}",
        LapdFrame.Unnumbered frame => $"{frame.Function}{(frame.PollFinal ? " P/F" : "")}",
        _ => null,
    };

    private static string Said(IEnumerable<Element> elements) => string.Concat(elements.Select(element => element switch
    {
        Cause cause => $" cause {cause.Value}",
        CallState state => $" state {state.Value}",
        ChannelIdentification channel => $" channel {channel.Channel}",
        SendingComplete => " complete",
        ProgressIndicator progress => $" progress {(int)progress.Description}",
        _ => "",
    }));
}

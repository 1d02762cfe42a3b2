using Gateway.Codecs.Isdn.Elements;
using Gateway.Isdn;

namespace Gateway.Lab;

/// <summary>
/// An ISDN switch with its subscribers behind one D-channel: the network of ETSI, or a QSIG PINX. Every number of a prefix is a subscriber; what each
/// does is told by <see cref="Subscribers"/>.
/// </summary>
/// <remarks>This file: calls. IsdnSwitch.Transfers: transfers, asked for by the gateway or made by a subscriber.</remarks>
public sealed partial class IsdnSwitch(IsdnSwitchSettings settings) : FarEnd
{
    private const byte NormalClearing = 16;

    private readonly IsdnTrunk trunk = new(settings.Trunk);
    private readonly Queue<IsdnInput> wanted = [];
    private readonly Dictionary<IsdnCallId, SwitchLine> byCall = [];

    /// <param name="id">Null for a subscriber that was called from inside the switch.</param>
    private sealed class SwitchLine(FarEndCall call, IsdnCallId? id, string own) : Line(call, own)
    {
        public IsdnCallId? Id { get; } = id;

        /// <summary>The call that takes this one's place.</summary>
        public FarEndCall? TakenOverBy { get; set; }

        /// <summary>The subscriber it is joined with inside the switch; the call over the gateway is clearing or gone.</summary>
        public SwitchLine? JoinedWith { get; set; }

        /// <summary>The number that a transfer of this call rings at.</summary>
        public string? GoesTo { get; set; }

        /// <summary>That transfer was asked for by the gateway, not by the subscriber.</summary>
        public bool AskedByGateway { get; set; }

        /// <summary>The callIdentity given out on this call.</summary>
        public string? Identity { get; set; }
    }

    private protected override void Take(FarEndInput input)
    {
        switch (input)
        {
            case FarEndInput.Start:
                wanted.Enqueue(new IsdnInput.Start());
                break;
            case FarEndInput.Frame(var octets):
                wanted.Enqueue(new IsdnInput.FrameReceived(octets));
                break;
            case FarEndInput.Expired { Key: IsdnTimerKey key }:
                wanted.Enqueue(new IsdnInput.Expired(key));
                break;
            default:
                Observe($"a switch has no use for {input.GetType().Name}");
                break;
        }
    }

    private protected override void Settle()
    {
        while (wanted.TryDequeue(out var input))
        {
            foreach (var output in trunk.Handle(input))
                Take(output);
        }
    }

    private void Take(IsdnOutput output)
    {
        switch (output)
        {
            case IsdnOutput.SendFrame(var octets):
                Put(new FarEndOutput.SendFrame(octets));
                break;
            case IsdnOutput.StartTimer(var key, var duration):
                Put(new FarEndOutput.StartTimer(key, duration));
                break;
            case IsdnOutput.StopTimer(var key):
                Put(new FarEndOutput.StopTimer(key));
                break;
            case IsdnOutput.LinkUp:
                Observe("the data link is up");
                break;
            case IsdnOutput.LinkDown:
                Observe("the data link is down");
                break;
            case IsdnOutput.Observed observed:
                Observe(observed.Line);
                break;
            case IsdnOutput.Indication { Call: var call, What: CallIndication.Incoming incoming }:
                TakeCall(call, incoming);
                break;
            case IsdnOutput.Indication { Call: var call, What: var what } when byCall.TryGetValue(call, out var line):
                Take(line, what);
                break;
            case IsdnOutput.TransferIndicated(var told):
                Take(told);
                break;
        }
    }

    private void Take(SwitchLine line, CallIndication what)
    {
        switch (what)
        {
            case CallIndication.Alerting:
                Tell(new FarEndEvent.Ringing(line.Call));
                break;
            case CallIndication.Answered answered:
                Up(line, DigitsOf(answered.Message.First<ConnectedNumber>()), ChannelOf(line));
                break;
            case CallIndication.AnswerAcknowledged:
                Up(line, null, ChannelOf(line));
                break;
            case CallIndication.HoldRequested:
                Ask(line, new CallRequest.AcknowledgeHold());
                Connect(line, null, null);
                break;
            case CallIndication.RetrieveRequested:
                Ask(line, new CallRequest.AcknowledgeRetrieve());
                break;
            case CallIndication.Retrieved:
                Connect(line, null, ChannelOf(line));
                break;
            case CallIndication.Notified notified:
                TakeNotification(line, notified.Message.First<NotificationIndicator>()?.Description);
                break;
            case CallIndication.Disconnecting:
                line.GoesTo = null;
                break;
            case CallIndication.Released released:
                byCall.Remove(line.Id!.Value);
                if (line.JoinedWith is null)
                    Close(line, line.TakenOverBy is { } other ? new FarEndEvent.Moved(line.Call, other) : new FarEndEvent.Released(line.Call, released.Cause.Value));
                break;
        }
    }

    private protected override void Dial(string number, string? from)
    {
        var line = OpenLine(trunk.NewCall(), from ?? settings.Number);
        line.Party = number;
        Tell(new FarEndEvent.Dialled(line.Call, line.Own, number));
        Ask(line, new CallRequest.Setup
        {
            Elements =
            [
                BearerCapability.Audio(),
                new CallingPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, line.Own)
                {
                    Presentation = PresentationIndicator.Allowed,
                    Screening = ScreeningIndicator.NetworkProvided,
                },
                new CalledPartyNumber(TypeOfNumber.Unknown, NumberingPlan.E164, number),
                new SendingComplete(),
            ],
        });
    }

    private SwitchLine OpenLine(IsdnCallId id, string own)
    {
        var line = new SwitchLine(NextCall(), id, own);
        Open(line);
        byCall.Add(id, line);
        return line;
    }

    private void TakeCall(IsdnCallId call, CallIndication.Incoming incoming)
    {
        var own = incoming.Message.First<CalledPartyNumber>()?.Digits ?? "";
        var line = OpenLine(call, own);
        line.Party = DigitsOf(incoming.Message.First<CallingPartyNumber>());
        Tell(new FarEndEvent.CalledBy(line.Call, own, line.Party));
        Ask(line, new CallRequest.Proceed());
        switch (Subscribers.Of(own, settings.Prefix))
        {
            case Behaviour.RingsForEver:
                Ask(line, new CallRequest.Alert());
                break;
            case Behaviour.Answers:
                Ask(line, new CallRequest.Alert());
                StartRinging(line, settings.RingingTime);
                break;
            case var refuses:
                Ask(line, new CallRequest.Disconnect(new Cause(Location.User, (byte)Subscribers.CauseOf(refuses))));
                break;
        }
    }

    private protected override void RingingOver(Line line)
    {
        var own = (SwitchLine)line;
        if (own.GoesTo is { } number)
            FinishTransfer(own, number);
        else if (!own.IsUp)
            Answer(own);
    }

    private void Answer(SwitchLine line) => Ask(line, new CallRequest.Answer
    {
        Elements =
        [
            new ConnectedNumber(TypeOfNumber.Unknown, NumberingPlan.E164, line.Own)
            {
                Presentation = PresentationIndicator.Allowed,
                Screening = ScreeningIndicator.NetworkProvided,
            },
        ],
    });

    /// <summary>The subscriber's own hold keeps the channel; the other side is told by NOTIFY (EN 300 141-1, remote user).</summary>
    private protected override void SetHold(Line line)
    {
        Ask((SwitchLine)line, new CallRequest.Notify
        {
            Elements = [new NotificationIndicator(line.Holds ? NotificationDescription.RemoteHold : NotificationDescription.RemoteRetrieval)],
        });
        Tell(line.Holds ? new FarEndEvent.OnHold(line.Call) : new FarEndEvent.Retrieved(line.Call));
    }

    private protected override void HangUp(Line line)
    {
        var own = (SwitchLine)line;
        if (own.JoinedWith is { } other)
            HangUpPair(own, other);
        else
            Ask(own, new CallRequest.Disconnect(new Cause(Location.User, NormalClearing)));
    }

    private void TakeNotification(SwitchLine line, NotificationDescription? description)
    {
        if (description == NotificationDescription.RemoteHold)
            Connect(line, null, null);
        else if (description == NotificationDescription.RemoteRetrieval)
            Connect(line, null, ChannelOf(line));
    }

    private void Ask(SwitchLine line, CallRequest request) => wanted.Enqueue(new IsdnInput.Request(line.Id!.Value, request));

    private MediaPoint.Channel? ChannelOf(SwitchLine line)
    {
        var channel = trunk.ChannelOf(line.Id!.Value) is { } slot ? new MediaPoint.Channel(slot) : null;
        line.Local = channel ?? line.Local;
        return channel;
    }

    private static string? DigitsOf(NumberElement? number) =>
        number is { Presentation: null or PresentationIndicator.Allowed, Digits.Length: > 0 } ? number.Digits : null;
}

using System.Net;
using System.Text;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.H323.Control;

namespace Gateway.H323.CallSignalling;

/// <summary>The messages as this stack fills them in (H.225.0 (12/2009) 7.3, 7.4).</summary>
internal sealed partial class CallSession
{
    /// <summary>H.225.0 version 7.</summary>
    private static readonly ObjectIdentifier ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.2250.0.7");

    /// <summary>As many as an alias can hold; a number element would hold a few more.</summary>
    private const int MaximumDigits = 128;

    private ReleaseCompleteReason? releaseReason;

    private CallIdentifier Identifier => new() { Guid = CallIdentifier };

    private H225Message Setup()
    {
        var called = request!.Called;
        var calling = request.Calling;
        fastOffered = Stack.Settings.FastConnect && local is not null;
        InvokeWithSetup();
        List<InformationElement> elements = [BearerCapability().ToElement()];
        if (calling is { Restricted: false, Display: { Length: > 0 } display })
            elements.Add(Display(display));
        if (calling?.Number is { Length: <= MaximumDigits } from)
            elements.Add(Number(from, calling, presentation: true).ToElement(ElementIdentifier.CallingPartyNumber));
        if (called.Number is { Length: <= MaximumDigits } to)
            elements.Add(Number(to, called, presentation: false).ToElement(ElementIdentifier.CalledPartyNumber));
        return Message(H225MessageType.Setup, elements, new SetupUuie
        {
            ProtocolIdentifier = ProtocolIdentifier,
            SourceAddress = calling?.AllAliases() is { Count: > 0 } source ? source : null,
            SourceInfo = Stack.Settings.Endpoint,
            DestinationAddress = called.AllAliases() is { Count: > 0 } destination ? destination : null,
            DestCallSignalAddress = Address(request.Destination),
            ActiveMC = false,
            ConferenceID = conferenceId,
            ConferenceGoal = ConferenceGoal.Create,
            CallType = CallType.PointToPoint,
            CallIdentifier = Identifier,
            FastStart = fastOffered ? FastConnect.Offer(local!) : null,
            MediaWaitForConnect = false,
            CanOverlapSend = false,
            MultipleCalls = false,
            MaintainConnection = false,
            PresentationIndicator = calling?.Restricted == true ? PresentationIndicator.PresentationRestricted : null,
            ScreeningIndicator = calling?.Restricted == true ? ScreeningIndicator.UserProvidedNotScreened : null,
        });
    }

    private H225Message CallProceeding() => Message(H225MessageType.CallProceeding, [], new CallProceedingUuie
    {
        ProtocolIdentifier = ProtocolIdentifier,
        DestinationInfo = Stack.Settings.Endpoint,
        CallIdentifier = Identifier,
        FastStart = ReturnedFastStart(),
        MultipleCalls = false,
        MaintainConnection = false,
    });

    private H225Message Alerting() => Message(H225MessageType.Alerting, [], new AlertingUuie
    {
        ProtocolIdentifier = ProtocolIdentifier,
        DestinationInfo = Stack.Settings.Endpoint,
        CallIdentifier = Identifier,
        FastStart = ReturnedFastStart(),
        MultipleCalls = false,
        MaintainConnection = false,
    });

    private H225Message ProgressMessage() => Message(
        H225MessageType.Progress,
        // Location: private network serving the local user; in-band information is available.
        [new ProgressIndicator(8, 1, 0).ToElement()],
        new ProgressUuie
        {
            ProtocolIdentifier = ProtocolIdentifier,
            DestinationInfo = Stack.Settings.Endpoint,
            CallIdentifier = Identifier,
            FastStart = ReturnedFastStart(),
            MultipleCalls = false,
            MaintainConnection = false,
        });

    private H225Message Connect()
    {
        List<InformationElement> elements = [];
        if (connectedParty is { Restricted: false, Display: { Length: > 0 } display })
            elements.Add(Display(display));
        if (connectedParty?.Number is { Length: <= MaximumDigits } number)
            elements.Add(Number(number, connectedParty, presentation: true).ToElement(ElementIdentifier.ConnectedNumber));
        return Message(H225MessageType.Connect, elements, new ConnectUuie
        {
            ProtocolIdentifier = ProtocolIdentifier,
            DestinationInfo = Stack.Settings.Endpoint,
            ConferenceID = conferenceId,
            CallIdentifier = Identifier,
            FastStart = ReturnedFastStart(),
            MultipleCalls = false,
            MaintainConnection = false,
            ConnectedAddress = connectedParty?.AllAliases() is { Count: > 0 } aliases ? aliases : null,
            FastConnectRefused = offer.Count > 0 && fast is null ? new Null() : null,
        });
    }

    private H225Message Facility()
    {
        // Before version 4 a FACILITY that only transports has no body (7.4.4).
        H323MessageBody body = peerVersion < 4 ? new H323MessageBody.Empty() : new FacilityUuie
        {
            ProtocolIdentifier = ProtocolIdentifier,
            Reason = FacilityReason.TransportedInformation,
            CallIdentifier = Identifier,
            MultipleCalls = false,
            MaintainConnection = false,
        };
        return Message(H225MessageType.Facility, [new InformationElement(ElementIdentifier.Facility, [])], body);
    }

    private void SendReleaseComplete(int cause)
    {
        if (peerIsClearing)
            return;
        if (control.Started && Tunnels)
            Tunnel(PerWriter.Encode(ControlMessages.EndSession()));
        Send(Message(H225MessageType.ReleaseComplete, [new Cause((byte)cause).ToElement()], new ReleaseCompleteUuie
        {
            ProtocolIdentifier = ProtocolIdentifier,
            Reason = releaseReason,
            CallIdentifier = Identifier,
        }));
    }

    /// <summary>For a message that belongs to no call of ours.</summary>
    public static H225Message ReleaseComplete(CallReference reference, int cause) => new()
    {
        MessageType = H225MessageType.ReleaseComplete,
        CallReference = reference,
        Elements = [new Cause((byte)cause).ToElement()],
        UserInformation = new H323UserInformation
        {
            H323UuPdu = new H323UuPdu
            {
                H323MessageBody = new ReleaseCompleteUuie { ProtocolIdentifier = ProtocolIdentifier },
                H245Tunnelling = false,
            },
        },
    };

    private H225Message Status(int cause, int callState) => Message(
        H225MessageType.Status,
        [new Cause((byte)cause).ToElement(), new CallState((byte)callState, 0).ToElement()],
        new StatusUuie { ProtocolIdentifier = ProtocolIdentifier, CallIdentifier = Identifier });

    /// <summary>Wraps a body and takes along whatever waits to be transported.</summary>
    private H225Message Message(H225MessageType type, IReadOnlyList<InformationElement> elements, H323MessageBody body)
    {
        var message = new H225Message
        {
            MessageType = type,
            CallReference = Reference,
            Elements = elements,
            UserInformation = new H323UserInformation
            {
                H323UuPdu = new H323UuPdu
                {
                    H323MessageBody = body,
                    H4501SupplementaryService = pendingServices.Count > 0 ? [.. pendingServices] : null,
                    H245Tunnelling = Tunnels,
                    H245Control = pendingControl.Count > 0 && Tunnels ? [.. pendingControl] : null,
                },
            },
        };
        pendingServices.Clear();
        pendingControl.Clear();
        return message;
    }

    private void Send(H225Message message)
    {
        facilityAllowed |= !IsCalling;
        Stack.Emit(new H323Output.Send(Connection, message) { Call = Key });
    }

    private IReadOnlyList<CompleteEncoding>? ReturnedFastStart()
    {
        if (fast is null || fastReturned || offer.Count == 0)
            return null;
        fastReturned = true;
        return fast.Answer;
    }

    private BearerCapability BearerCapability() =>
        local is { Audio: [var first, ..] } && first is Codecs.H323.H245.Audio.AudioCapability.G711Ulaw64k
            ? Codecs.H323.H225.BearerCapability.SpeechMuLaw
            : Codecs.H323.H225.BearerCapability.SpeechALaw;

    private static NumberElement Number(string digits, H323Party party, bool presentation) => new(digits)
    {
        TypeOfNumber = party.TypeOfNumber,
        NumberingPlan = 1,
        Presentation = presentation ? (byte)(party.Restricted ? 1 : 0) : null,
    };

    private static InformationElement Display(string text) =>
        new(ElementIdentifier.Display, Encoding.Latin1.GetBytes(text.Length > 82 ? text[..82] : text));

    public static TransportAddress Address(IPEndPoint endpoint)
    {
        var ip = ControlMessages.Plain(endpoint.Address);
        return ip.GetAddressBytes().Length == 4
            ? new TransportAddress.IpAddress { Ip = ip, Port = endpoint.Port }
            : new TransportAddress.Ip6Address { Ip = ip, Port = endpoint.Port };
    }

    public static IPEndPoint? EndPoint(TransportAddress? address) => address switch
    {
        TransportAddress.IpAddress ip => new IPEndPoint(ip.Ip, ip.Port),
        TransportAddress.Ip6Address ip => new IPEndPoint(ip.Ip, ip.Port),
        _ => null,
    };

    private static IReadOnlyList<CompleteEncoding>? FastStart(H323MessageBody? body) => body switch
    {
        CallProceedingUuie message => message.FastStart,
        AlertingUuie message => message.FastStart,
        ProgressUuie message => message.FastStart,
        ConnectUuie message => message.FastStart,
        FacilityUuie message => message.FastStart,
        _ => null,
    };

    /// <summary>The last arc of the protocolIdentifier of a body that has one.</summary>
    private static int? ProtocolVersion(H323MessageBody body)
    {
        ObjectIdentifier? identifier = body switch
        {
            SetupUuie message => message.ProtocolIdentifier,
            CallProceedingUuie message => message.ProtocolIdentifier,
            AlertingUuie message => message.ProtocolIdentifier,
            ProgressUuie message => message.ProtocolIdentifier,
            ConnectUuie message => message.ProtocolIdentifier,
            FacilityUuie message => message.ProtocolIdentifier,
            _ => null,
        };
        return identifier is { Contents: { Length: > 0 } contents } ? contents[^1] : null;
    }
}

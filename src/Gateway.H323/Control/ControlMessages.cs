using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H245.Audio;
using H245 = Gateway.Codecs.H323.H245;

namespace Gateway.H323.Control;

/// <summary>The H.245 messages as this stack fills them in: one audio session, unidirectional channels, H.225.0 addresses.</summary>
internal static class ControlMessages
{
    /// <summary>The session of the primary audio channels (H.323 (12/2009) 6.2.8.1).</summary>
    public const int AudioSession = 1;

    /// <summary>H.245 version 15: the newest that the peers we know announce.</summary>
    private static readonly ObjectIdentifier ProtocolIdentifier = ObjectIdentifier.Parse("0.0.8.245.0.15");

    /// <summary>What we can receive; null makes the empty set that asks the peer to stop transmitting (H.323 (12/2009) 8.4.6).</summary>
    public static MultimediaSystemControlMessage CapabilitySet(int sequence, H323Media? media) => Request(new RequestMessage.TerminalCapabilitySet(
        media is null
            ? new TerminalCapabilitySet { SequenceNumber = sequence, ProtocolIdentifier = ProtocolIdentifier }
            : new TerminalCapabilitySet
            {
                SequenceNumber = sequence,
                ProtocolIdentifier = ProtocolIdentifier,
                MultiplexCapability = new MultiplexCapability.H2250Capability(Multiplex()),
                CapabilityTable = [.. Capabilities(media).Select((capability, index) => new CapabilityTableEntry { CapabilityTableEntryNumber = index + 1, Capability = capability })],
                CapabilityDescriptors = [Descriptor(media)],
            }));

    public static MultimediaSystemControlMessage Determination(int terminalType, int number) => Request(new RequestMessage.MasterSlaveDetermination(
        new H245.MasterSlaveDetermination { TerminalType = terminalType, StatusDeterminationNumber = number }));

    public static MultimediaSystemControlMessage Open(int number, AudioCapability audio, H323Media local) =>
        Request(new RequestMessage.OpenLogicalChannel(Forward(number, audio, media: null, local.Rtcp)));

    public static MultimediaSystemControlMessage OpenAcknowledge(int number, H323Media local) => Response(new ResponseMessage.OpenLogicalChannelAck(
        new OpenLogicalChannelAck
        {
            ForwardLogicalChannelNumber = number,
            ForwardMultiplexAckParameters = new ForwardMultiplexAckParameters.H2250LogicalChannelAckParameters(
                new H2250LogicalChannelAckParameters
                {
                    SessionID = AudioSession,
                    MediaChannel = Address(local.Rtp),
                    MediaControlChannel = Address(local.Rtcp),
                    FlowControlToZero = false,
                }),
        }));

    public static MultimediaSystemControlMessage OpenReject(int number, OpenLogicalChannelRejectCause cause) => Response(
        new ResponseMessage.OpenLogicalChannelReject(new OpenLogicalChannelReject { ForwardLogicalChannelNumber = number, Cause = cause }));

    public static MultimediaSystemControlMessage Close(int number) => Request(new RequestMessage.CloseLogicalChannel(
        new CloseLogicalChannel
        {
            ForwardLogicalChannelNumber = number,
            Source = CloseLogicalChannelSource.User,
            Reason = new CloseLogicalChannelReason.Unknown(),
        }));

    public static MultimediaSystemControlMessage EndSession() => new MultimediaSystemControlMessage.Command(
        new CommandMessage.EndSessionCommand(new EndSessionCommand.Disconnect()));

    /// <summary>The answer to octets that are no message, or a message we have no use for (H.245 (05/2011) 7.12).</summary>
    public static MultimediaSystemControlMessage NotSupported(FunctionNotSupportedCause cause, byte[] returned) => Indication(
        new IndicationMessage.FunctionNotSupported(new FunctionNotSupported { Cause = cause, ReturnedFunction = returned }));

    public static MultimediaSystemControlMessage Request(RequestMessage request) => new MultimediaSystemControlMessage.Request(request);

    public static MultimediaSystemControlMessage Response(ResponseMessage response) => new MultimediaSystemControlMessage.Response(response);

    public static MultimediaSystemControlMessage Indication(IndicationMessage indication) => new MultimediaSystemControlMessage.Indication(indication);

    /// <summary>A channel from its sender to us or from us, in the forward direction. <paramref name="media"/> is only known to the receiver.</summary>
    public static OpenLogicalChannel Forward(int number, AudioCapability audio, IPEndPoint? media, IPEndPoint control) => new()
    {
        ForwardLogicalChannelNumber = number,
        ForwardLogicalChannelParameters = new ForwardLogicalChannelParameters
        {
            DataType = new DataType.AudioData(audio),
            MultiplexParameters = new ForwardMultiplexParameters.H2250LogicalChannelParameters(Parameters(media, control)),
        },
    };

    /// <summary>A fastStart element for the direction against the one who sends it (H.323 (12/2009) 8.1.7.1).</summary>
    public static OpenLogicalChannel Reverse(int number, AudioCapability audio, IPEndPoint? media, IPEndPoint control) => new()
    {
        ForwardLogicalChannelNumber = number,
        ForwardLogicalChannelParameters = new ForwardLogicalChannelParameters
        {
            DataType = new DataType.NullData(),
            MultiplexParameters = new ForwardMultiplexParameters.None(),
        },
        ReverseLogicalChannelParameters = new ReverseLogicalChannelParameters
        {
            DataType = new DataType.AudioData(audio),
            MultiplexParameters = new ReverseMultiplexParameters.H2250LogicalChannelParameters(Parameters(media, control)),
        },
    };

    public static H245.TransportAddress Address(IPEndPoint endpoint)
    {
        var network = Plain(endpoint.Address).GetAddressBytes();
        return new H245.TransportAddress.UnicastAddress(
            network.Length == 4
                ? new UnicastAddress.IPAddress { Network = network, TsapIdentifier = endpoint.Port }
                : new UnicastAddress.IP6Address { Network = network, TsapIdentifier = endpoint.Port });
    }

    /// <summary>A socket that serves both versions says ::ffff:a.b.c.d for an IPv4 address; nobody else does.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Null for an address that is no IP unicast address.</summary>
    public static IPEndPoint? EndPoint(H245.TransportAddress? address) => address switch
    {
        H245.TransportAddress.UnicastAddress { Value: UnicastAddress.IPAddress ip } => new IPEndPoint(new IPAddress(ip.Network), ip.TsapIdentifier),
        H245.TransportAddress.UnicastAddress { Value: UnicastAddress.IP6Address ip } => new IPEndPoint(new IPAddress(ip.Network), ip.TsapIdentifier),
        _ => null,
    };

    private static H2250LogicalChannelParameters Parameters(IPEndPoint? media, IPEndPoint control) => new()
    {
        SessionID = AudioSession,
        MediaChannel = media is null ? null : Address(media),
        MediaControlChannel = Address(control),
        SilenceSuppression = false,
    };

    private static IEnumerable<Capability> Capabilities(H323Media media) =>
    [
        .. media.Audio.Select(audio => new Capability.ReceiveAudioCapability(audio)),
        new Capability.ReceiveUserInputCapability(new UserInputCapability.BasicString()),
        new Capability.ReceiveUserInputCapability(new UserInputCapability.Dtmf()),
    ];

    /// <summary>One audio coding at a time, beside both forms of user input.</summary>
    private static CapabilityDescriptor Descriptor(H323Media media) => new()
    {
        CapabilityDescriptorNumber = 0,
        SimultaneousCapabilities =
        [
            [.. Enumerable.Range(1, media.Audio.Count)], [media.Audio.Count + 1], [media.Audio.Count + 2],
        ],
    };

    private static H2250Capability Multiplex() => new()
    {
        MaximumAudioDelayJitter = 60,
        ReceiveMultipointCapability = NoMultipoint(),
        TransmitMultipointCapability = NoMultipoint(),
        ReceiveAndTransmitMultipointCapability = NoMultipoint(),
        McCapability = new McCapability { CentralizedConferenceMC = false, DecentralizedConferenceMC = false },
        RtcpVideoControlCapability = false,
        MediaPacketizationCapability = new MediaPacketizationCapability { H261aVideoPacketization = false },
        LogicalChannelSwitchingCapability = false,
        T120DynamicPortCapability = false,
    };

    private static MultipointCapability NoMultipoint() => new()
    {
        MulticastCapability = false,
        MultiUniCastConference = false,
        MediaDistributionCapability =
        [
            new MediaDistributionCapability
            {
                CentralizedControl = false,
                DistributedControl = false,
                CentralizedAudio = false,
                DistributedAudio = false,
                CentralizedVideo = false,
                DistributedVideo = false,
            },
        ],
    };
}

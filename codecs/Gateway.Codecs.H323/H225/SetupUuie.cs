using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Setup-UUIE, body of SETUP (H.225.0 (12/2009) 7.3.10, Annex H).</summary>
public sealed record SetupUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public TransportAddress? H245Address { get; init; }
    public IReadOnlyList<AliasAddress>? SourceAddress { get; init; }
    public required EndpointType SourceInfo { get; init; }
    public IReadOnlyList<AliasAddress>? DestinationAddress { get; init; }
    public TransportAddress? DestCallSignalAddress { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }

    /// <summary>Call references of the further calls of a multipoint or multi-channel call.</summary>
    public IReadOnlyList<int>? DestExtraCRV { get; init; }

    public required bool ActiveMC { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public required ConferenceGoal ConferenceGoal { get; init; }
    public QseriesOptions? CallServices { get; init; }
    public required CallType CallType { get; init; }
    public TransportAddress? SourceCallSignalAddress { get; init; }
    public AliasAddress? RemoteExtensionAddress { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<H245Security>? H245SecurityCapability { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public bool? MediaWaitForConnect { get; init; }
    public bool? CanOverlapSend { get; init; }
    public string? EndpointIdentifier { get; init; }
    public bool? MultipleCalls { get; init; }
    public bool? MaintainConnection { get; init; }
    public ConnectionParameters? ConnectionParameters { get; init; }
    public IReadOnlyList<string>? Language { get; init; }
    public PresentationIndicator? PresentationIndicator { get; init; }
    public ScreeningIndicator? ScreeningIndicator { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public Null? SymmetricOperationRequired { get; init; }
    public CallCapacity? Capacity { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public IReadOnlyList<SupportedProtocols>? DesiredProtocols { get; init; }
    public IReadOnlyList<GenericData>? NeededFeatures { get; init; }
    public IReadOnlyList<GenericData>? DesiredFeatures { get; init; }
    public IReadOnlyList<GenericData>? SupportedFeatures { get; init; }

    /// <summary>H.245 messages sent along with fast start.</summary>
    public IReadOnlyList<CompleteEncoding>? ParallelH245Control { get; init; }

    public IReadOnlyList<ExtendedAliasAddress>? AdditionalSourceAddresses { get; init; }

    /// <summary>Gatekeepers or gateways the call may still pass, 1 to 31.</summary>
    public int? HopCount { get; init; }

    public IReadOnlyList<DisplayName>? DisplayName { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static SetupUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Setup-UUIE", optionals: 7);
        return new SetupUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            H245Address = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            SourceAddress = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            SourceInfo = EndpointType.Decode(ref reader),
            DestinationAddress = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            DestCallSignalAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            DestExtraCallInfo = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            DestExtraCRV = sequence.Optional() ? reader.SequenceOf(static (ref r) => r.Integer(0, 65535)) : null,
            ActiveMC = reader.Boolean(),
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            ConferenceGoal = (ConferenceGoal)NullChoice.Decode(ref reader, "conferenceGoal", root: 3, additions: 2),
            CallServices = sequence.Optional() ? QseriesOptions.Decode(ref reader) : null,
            CallType = (CallType)NullChoice.Decode(ref reader, "CallType", root: 4),
            SourceCallSignalAddress = sequence.Addition(ref reader) ? TransportAddress.Decode(ref reader) : null,
            RemoteExtensionAddress = sequence.Addition(ref reader) ? AliasAddress.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            H245SecurityCapability = sequence.Addition(ref reader) ? reader.SequenceOf<H245Security>() : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            FastStart = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            MediaWaitForConnect = sequence.Addition(ref reader) ? reader.Boolean() : null,
            CanOverlapSend = sequence.Addition(ref reader) ? reader.Boolean() : null,
            EndpointIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            ConnectionParameters = sequence.Addition(ref reader) ? ConnectionParameters.Decode(ref reader) : null,
            Language = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.String(PerAlphabet.Ia5, 1, 32)) : null,
            PresentationIndicator = sequence.Addition(ref reader)
                ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3)
                : null,
            ScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            SymmetricOperationRequired = sequence.Addition(ref reader) ? new Null() : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            DesiredProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            NeededFeatures = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            DesiredFeatures = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            SupportedFeatures = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            ParallelH245Control = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            AdditionalSourceAddresses = sequence.Addition(ref reader) ? reader.SequenceOf<ExtendedAliasAddress>() : null,
            HopCount = sequence.Addition(ref reader) ? reader.Integer(1, 31) : null,
            DisplayName = sequence.Addition(ref reader) ? reader.SequenceOf<DisplayName>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, additions: 28, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, H245Address)) H245Address.Encode(ref writer);
        if (sequence.Optional(ref writer, SourceAddress)) writer.SequenceOf(SourceAddress);
        SourceInfo.Encode(ref writer);
        if (sequence.Optional(ref writer, DestinationAddress)) writer.SequenceOf(DestinationAddress);
        if (sequence.Optional(ref writer, DestCallSignalAddress)) DestCallSignalAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        if (sequence.Optional(ref writer, DestExtraCRV)) writer.SequenceOf(DestExtraCRV, static (ref w, v) => w.Integer(v, 0, 65535));
        writer.Boolean(ActiveMC);
        ConferenceID.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)ConferenceGoal, root: 3);
        if (sequence.Optional(ref writer, CallServices)) CallServices.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)CallType, root: 4);
        if (sequence.Addition(ref writer, SourceCallSignalAddress)) SourceCallSignalAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, RemoteExtensionAddress)) RemoteExtensionAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, H245SecurityCapability)) writer.SequenceOf(H245SecurityCapability);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, MediaWaitForConnect)) writer.Boolean(MediaWaitForConnect.Value);
        if (sequence.Addition(ref writer, CanOverlapSend)) writer.Boolean(CanOverlapSend.Value);
        if (sequence.Addition(ref writer, EndpointIdentifier)) writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        if (sequence.Addition(ref writer, ConnectionParameters)) ConnectionParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, Language)) writer.SequenceOf(Language, static (ref w, v) => w.String(v, PerAlphabet.Ia5, 1, 32));
        if (sequence.Addition(ref writer, PresentationIndicator)) NullChoice.Encode(ref writer, (int)PresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, ScreeningIndicator)) writer.Enumerated((int)ScreeningIndicator.Value, root: 4);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        sequence.Addition(ref writer, SymmetricOperationRequired);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, DesiredProtocols)) writer.SequenceOf(DesiredProtocols);
        if (sequence.Addition(ref writer, NeededFeatures)) writer.SequenceOf(NeededFeatures);
        if (sequence.Addition(ref writer, DesiredFeatures)) writer.SequenceOf(DesiredFeatures);
        if (sequence.Addition(ref writer, SupportedFeatures)) writer.SequenceOf(SupportedFeatures);
        if (sequence.Addition(ref writer, ParallelH245Control)) writer.SequenceOf(ParallelH245Control, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, AdditionalSourceAddresses)) writer.SequenceOf(AdditionalSourceAddresses);
        if (sequence.Addition(ref writer, HopCount)) writer.Integer(HopCount.Value, 1, 31);
        if (sequence.Addition(ref writer, DisplayName)) writer.SequenceOf(DisplayName);
        sequence.End(ref writer);
    }
}

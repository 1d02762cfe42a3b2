using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AdmissionRequest, ARQ (H.225.0 (12/2009) 7.11.1, Annex H).</summary>
public sealed record AdmissionRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required CallType CallType { get; init; }
    public CallModel? CallModel { get; init; }
    public required string EndpointIdentifier { get; init; }
    public IReadOnlyList<AliasAddress>? DestinationInfo { get; init; }
    public TransportAddress? DestCallSignalAddress { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }
    public required IReadOnlyList<AliasAddress> SrcInfo { get; init; }
    public TransportAddress? SrcCallSignalAddress { get; init; }

    /// <summary>Units of 100 bit/s, both directions together.</summary>
    public required uint BandWidth { get; init; }

    public required int CallReferenceValue { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public QseriesOptions? CallServices { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public required bool ActiveMC { get; init; }
    public required bool AnswerCall { get; init; }
    public bool? CanMapAlias { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<Endpoint>? SrcAlternatives { get; init; }
    public IReadOnlyList<Endpoint>? DestAlternatives { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public TransportQos? TransportQOS { get; init; }
    public bool? WillSupplyUUIEs { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public DataRate? GatewayDataRate { get; init; }
    public CallCapacity? Capacity { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public IReadOnlyList<SupportedProtocols>? DesiredProtocols { get; init; }
    public TunnelledProtocol? DesiredTunnelledProtocol { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public bool? CanMapSrcAlias { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static AdmissionRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AdmissionRequest", optionals: 7);
        return new AdmissionRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            CallType = (CallType)NullChoice.Decode(ref reader, "CallType", root: 4),
            CallModel = sequence.Optional() ? (CallModel)NullChoice.Decode(ref reader, "CallModel", root: 2) : null,
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            DestinationInfo = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            DestCallSignalAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            DestExtraCallInfo = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            SrcInfo = reader.SequenceOf<AliasAddress>(),
            SrcCallSignalAddress = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            BandWidth = reader.Integer(0u, uint.MaxValue),
            CallReferenceValue = reader.Integer(0, 65535),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            CallServices = sequence.Optional() ? QseriesOptions.Decode(ref reader) : null,
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            ActiveMC = reader.Boolean(),
            AnswerCall = reader.Boolean(),
            CanMapAlias = sequence.Addition(ref reader) ? reader.Boolean() : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            SrcAlternatives = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            DestAlternatives = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            GatekeeperIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            TransportQOS = sequence.Addition(ref reader) ? TransportQos.Decode(ref reader) : null,
            WillSupplyUUIEs = sequence.Addition(ref reader) ? reader.Boolean() : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            GatewayDataRate = sequence.Addition(ref reader) ? DataRate.Decode(ref reader) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            DesiredProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            DesiredTunnelledProtocol = sequence.Addition(ref reader) ? TunnelledProtocol.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            CanMapSrcAlias = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, additions: 19, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        NullChoice.Encode(ref writer, (int)CallType, root: 4);
        if (sequence.Optional(ref writer, CallModel)) NullChoice.Encode(ref writer, (int)CallModel.Value, root: 2);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, DestinationInfo)) writer.SequenceOf(DestinationInfo);
        if (sequence.Optional(ref writer, DestCallSignalAddress)) DestCallSignalAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        writer.SequenceOf(SrcInfo);
        if (sequence.Optional(ref writer, SrcCallSignalAddress)) SrcCallSignalAddress.Encode(ref writer);
        writer.Integer(BandWidth, 0u, uint.MaxValue);
        writer.Integer(CallReferenceValue, 0, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, CallServices)) CallServices.Encode(ref writer);
        ConferenceID.Encode(ref writer);
        writer.Boolean(ActiveMC);
        writer.Boolean(AnswerCall);
        if (sequence.Addition(ref writer, CanMapAlias)) writer.Boolean(CanMapAlias.Value);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, SrcAlternatives)) writer.SequenceOf(SrcAlternatives);
        if (sequence.Addition(ref writer, DestAlternatives)) writer.SequenceOf(DestAlternatives);
        if (sequence.Addition(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, TransportQOS)) TransportQOS.Encode(ref writer);
        if (sequence.Addition(ref writer, WillSupplyUUIEs)) writer.Boolean(WillSupplyUUIEs.Value);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, GatewayDataRate)) GatewayDataRate.Encode(ref writer);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, DesiredProtocols)) writer.SequenceOf(DesiredProtocols);
        if (sequence.Addition(ref writer, DesiredTunnelledProtocol)) DesiredTunnelledProtocol.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, CanMapSrcAlias)) writer.Boolean(CanMapSrcAlias.Value);
        sequence.End(ref writer);
    }
}

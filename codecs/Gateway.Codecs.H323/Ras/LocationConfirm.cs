using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>LocationConfirm, LCF (H.225.0 (12/2009) 7.13.2, Annex H).</summary>
public sealed record LocationConfirm : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required TransportAddress CallSignalAddress { get; init; }
    public required TransportAddress RasAddress { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<AliasAddress>? DestinationInfo { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }
    public EndpointType? DestinationType { get; init; }
    public IReadOnlyList<AliasAddress>? RemoteExtensionAddress { get; init; }
    public IReadOnlyList<Endpoint>? AlternateEndpoints { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public AlternateTransportAddresses? AlternateTransportAddresses { get; init; }
    public IReadOnlyList<SupportedProtocols>? SupportedProtocols { get; init; }
    public bool? MultipleCalls { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public IReadOnlyList<AliasAddress>? ModifiedSrcInfo { get; init; }
    public uint? BandWidth { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static LocationConfirm DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("LocationConfirm", optionals: 1);
        return new LocationConfirm
        {
            RequestSeqNum = reader.Integer(1, 65535),
            CallSignalAddress = TransportAddress.Decode(ref reader),
            RasAddress = TransportAddress.Decode(ref reader),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DestinationInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            DestExtraCallInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            DestinationType = sequence.Addition(ref reader) ? EndpointType.Decode(ref reader) : null,
            RemoteExtensionAddress = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            AlternateEndpoints = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            AlternateTransportAddresses = sequence.Addition(ref reader) ? AlternateTransportAddresses.Decode(ref reader) : null,
            SupportedProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            ModifiedSrcInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            BandWidth = sequence.Addition(ref reader) ? reader.Integer(0u, uint.MaxValue) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 17, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        CallSignalAddress.Encode(ref writer);
        RasAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, DestinationInfo)) writer.SequenceOf(DestinationInfo);
        if (sequence.Addition(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        if (sequence.Addition(ref writer, DestinationType)) DestinationType.Encode(ref writer);
        if (sequence.Addition(ref writer, RemoteExtensionAddress)) writer.SequenceOf(RemoteExtensionAddress);
        if (sequence.Addition(ref writer, AlternateEndpoints)) writer.SequenceOf(AlternateEndpoints);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, AlternateTransportAddresses)) AlternateTransportAddresses.Encode(ref writer);
        if (sequence.Addition(ref writer, SupportedProtocols)) writer.SequenceOf(SupportedProtocols);
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, ModifiedSrcInfo)) writer.SequenceOf(ModifiedSrcInfo);
        if (sequence.Addition(ref writer, BandWidth)) writer.Integer(BandWidth.Value, 0u, uint.MaxValue);
        sequence.End(ref writer);
    }
}

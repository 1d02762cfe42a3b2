using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>LocationRequest, LRQ (H.225.0 (12/2009) 7.13.1, Annex H).</summary>
public sealed record LocationRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public string? EndpointIdentifier { get; init; }
    public required IReadOnlyList<AliasAddress> DestinationInfo { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required TransportAddress ReplyAddress { get; init; }
    public IReadOnlyList<AliasAddress>? SourceInfo { get; init; }
    public bool? CanMapAlias { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public IReadOnlyList<SupportedProtocols>? DesiredProtocols { get; init; }
    public TunnelledProtocol? DesiredTunnelledProtocol { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public int? HopCount { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public uint? BandWidth { get; init; }
    public IReadOnlyList<AliasAddress>? SourceEndpointInfo { get; init; }
    public bool? CanMapSrcAlias { get; init; }
    public IReadOnlyList<string>? Language { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static LocationRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("LocationRequest", optionals: 2);
        return new LocationRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            EndpointIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            DestinationInfo = reader.SequenceOf<AliasAddress>(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            ReplyAddress = TransportAddress.Decode(ref reader),
            SourceInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            CanMapAlias = sequence.Addition(ref reader) ? reader.Boolean() : null,
            GatekeeperIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            DesiredProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            DesiredTunnelledProtocol = sequence.Addition(ref reader) ? TunnelledProtocol.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            HopCount = sequence.Addition(ref reader) ? reader.Integer(1, 255) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            BandWidth = sequence.Addition(ref reader) ? reader.Integer(0u, uint.MaxValue) : null,
            SourceEndpointInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            CanMapSrcAlias = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Language = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.String(PerAlphabet.Ia5, 1, 32)) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 17, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Optional(ref writer, EndpointIdentifier)) writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        writer.SequenceOf(DestinationInfo);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        ReplyAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, SourceInfo)) writer.SequenceOf(SourceInfo);
        if (sequence.Addition(ref writer, CanMapAlias)) writer.Boolean(CanMapAlias.Value);
        if (sequence.Addition(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, DesiredProtocols)) writer.SequenceOf(DesiredProtocols);
        if (sequence.Addition(ref writer, DesiredTunnelledProtocol)) DesiredTunnelledProtocol.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, HopCount)) writer.Integer(HopCount.Value, 1, 255);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, BandWidth)) writer.Integer(BandWidth.Value, 0u, uint.MaxValue);
        if (sequence.Addition(ref writer, SourceEndpointInfo)) writer.SequenceOf(SourceEndpointInfo);
        if (sequence.Addition(ref writer, CanMapSrcAlias)) writer.Boolean(CanMapSrcAlias.Value);
        if (sequence.Addition(ref writer, Language)) writer.SequenceOf(Language, static (ref w, v) => w.String(v, PerAlphabet.Ia5, 1, 32));
        sequence.End(ref writer);
    }
}

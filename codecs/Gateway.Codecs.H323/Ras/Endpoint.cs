using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>Endpoint: an alternative destination or source (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record Endpoint : IPerType<Endpoint>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<AliasAddress>? AliasAddress { get; init; }
    public IReadOnlyList<TransportAddress>? CallSignalAddress { get; init; }
    public IReadOnlyList<TransportAddress>? RasAddress { get; init; }
    public EndpointType? EndpointType { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public int? Priority { get; init; }
    public IReadOnlyList<AliasAddress>? RemoteExtensionAddress { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }
    public AlternateTransportAddresses? AlternateTransportAddresses { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public FeatureSet? FeatureSet { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static Endpoint Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Endpoint", optionals: 10);
        return new Endpoint
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AliasAddress = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            CallSignalAddress = sequence.Optional() ? reader.SequenceOf<TransportAddress>() : null,
            RasAddress = sequence.Optional() ? reader.SequenceOf<TransportAddress>() : null,
            EndpointType = sequence.Optional() ? EndpointType.Decode(ref reader) : null,
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            Priority = sequence.Optional() ? reader.Integer(0, 127) : null,
            RemoteExtensionAddress = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            DestExtraCallInfo = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            AlternateTransportAddresses = sequence.Addition(ref reader) ? AlternateTransportAddresses.Decode(ref reader) : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 10, additions: 3, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, AliasAddress)) writer.SequenceOf(AliasAddress);
        if (sequence.Optional(ref writer, CallSignalAddress)) writer.SequenceOf(CallSignalAddress);
        if (sequence.Optional(ref writer, RasAddress)) writer.SequenceOf(RasAddress);
        if (sequence.Optional(ref writer, EndpointType)) EndpointType.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, Priority)) writer.Integer(Priority.Value, 0, 127);
        if (sequence.Optional(ref writer, RemoteExtensionAddress)) writer.SequenceOf(RemoteExtensionAddress);
        if (sequence.Optional(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        if (sequence.Addition(ref writer, AlternateTransportAddresses)) AlternateTransportAddresses.Encode(ref writer);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>GatekeeperRequest, GRQ (H.225.0 (12/2009) 7.8.1, Annex H).</summary>
public sealed record GatekeeperRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required TransportAddress RasAddress { get; init; }
    public required EndpointType EndpointType { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public QseriesOptions? CallServices { get; init; }
    public IReadOnlyList<AliasAddress>? EndpointAlias { get; init; }
    public IReadOnlyList<Endpoint>? AlternateEndpoints { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<AuthenticationMechanism>? AuthenticationCapability { get; init; }
    public IReadOnlyList<ObjectIdentifier>? AlgorithmOIDs { get; init; }
    public IReadOnlyList<IntegrityMechanism>? Integrity { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public Null? SupportsAltGK { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public bool? SupportsAssignedGK { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static GatekeeperRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GatekeeperRequest", optionals: 4);
        return new GatekeeperRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            RasAddress = TransportAddress.Decode(ref reader),
            EndpointType = EndpointType.Decode(ref reader),
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            CallServices = sequence.Optional() ? QseriesOptions.Decode(ref reader) : null,
            EndpointAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            AlternateEndpoints = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            AuthenticationCapability = sequence.Addition(ref reader) ? reader.SequenceOf<AuthenticationMechanism>() : null,
            AlgorithmOIDs = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.ObjectIdentifier()) : null,
            Integrity = sequence.Addition(ref reader) ? reader.SequenceOf<IntegrityMechanism>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            SupportsAltGK = sequence.Addition(ref reader) ? new Null() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            SupportsAssignedGK = sequence.Addition(ref reader) ? reader.Boolean() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 4, additions: 12, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        RasAddress.Encode(ref writer);
        EndpointType.Encode(ref writer);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, CallServices)) CallServices.Encode(ref writer);
        if (sequence.Optional(ref writer, EndpointAlias)) writer.SequenceOf(EndpointAlias);
        if (sequence.Addition(ref writer, AlternateEndpoints)) writer.SequenceOf(AlternateEndpoints);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, AuthenticationCapability)) writer.SequenceOf(AuthenticationCapability);
        if (sequence.Addition(ref writer, AlgorithmOIDs)) writer.SequenceOf(AlgorithmOIDs, static (ref w, v) => w.ObjectIdentifier(v));
        if (sequence.Addition(ref writer, Integrity)) writer.SequenceOf(Integrity);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        sequence.Addition(ref writer, SupportsAltGK);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, SupportsAssignedGK)) writer.Boolean(SupportsAssignedGK.Value);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>GatekeeperConfirm, GCF (H.225.0 (12/2009) 7.8.2, Annex H).</summary>
public sealed record GatekeeperConfirm : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public required TransportAddress RasAddress { get; init; }
    public IReadOnlyList<AlternateGK>? AlternateGatekeeper { get; init; }
    public AuthenticationMechanism? AuthenticationMode { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public ObjectIdentifier? AlgorithmOID { get; init; }
    public IReadOnlyList<IntegrityMechanism>? Integrity { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }
    public RehomingModel? RehomingModel { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static GatekeeperConfirm DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GatekeeperConfirm", optionals: 2);
        return new GatekeeperConfirm
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            RasAddress = TransportAddress.Decode(ref reader),
            AlternateGatekeeper = sequence.Addition(ref reader) ? reader.SequenceOf<AlternateGK>() : null,
            AuthenticationMode = sequence.Addition(ref reader) ? AuthenticationMechanism.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            AlgorithmOID = sequence.Addition(ref reader) ? reader.ObjectIdentifier() : null,
            Integrity = sequence.Addition(ref reader) ? reader.SequenceOf<IntegrityMechanism>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            RehomingModel = sequence.Addition(ref reader) ? (RehomingModel)NullChoice.DecodePlain(ref reader, "RehomingModel", root: 2) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 11, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        RasAddress.Encode(ref writer);
        if (sequence.Addition(ref writer, AlternateGatekeeper)) writer.SequenceOf(AlternateGatekeeper);
        if (sequence.Addition(ref writer, AuthenticationMode)) AuthenticationMode.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, AlgorithmOID)) writer.ObjectIdentifier(AlgorithmOID.Value);
        if (sequence.Addition(ref writer, Integrity)) writer.SequenceOf(Integrity);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        if (sequence.Addition(ref writer, RehomingModel)) NullChoice.EncodePlain(ref writer, (int)RehomingModel.Value, root: 2);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>CallProceeding-UUIE, body of CALL PROCEEDING (H.225.0 (12/2009) 7.3.2, Annex H).</summary>
public sealed record CallProceedingUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public required EndpointType DestinationInfo { get; init; }
    public TransportAddress? H245Address { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public H245Security? H245SecurityMode { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public bool? MultipleCalls { get; init; }
    public bool? MaintainConnection { get; init; }
    public Null? FastConnectRefused { get; init; }
    public FeatureSet? FeatureSet { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static CallProceedingUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallProceeding-UUIE", optionals: 1);
        return new CallProceedingUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            DestinationInfo = EndpointType.Decode(ref reader),
            H245Address = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            H245SecurityMode = sequence.Addition(ref reader) ? H245Security.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            FastStart = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            FastConnectRefused = sequence.Addition(ref reader) ? new Null() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 9, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        DestinationInfo.Encode(ref writer);
        if (sequence.Optional(ref writer, H245Address)) H245Address.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, H245SecurityMode)) H245SecurityMode.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        sequence.Addition(ref writer, FastConnectRefused);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        sequence.End(ref writer);
    }
}

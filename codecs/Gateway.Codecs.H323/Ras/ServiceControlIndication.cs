using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>ServiceControlIndication, SCI (H.225.0 (12/2009) 7.20.1, Annex H).</summary>
public sealed record ServiceControlIndication : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required IReadOnlyList<ServiceControlSession> ServiceControl { get; init; }
    public string? EndpointIdentifier { get; init; }
    public CallSpecific? CallSpecific { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static ServiceControlIndication DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ServiceControlIndication", optionals: 8);
        return new ServiceControlIndication
        {
            RequestSeqNum = reader.Integer(1, 65535),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            ServiceControl = reader.SequenceOf<ServiceControlSession>(),
            EndpointIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            CallSpecific = sequence.Optional() ? CallSpecific.Decode(ref reader) : null,
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Optional() ? IntegrityCheckValue.Decode(ref reader) : null,
            FeatureSet = sequence.Optional() ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Optional() ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 8, tail: Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.SequenceOf(ServiceControl);
        if (sequence.Optional(ref writer, EndpointIdentifier)) writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, CallSpecific)) CallSpecific.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Optional(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Optional(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>callSpecific of ServiceControlIndication (H.225.0 (12/2009) 7.20.1, Annex H).</summary>
public sealed record CallSpecific : IPerType<CallSpecific>
{
    public required CallIdentifier CallIdentifier { get; init; }
    public required GloballyUniqueId ConferenceID { get; init; }
    public required bool AnsweredCall { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallSpecific Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("callSpecific");
        return new CallSpecific
        {
            CallIdentifier = CallIdentifier.Decode(ref reader),
            ConferenceID = GloballyUniqueId.Decode(ref reader),
            AnsweredCall = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        CallIdentifier.Encode(ref writer);
        ConferenceID.Encode(ref writer);
        writer.Boolean(AnsweredCall);
        sequence.End(ref writer);
    }
}

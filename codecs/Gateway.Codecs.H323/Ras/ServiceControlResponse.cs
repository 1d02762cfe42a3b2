using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>ServiceControlResponse, SCR (H.225.0 (12/2009) 7.20.2, Annex H).</summary>
public sealed record ServiceControlResponse : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public ServiceControlResult? Result { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static ServiceControlResponse DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ServiceControlResponse", optionals: 7);
        return new ServiceControlResponse
        {
            RequestSeqNum = reader.Integer(1, 65535),
            Result = sequence.Optional() ? (ServiceControlResult)NullChoice.Decode(ref reader, "result", root: 5) : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
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
        var sequence = writer.BeginSequence(optionals: 7, tail: Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Optional(ref writer, Result)) NullChoice.Encode(ref writer, (int)Result.Value, root: 5);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Optional(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Optional(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>result of ServiceControlResponse (H.225.0 (12/2009) 7.20.2, Annex H).</summary>
public enum ServiceControlResult
{
    Started,
    Failed,
    Stopped,
    NotAvailable,
    NeededFeatureNotSupported,
}

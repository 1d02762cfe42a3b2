using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>InfoRequestAck, IACK (H.225.0 (12/2009) 7.15.3, Annex H).</summary>
public sealed record InfoRequestAck : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static InfoRequestAck DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("InfoRequestAck", optionals: 4);
        return new InfoRequestAck
        {
            RequestSeqNum = reader.Integer(1, 65535),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Optional() ? IntegrityCheckValue.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 4, tail: Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>UnknownMessageResponse, XRS (H.225.0 (12/2009) 7.17, Annex H).</summary>
public sealed record UnknownMessageResponse : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public byte[]? MessageNotUnderstood { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static UnknownMessageResponse DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UnknownMessageResponse");
        return new UnknownMessageResponse
        {
            RequestSeqNum = reader.Integer(1, 65535),
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            MessageNotUnderstood = sequence.Addition(ref reader) ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 4, tail: Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, MessageNotUnderstood)) writer.OctetString(MessageNotUnderstood);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Status-UUIE, body of STATUS (H.225.0 (12/2009) 7.3.12, Annex H).</summary>
public sealed record StatusUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public required CallIdentifier CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static StatusUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Status-UUIE", optionals: 2);
        return new StatusUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            CallIdentifier = CallIdentifier.Decode(ref reader),
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        CallIdentifier.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Information-UUIE, body of INFORMATION (H.225.0 (12/2009) 7.3.6, Annex H).</summary>
public sealed record InformationUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public Null? FastConnectRefused { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static InformationUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Information-UUIE");
        return new InformationUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            FastStart = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            FastConnectRefused = sequence.Addition(ref reader) ? new Null() : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 6, tail: Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        sequence.Addition(ref writer, FastConnectRefused);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        sequence.End(ref writer);
    }
}

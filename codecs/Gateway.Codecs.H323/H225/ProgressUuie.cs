using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Progress-UUIE, body of PROGRESS (H.225.0 (12/2009) 7.3.7, Annex H). The call identifier is in the root here.</summary>
public sealed record ProgressUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public required EndpointType DestinationInfo { get; init; }
    public TransportAddress? H245Address { get; init; }
    public required CallIdentifier CallIdentifier { get; init; }
    public H245Security? H245SecurityMode { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public bool? MultipleCalls { get; init; }
    public bool? MaintainConnection { get; init; }
    public Null? FastConnectRefused { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static ProgressUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Progress-UUIE", optionals: 5);
        return new ProgressUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            DestinationInfo = EndpointType.Decode(ref reader),
            H245Address = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            CallIdentifier = CallIdentifier.Decode(ref reader),
            H245SecurityMode = sequence.Optional() ? H245Security.Decode(ref reader) : null,
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            FastStart = sequence.Optional() ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            FastConnectRefused = sequence.Addition(ref reader) ? new Null() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, additions: 3, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        DestinationInfo.Encode(ref writer);
        if (sequence.Optional(ref writer, H245Address)) H245Address.Encode(ref writer);
        CallIdentifier.Encode(ref writer);
        if (sequence.Optional(ref writer, H245SecurityMode)) H245SecurityMode.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        sequence.Addition(ref writer, FastConnectRefused);
        sequence.End(ref writer);
    }
}

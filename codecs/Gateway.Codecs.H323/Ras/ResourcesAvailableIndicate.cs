using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>ResourcesAvailableIndicate, RAI (H.225.0 (12/2009) 7.18.1, Annex H).</summary>
public sealed record ResourcesAvailableIndicate : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required string EndpointIdentifier { get; init; }
    public required IReadOnlyList<SupportedProtocols> Protocols { get; init; }
    public required bool AlmostOutOfResources { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public CallCapacity? Capacity { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static ResourcesAvailableIndicate DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ResourcesAvailableIndicate", optionals: 4);
        return new ResourcesAvailableIndicate
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            Protocols = reader.SequenceOf<SupportedProtocols>(),
            AlmostOutOfResources = reader.Boolean(),
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Optional() ? IntegrityCheckValue.Decode(ref reader) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 4, additions: 2, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        writer.SequenceOf(Protocols);
        writer.Boolean(AlmostOutOfResources);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Optional(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

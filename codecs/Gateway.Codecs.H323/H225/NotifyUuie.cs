using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Notify-UUIE, body of NOTIFY (H.225.0 (12/2009) 7.4, Annex H).</summary>
public sealed record NotifyUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public required CallIdentifier CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<AliasAddress>? ConnectedAddress { get; init; }
    public PresentationIndicator? PresentationIndicator { get; init; }
    public ScreeningIndicator? ScreeningIndicator { get; init; }
    public EndpointType? DestinationInfo { get; init; }
    public IReadOnlyList<DisplayName>? DisplayName { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static NotifyUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Notify-UUIE", optionals: 2);
        return new NotifyUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            CallIdentifier = CallIdentifier.Decode(ref reader),
            Tokens = sequence.Optional() ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Optional() ? reader.SequenceOf<CryptoH323Token>() : null,
            ConnectedAddress = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            PresentationIndicator = sequence.Addition(ref reader)
                ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3)
                : null,
            ScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            DestinationInfo = sequence.Addition(ref reader) ? EndpointType.Decode(ref reader) : null,
            DisplayName = sequence.Addition(ref reader) ? reader.SequenceOf<DisplayName>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 5, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        CallIdentifier.Encode(ref writer);
        if (sequence.Optional(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Optional(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, ConnectedAddress)) writer.SequenceOf(ConnectedAddress);
        if (sequence.Addition(ref writer, PresentationIndicator)) NullChoice.Encode(ref writer, (int)PresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, ScreeningIndicator)) writer.Enumerated((int)ScreeningIndicator.Value, root: 4);
        if (sequence.Addition(ref writer, DestinationInfo)) DestinationInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, DisplayName)) writer.SequenceOf(DisplayName);
        sequence.End(ref writer);
    }
}

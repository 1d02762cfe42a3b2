using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>ReleaseComplete-UUIE, body of RELEASE COMPLETE (H.225.0 (12/2009) 7.3.9, Annex H).</summary>
public sealed record ReleaseCompleteUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public ReleaseCompleteReason? Reason { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<AliasAddress>? BusyAddress { get; init; }
    public PresentationIndicator? PresentationIndicator { get; init; }
    public ScreeningIndicator? ScreeningIndicator { get; init; }
    public CallCapacity? Capacity { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public EndpointType? DestinationInfo { get; init; }
    public IReadOnlyList<DisplayName>? DisplayName { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static ReleaseCompleteUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ReleaseComplete-UUIE", optionals: 1);
        return new ReleaseCompleteUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            Reason = sequence.Optional() ? ReleaseCompleteReason.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            BusyAddress = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            PresentationIndicator = sequence.Addition(ref reader)
                ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3)
                : null,
            ScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            DestinationInfo = sequence.Addition(ref reader) ? EndpointType.Decode(ref reader) : null,
            DisplayName = sequence.Addition(ref reader) ? reader.SequenceOf<DisplayName>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 11, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, Reason)) Reason.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, BusyAddress)) writer.SequenceOf(BusyAddress);
        if (sequence.Addition(ref writer, PresentationIndicator)) NullChoice.Encode(ref writer, (int)PresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, ScreeningIndicator)) writer.Enumerated((int)ScreeningIndicator.Value, root: 4);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, DestinationInfo)) DestinationInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, DisplayName)) writer.SequenceOf(DisplayName);
        sequence.End(ref writer);
    }
}

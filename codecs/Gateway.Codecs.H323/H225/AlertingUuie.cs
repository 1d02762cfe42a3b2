using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.H225;

/// <summary>Alerting-UUIE, body of ALERTING (H.225.0 (12/2009) 7.3.1, Annex H).</summary>
public sealed record AlertingUuie : H323MessageBody
{
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public required EndpointType DestinationInfo { get; init; }
    public TransportAddress? H245Address { get; init; }
    public CallIdentifier? CallIdentifier { get; init; }
    public H245Security? H245SecurityMode { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }

    /// <summary>Each is one complete OpenLogicalChannel of H.245.</summary>
    public IReadOnlyList<CompleteEncoding>? FastStart { get; init; }

    public bool? MultipleCalls { get; init; }
    public bool? MaintainConnection { get; init; }
    public IReadOnlyList<AliasAddress>? AlertingAddress { get; init; }
    public PresentationIndicator? PresentationIndicator { get; init; }
    public ScreeningIndicator? ScreeningIndicator { get; init; }
    public Null? FastConnectRefused { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public CallCapacity? Capacity { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<DisplayName>? DisplayName { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static AlertingUuie DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Alerting-UUIE", optionals: 1);
        return new AlertingUuie
        {
            ProtocolIdentifier = reader.ObjectIdentifier(),
            DestinationInfo = EndpointType.Decode(ref reader),
            H245Address = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            CallIdentifier = sequence.Addition(ref reader) ? CallIdentifier.Decode(ref reader) : null,
            H245SecurityMode = sequence.Addition(ref reader) ? H245Security.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            FastStart = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            AlertingAddress = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            PresentationIndicator = sequence.Addition(ref reader)
                ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3)
                : null,
            ScreeningIndicator = sequence.Addition(ref reader) ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            FastConnectRefused = sequence.Addition(ref reader) ? new Null() : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            DisplayName = sequence.Addition(ref reader) ? reader.SequenceOf<DisplayName>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 15, Extensions);
        writer.ObjectIdentifier(ProtocolIdentifier);
        DestinationInfo.Encode(ref writer);
        if (sequence.Optional(ref writer, H245Address)) H245Address.Encode(ref writer);
        if (sequence.Addition(ref writer, CallIdentifier)) CallIdentifier.Encode(ref writer);
        if (sequence.Addition(ref writer, H245SecurityMode)) H245SecurityMode.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, FastStart)) writer.SequenceOf(FastStart, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        if (sequence.Addition(ref writer, AlertingAddress)) writer.SequenceOf(AlertingAddress);
        if (sequence.Addition(ref writer, PresentationIndicator)) NullChoice.Encode(ref writer, (int)PresentationIndicator.Value, root: 3);
        if (sequence.Addition(ref writer, ScreeningIndicator)) writer.Enumerated((int)ScreeningIndicator.Value, root: 4);
        sequence.Addition(ref writer, FastConnectRefused);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, DisplayName)) writer.SequenceOf(DisplayName);
        sequence.End(ref writer);
    }
}

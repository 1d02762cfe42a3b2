using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AdmissionConfirm, ACF (H.225.0 (12/2009) 7.11.2, Annex H).</summary>
public sealed record AdmissionConfirm : RasMessage
{
    public required int RequestSeqNum { get; init; }

    /// <summary>Units of 100 bit/s, both directions together.</summary>
    public required uint BandWidth { get; init; }

    public required CallModel CallModel { get; init; }
    public required TransportAddress DestCallSignalAddress { get; init; }

    /// <summary>Seconds between unsolicited IRRs.</summary>
    public int? IrrFrequency { get; init; }

    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<AliasAddress>? DestinationInfo { get; init; }
    public IReadOnlyList<AliasAddress>? DestExtraCallInfo { get; init; }
    public EndpointType? DestinationType { get; init; }
    public IReadOnlyList<AliasAddress>? RemoteExtensionAddress { get; init; }
    public IReadOnlyList<Endpoint>? AlternateEndpoints { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public TransportQos? TransportQOS { get; init; }
    public bool? WillRespondToIRR { get; init; }
    public UuiesRequested? UuiesRequested { get; init; }
    public IReadOnlyList<string>? Language { get; init; }
    public AlternateTransportAddresses? AlternateTransportAddresses { get; init; }
    public UseSpecifiedTransport? UseSpecifiedTransport { get; init; }
    public CircuitInfo? CircuitInfo { get; init; }
    public IReadOnlyList<RasUsageSpecification>? UsageSpec { get; init; }
    public IReadOnlyList<SupportedProtocols>? SupportedProtocols { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public bool? MultipleCalls { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public IReadOnlyList<AliasAddress>? ModifiedSrcInfo { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static AdmissionConfirm DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AdmissionConfirm", optionals: 2);
        return new AdmissionConfirm
        {
            RequestSeqNum = reader.Integer(1, 65535),
            BandWidth = reader.Integer(0u, uint.MaxValue),
            CallModel = (CallModel)NullChoice.Decode(ref reader, "CallModel", root: 2),
            DestCallSignalAddress = TransportAddress.Decode(ref reader),
            IrrFrequency = sequence.Optional() ? reader.Integer(1, 65535) : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DestinationInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            DestExtraCallInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            DestinationType = sequence.Addition(ref reader) ? EndpointType.Decode(ref reader) : null,
            RemoteExtensionAddress = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            AlternateEndpoints = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            TransportQOS = sequence.Addition(ref reader) ? TransportQos.Decode(ref reader) : null,
            WillRespondToIRR = sequence.Addition(ref reader) ? reader.Boolean() : null,
            UuiesRequested = sequence.Addition(ref reader) ? UuiesRequested.Decode(ref reader) : null,
            Language = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.String(PerAlphabet.Ia5, 1, 32)) : null,
            AlternateTransportAddresses = sequence.Addition(ref reader) ? AlternateTransportAddresses.Decode(ref reader) : null,
            UseSpecifiedTransport = sequence.Addition(ref reader)
                ? (UseSpecifiedTransport)NullChoice.Decode(ref reader, "UseSpecifiedTransport", root: 2, additions: 1)
                : null,
            CircuitInfo = sequence.Addition(ref reader) ? CircuitInfo.Decode(ref reader) : null,
            UsageSpec = sequence.Addition(ref reader) ? reader.SequenceOf<RasUsageSpecification>() : null,
            SupportedProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            ModifiedSrcInfo = sequence.Addition(ref reader) ? reader.SequenceOf<AliasAddress>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 23, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.Integer(BandWidth, 0u, uint.MaxValue);
        NullChoice.Encode(ref writer, (int)CallModel, root: 2);
        DestCallSignalAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, IrrFrequency)) writer.Integer(IrrFrequency.Value, 1, 65535);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, DestinationInfo)) writer.SequenceOf(DestinationInfo);
        if (sequence.Addition(ref writer, DestExtraCallInfo)) writer.SequenceOf(DestExtraCallInfo);
        if (sequence.Addition(ref writer, DestinationType)) DestinationType.Encode(ref writer);
        if (sequence.Addition(ref writer, RemoteExtensionAddress)) writer.SequenceOf(RemoteExtensionAddress);
        if (sequence.Addition(ref writer, AlternateEndpoints)) writer.SequenceOf(AlternateEndpoints);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, TransportQOS)) TransportQOS.Encode(ref writer);
        if (sequence.Addition(ref writer, WillRespondToIRR)) writer.Boolean(WillRespondToIRR.Value);
        if (sequence.Addition(ref writer, UuiesRequested)) UuiesRequested.Encode(ref writer);
        if (sequence.Addition(ref writer, Language)) writer.SequenceOf(Language, static (ref w, v) => w.String(v, PerAlphabet.Ia5, 1, 32));
        if (sequence.Addition(ref writer, AlternateTransportAddresses)) AlternateTransportAddresses.Encode(ref writer);
        if (sequence.Addition(ref writer, UseSpecifiedTransport)) NullChoice.Encode(ref writer, (int)UseSpecifiedTransport.Value, root: 2);
        if (sequence.Addition(ref writer, CircuitInfo)) CircuitInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, UsageSpec)) writer.SequenceOf(UsageSpec);
        if (sequence.Addition(ref writer, SupportedProtocols)) writer.SequenceOf(SupportedProtocols);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, ModifiedSrcInfo)) writer.SequenceOf(ModifiedSrcInfo);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}

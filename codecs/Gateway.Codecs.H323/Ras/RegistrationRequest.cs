using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RegistrationRequest, RRQ (H.225.0 (12/2009) 7.9.1, Annex H). With keepAlive set it only refreshes.</summary>
public sealed record RegistrationRequest : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required bool DiscoveryComplete { get; init; }
    public required IReadOnlyList<TransportAddress> CallSignalAddress { get; init; }
    public required IReadOnlyList<TransportAddress> RasAddress { get; init; }
    public required EndpointType TerminalType { get; init; }
    public IReadOnlyList<AliasAddress>? TerminalAlias { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public required VendorIdentifier EndpointVendor { get; init; }
    public IReadOnlyList<Endpoint>? AlternateEndpoints { get; init; }

    /// <summary>Seconds.</summary>
    public uint? TimeToLive { get; init; }

    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public bool? KeepAlive { get; init; }
    public string? EndpointIdentifier { get; init; }
    public bool? WillSupplyUUIEs { get; init; }
    public bool? MaintainConnection { get; init; }
    public AlternateTransportAddresses? AlternateTransportAddresses { get; init; }
    public Null? AdditiveRegistration { get; init; }
    public IReadOnlyList<AddressPattern>? TerminalAliasPattern { get; init; }
    public Null? SupportsAltGK { get; init; }
    public RasUsageInfoTypes? UsageReportingCapability { get; init; }
    public bool? MultipleCalls { get; init; }
    public IReadOnlyList<byte[]>? SupportedH248Packages { get; init; }
    public CallCreditCapability? CallCreditCapability { get; init; }
    public CapacityReportingCapability? CapacityReportingCapability { get; init; }
    public CallCapacity? Capacity { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public Null? Restart { get; init; }
    public Null? SupportsACFSequences { get; init; }
    public bool? SupportsAssignedGK { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }
    public TransportQos? TransportQOS { get; init; }
    public IReadOnlyList<string>? Language { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static RegistrationRequest DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RegistrationRequest", optionals: 3);
        return new RegistrationRequest
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DiscoveryComplete = reader.Boolean(),
            CallSignalAddress = reader.SequenceOf<TransportAddress>(),
            RasAddress = reader.SequenceOf<TransportAddress>(),
            TerminalType = EndpointType.Decode(ref reader),
            TerminalAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            EndpointVendor = VendorIdentifier.Decode(ref reader),
            AlternateEndpoints = sequence.Addition(ref reader) ? reader.SequenceOf<Endpoint>() : null,
            TimeToLive = sequence.Addition(ref reader) ? reader.Integer(1u, uint.MaxValue) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            KeepAlive = sequence.Addition(ref reader) ? reader.Boolean() : null,
            EndpointIdentifier = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            WillSupplyUUIEs = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            AlternateTransportAddresses = sequence.Addition(ref reader) ? AlternateTransportAddresses.Decode(ref reader) : null,
            AdditiveRegistration = sequence.Addition(ref reader) ? new Null() : null,
            TerminalAliasPattern = sequence.Addition(ref reader) ? reader.SequenceOf<AddressPattern>() : null,
            SupportsAltGK = sequence.Addition(ref reader) ? new Null() : null,
            UsageReportingCapability = sequence.Addition(ref reader) ? RasUsageInfoTypes.Decode(ref reader) : null,
            MultipleCalls = sequence.Addition(ref reader) ? reader.Boolean() : null,
            SupportedH248Packages = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.OctetString()) : null,
            CallCreditCapability = sequence.Addition(ref reader) ? CallCreditCapability.Decode(ref reader) : null,
            CapacityReportingCapability = sequence.Addition(ref reader) ? CapacityReportingCapability.Decode(ref reader) : null,
            Capacity = sequence.Addition(ref reader) ? CallCapacity.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Restart = sequence.Addition(ref reader) ? new Null() : null,
            SupportsACFSequences = sequence.Addition(ref reader) ? new Null() : null,
            SupportsAssignedGK = sequence.Addition(ref reader) ? reader.Boolean() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            TransportQOS = sequence.Addition(ref reader) ? TransportQos.Decode(ref reader) : null,
            Language = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.String(PerAlphabet.Ia5, 1, 32)) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 27, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.Boolean(DiscoveryComplete);
        writer.SequenceOf(CallSignalAddress);
        writer.SequenceOf(RasAddress);
        TerminalType.Encode(ref writer);
        if (sequence.Optional(ref writer, TerminalAlias)) writer.SequenceOf(TerminalAlias);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        EndpointVendor.Encode(ref writer);
        if (sequence.Addition(ref writer, AlternateEndpoints)) writer.SequenceOf(AlternateEndpoints);
        if (sequence.Addition(ref writer, TimeToLive)) writer.Integer(TimeToLive.Value, 1u, uint.MaxValue);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, KeepAlive)) writer.Boolean(KeepAlive.Value);
        if (sequence.Addition(ref writer, EndpointIdentifier)) writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, WillSupplyUUIEs)) writer.Boolean(WillSupplyUUIEs.Value);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        if (sequence.Addition(ref writer, AlternateTransportAddresses)) AlternateTransportAddresses.Encode(ref writer);
        sequence.Addition(ref writer, AdditiveRegistration);
        if (sequence.Addition(ref writer, TerminalAliasPattern)) writer.SequenceOf(TerminalAliasPattern);
        sequence.Addition(ref writer, SupportsAltGK);
        if (sequence.Addition(ref writer, UsageReportingCapability)) UsageReportingCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, MultipleCalls)) writer.Boolean(MultipleCalls.Value);
        if (sequence.Addition(ref writer, SupportedH248Packages)) writer.SequenceOf(SupportedH248Packages, static (ref w, v) => w.OctetString(v));
        if (sequence.Addition(ref writer, CallCreditCapability)) CallCreditCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, CapacityReportingCapability)) CapacityReportingCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, Capacity)) Capacity.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.Addition(ref writer, Restart);
        sequence.Addition(ref writer, SupportsACFSequences);
        if (sequence.Addition(ref writer, SupportsAssignedGK)) writer.Boolean(SupportsAssignedGK.Value);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        if (sequence.Addition(ref writer, TransportQOS)) TransportQOS.Encode(ref writer);
        if (sequence.Addition(ref writer, Language)) writer.SequenceOf(Language, static (ref w, v) => w.String(v, PerAlphabet.Ia5, 1, 32));
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RegistrationConfirm, RCF (H.225.0 (12/2009) 7.9.2, Annex H).</summary>
public sealed record RegistrationConfirm : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public required IReadOnlyList<TransportAddress> CallSignalAddress { get; init; }
    public IReadOnlyList<AliasAddress>? TerminalAlias { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public required string EndpointIdentifier { get; init; }
    public IReadOnlyList<AlternateGK>? AlternateGatekeeper { get; init; }

    /// <summary>Seconds.</summary>
    public uint? TimeToLive { get; init; }

    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public bool? WillRespondToIRR { get; init; }
    public PreGrantedArq? PreGrantedARQ { get; init; }
    public bool? MaintainConnection { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public Null? SupportsAdditiveRegistration { get; init; }
    public IReadOnlyList<AddressPattern>? TerminalAliasPattern { get; init; }
    public IReadOnlyList<SupportedPrefix>? SupportedPrefixes { get; init; }
    public IReadOnlyList<RasUsageSpecification>? UsageSpec { get; init; }
    public AliasAddress? FeatureServerAlias { get; init; }
    public CapacityReportingSpecification? CapacityReportingSpec { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }
    public RehomingModel? RehomingModel { get; init; }
    public TransportQos? TransportQOS { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static RegistrationConfirm DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RegistrationConfirm", optionals: 3);
        return new RegistrationConfirm
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            CallSignalAddress = reader.SequenceOf<TransportAddress>(),
            TerminalAlias = sequence.Optional() ? reader.SequenceOf<AliasAddress>() : null,
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            EndpointIdentifier = reader.String(PerAlphabet.Bmp, 1, 128),
            AlternateGatekeeper = sequence.Addition(ref reader) ? reader.SequenceOf<AlternateGK>() : null,
            TimeToLive = sequence.Addition(ref reader) ? reader.Integer(1u, uint.MaxValue) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            WillRespondToIRR = sequence.Addition(ref reader) ? reader.Boolean() : null,
            PreGrantedARQ = sequence.Addition(ref reader) ? PreGrantedArq.Decode(ref reader) : null,
            MaintainConnection = sequence.Addition(ref reader) ? reader.Boolean() : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            SupportsAdditiveRegistration = sequence.Addition(ref reader) ? new Null() : null,
            TerminalAliasPattern = sequence.Addition(ref reader) ? reader.SequenceOf<AddressPattern>() : null,
            SupportedPrefixes = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedPrefix>() : null,
            UsageSpec = sequence.Addition(ref reader) ? reader.SequenceOf<RasUsageSpecification>() : null,
            FeatureServerAlias = sequence.Addition(ref reader) ? AliasAddress.Decode(ref reader) : null,
            CapacityReportingSpec = sequence.Addition(ref reader) ? CapacityReportingSpecification.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            RehomingModel = sequence.Addition(ref reader) ? (RehomingModel)NullChoice.DecodePlain(ref reader, "RehomingModel", root: 2) : null,
            TransportQOS = sequence.Addition(ref reader) ? TransportQos.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 20, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        writer.SequenceOf(CallSignalAddress);
        if (sequence.Optional(ref writer, TerminalAlias)) writer.SequenceOf(TerminalAlias);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        writer.String(EndpointIdentifier, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, AlternateGatekeeper)) writer.SequenceOf(AlternateGatekeeper);
        if (sequence.Addition(ref writer, TimeToLive)) writer.Integer(TimeToLive.Value, 1u, uint.MaxValue);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, WillRespondToIRR)) writer.Boolean(WillRespondToIRR.Value);
        if (sequence.Addition(ref writer, PreGrantedARQ)) PreGrantedARQ.Encode(ref writer);
        if (sequence.Addition(ref writer, MaintainConnection)) writer.Boolean(MaintainConnection.Value);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        sequence.Addition(ref writer, SupportsAdditiveRegistration);
        if (sequence.Addition(ref writer, TerminalAliasPattern)) writer.SequenceOf(TerminalAliasPattern);
        if (sequence.Addition(ref writer, SupportedPrefixes)) writer.SequenceOf(SupportedPrefixes);
        if (sequence.Addition(ref writer, UsageSpec)) writer.SequenceOf(UsageSpec);
        if (sequence.Addition(ref writer, FeatureServerAlias)) FeatureServerAlias.Encode(ref writer);
        if (sequence.Addition(ref writer, CapacityReportingSpec)) CapacityReportingSpec.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        if (sequence.Addition(ref writer, RehomingModel)) NullChoice.EncodePlain(ref writer, (int)RehomingModel.Value, root: 2);
        if (sequence.Addition(ref writer, TransportQOS)) TransportQOS.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>preGrantedARQ: calls that need no ARQ (H.225.0 (12/2009) 7.9.2, Annex H).</summary>
public sealed record PreGrantedArq : IPerType<PreGrantedArq>
{
    public required bool MakeCall { get; init; }
    public required bool UseGKCallSignalAddressToMakeCall { get; init; }
    public required bool AnswerCall { get; init; }
    public required bool UseGKCallSignalAddressToAnswer { get; init; }
    public int? IrrFrequencyInCall { get; init; }
    public uint? TotalBandwidthRestriction { get; init; }
    public AlternateTransportAddresses? AlternateTransportAddresses { get; init; }
    public UseSpecifiedTransport? UseSpecifiedTransport { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static PreGrantedArq Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("preGrantedARQ");
        return new PreGrantedArq
        {
            MakeCall = reader.Boolean(),
            UseGKCallSignalAddressToMakeCall = reader.Boolean(),
            AnswerCall = reader.Boolean(),
            UseGKCallSignalAddressToAnswer = reader.Boolean(),
            IrrFrequencyInCall = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            TotalBandwidthRestriction = sequence.Addition(ref reader) ? reader.Integer(0u, uint.MaxValue) : null,
            AlternateTransportAddresses = sequence.Addition(ref reader) ? AlternateTransportAddresses.Decode(ref reader) : null,
            UseSpecifiedTransport = sequence.Addition(ref reader)
                ? (UseSpecifiedTransport)NullChoice.Decode(ref reader, "UseSpecifiedTransport", root: 2, additions: 1)
                : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 4, tail: Extensions);
        writer.Boolean(MakeCall);
        writer.Boolean(UseGKCallSignalAddressToMakeCall);
        writer.Boolean(AnswerCall);
        writer.Boolean(UseGKCallSignalAddressToAnswer);
        if (sequence.Addition(ref writer, IrrFrequencyInCall)) writer.Integer(IrrFrequencyInCall.Value, 1, 65535);
        if (sequence.Addition(ref writer, TotalBandwidthRestriction)) writer.Integer(TotalBandwidthRestriction.Value, 0u, uint.MaxValue);
        if (sequence.Addition(ref writer, AlternateTransportAddresses)) AlternateTransportAddresses.Encode(ref writer);
        if (sequence.Addition(ref writer, UseSpecifiedTransport)) NullChoice.Encode(ref writer, (int)UseSpecifiedTransport.Value, root: 2);
        sequence.End(ref writer);
    }
}

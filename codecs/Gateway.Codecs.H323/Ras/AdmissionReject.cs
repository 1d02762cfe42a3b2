using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AdmissionReject, ARJ (H.225.0 (12/2009) 7.11.3, Annex H).</summary>
public sealed record AdmissionReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required AdmissionRejectReason RejectReason { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IReadOnlyList<TransportAddress>? CallSignalAddress { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public AlternateGK? AssignedGatekeeper { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static AdmissionReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AdmissionReject", optionals: 1);
        return new AdmissionReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            RejectReason = AdmissionRejectReason.Decode(ref reader),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            CallSignalAddress = sequence.Addition(ref reader) ? reader.SequenceOf<TransportAddress>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            AssignedGatekeeper = sequence.Addition(ref reader) ? AlternateGK.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 9, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        RejectReason.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, CallSignalAddress)) writer.SequenceOf(CallSignalAddress);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, AssignedGatekeeper)) AssignedGatekeeper.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>AdmissionRejectReason (H.225.0 (12/2009) 7.11.3, Annex H).</summary>
public abstract record AdmissionRejectReason : IPerType<AdmissionRejectReason>
{
    private AdmissionRejectReason()
    {
    }

    public sealed record CalledPartyNotRegistered : AdmissionRejectReason;
    public sealed record InvalidPermission : AdmissionRejectReason;
    public sealed record RequestDenied : AdmissionRejectReason;
    public sealed record UndefinedReason : AdmissionRejectReason;
    public sealed record CallerNotRegistered : AdmissionRejectReason;
    public sealed record RouteCallToGatekeeper : AdmissionRejectReason;
    public sealed record InvalidEndpointIdentifier : AdmissionRejectReason;
    public sealed record ResourceUnavailable : AdmissionRejectReason;
    public sealed record SecurityDenial : AdmissionRejectReason;
    public sealed record QosControlNotSupported : AdmissionRejectReason;
    public sealed record IncompleteAddress : AdmissionRejectReason;
    public sealed record AliasesInconsistent : AdmissionRejectReason;
    public sealed record RouteCallToSCN(IReadOnlyList<PartyNumber> Value) : AdmissionRejectReason;
    public sealed record ExceedsCallCapacity : AdmissionRejectReason;
    public sealed record CollectDestination : AdmissionRejectReason;
    public sealed record CollectPIN : AdmissionRejectReason;
    public sealed record GenericDataReason : AdmissionRejectReason;
    public sealed record NeededFeatureNotSupported : AdmissionRejectReason;
    public sealed record SecurityError(SecurityErrors2 Value) : AdmissionRejectReason;
    public sealed record SecurityDHmismatch : AdmissionRejectReason;
    public sealed record NoRouteToDestination : AdmissionRejectReason;
    public sealed record UnallocatedNumber : AdmissionRejectReason;
    public sealed record RegisterWithAssignedGK : AdmissionRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AdmissionRejectReason;

    public static AdmissionRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AdmissionRejectReason", root: 8, additions: 15);
        AdmissionRejectReason value = choice.Index switch
        {
            0 => new CalledPartyNotRegistered(),
            1 => new InvalidPermission(),
            2 => new RequestDenied(),
            3 => new UndefinedReason(),
            4 => new CallerNotRegistered(),
            5 => new RouteCallToGatekeeper(),
            6 => new InvalidEndpointIdentifier(),
            7 => new ResourceUnavailable(),
            8 => new SecurityDenial(),
            9 => new QosControlNotSupported(),
            10 => new IncompleteAddress(),
            11 => new AliasesInconsistent(),
            12 => new RouteCallToSCN(reader.SequenceOf<PartyNumber>()),
            13 => new ExceedsCallCapacity(),
            14 => new CollectDestination(),
            15 => new CollectPIN(),
            16 => new GenericDataReason(),
            17 => new NeededFeatureNotSupported(),
            18 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
            19 => new SecurityDHmismatch(),
            20 => new NoRouteToDestination(),
            21 => new UnallocatedNumber(),
            22 => new RegisterWithAssignedGK(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case CalledPartyNotRegistered: choice.Select(ref writer, 0); break;
            case InvalidPermission: choice.Select(ref writer, 1); break;
            case RequestDenied: choice.Select(ref writer, 2); break;
            case UndefinedReason: choice.Select(ref writer, 3); break;
            case CallerNotRegistered: choice.Select(ref writer, 4); break;
            case RouteCallToGatekeeper: choice.Select(ref writer, 5); break;
            case InvalidEndpointIdentifier: choice.Select(ref writer, 6); break;
            case ResourceUnavailable: choice.Select(ref writer, 7); break;
            case SecurityDenial: choice.Select(ref writer, 8); break;
            case QosControlNotSupported: choice.Select(ref writer, 9); break;
            case IncompleteAddress: choice.Select(ref writer, 10); break;
            case AliasesInconsistent: choice.Select(ref writer, 11); break;
            case RouteCallToSCN chosen: choice.Select(ref writer, 12); writer.SequenceOf(chosen.Value); break;
            case ExceedsCallCapacity: choice.Select(ref writer, 13); break;
            case CollectDestination: choice.Select(ref writer, 14); break;
            case CollectPIN: choice.Select(ref writer, 15); break;
            case GenericDataReason: choice.Select(ref writer, 16); break;
            case NeededFeatureNotSupported: choice.Select(ref writer, 17); break;
            case SecurityError chosen: choice.Select(ref writer, 18); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case SecurityDHmismatch: choice.Select(ref writer, 19); break;
            case NoRouteToDestination: choice.Select(ref writer, 20); break;
            case UnallocatedNumber: choice.Select(ref writer, 21); break;
            case RegisterWithAssignedGK: choice.Select(ref writer, 22); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

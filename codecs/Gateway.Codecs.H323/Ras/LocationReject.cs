using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>LocationReject, LRJ (H.225.0 (12/2009) 7.13.3, Annex H).</summary>
public sealed record LocationReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required LocationRejectReason RejectReason { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }
    public IReadOnlyList<ServiceControlSession>? ServiceControl { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static LocationReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("LocationReject", optionals: 1);
        return new LocationReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            RejectReason = LocationRejectReason.Decode(ref reader),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            ServiceControl = sequence.Addition(ref reader) ? reader.SequenceOf<ServiceControlSession>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 7, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        RejectReason.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        if (sequence.Addition(ref writer, ServiceControl)) writer.SequenceOf(ServiceControl);
        sequence.End(ref writer);
    }
}

/// <summary>LocationRejectReason (H.225.0 (12/2009) 7.13.3, Annex H).</summary>
public abstract record LocationRejectReason : IPerType<LocationRejectReason>
{
    private LocationRejectReason()
    {
    }

    public sealed record NotRegistered : LocationRejectReason;
    public sealed record InvalidPermission : LocationRejectReason;
    public sealed record RequestDenied : LocationRejectReason;
    public sealed record UndefinedReason : LocationRejectReason;
    public sealed record SecurityDenial : LocationRejectReason;
    public sealed record AliasesInconsistent : LocationRejectReason;
    public sealed record RouteCalltoSCN(IReadOnlyList<PartyNumber> Value) : LocationRejectReason;
    public sealed record ResourceUnavailable : LocationRejectReason;
    public sealed record GenericDataReason : LocationRejectReason;
    public sealed record NeededFeatureNotSupported : LocationRejectReason;
    public sealed record HopCountExceeded : LocationRejectReason;
    public sealed record IncompleteAddress : LocationRejectReason;
    public sealed record SecurityError(SecurityErrors2 Value) : LocationRejectReason;
    public sealed record SecurityDHmismatch : LocationRejectReason;
    public sealed record NoRouteToDestination : LocationRejectReason;
    public sealed record UnallocatedNumber : LocationRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : LocationRejectReason;

    public static LocationRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("LocationRejectReason", root: 4, additions: 12);
        LocationRejectReason value = choice.Index switch
        {
            0 => new NotRegistered(),
            1 => new InvalidPermission(),
            2 => new RequestDenied(),
            3 => new UndefinedReason(),
            4 => new SecurityDenial(),
            5 => new AliasesInconsistent(),
            6 => new RouteCalltoSCN(reader.SequenceOf<PartyNumber>()),
            7 => new ResourceUnavailable(),
            8 => new GenericDataReason(),
            9 => new NeededFeatureNotSupported(),
            10 => new HopCountExceeded(),
            11 => new IncompleteAddress(),
            12 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
            13 => new SecurityDHmismatch(),
            14 => new NoRouteToDestination(),
            15 => new UnallocatedNumber(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case NotRegistered: choice.Select(ref writer, 0); break;
            case InvalidPermission: choice.Select(ref writer, 1); break;
            case RequestDenied: choice.Select(ref writer, 2); break;
            case UndefinedReason: choice.Select(ref writer, 3); break;
            case SecurityDenial: choice.Select(ref writer, 4); break;
            case AliasesInconsistent: choice.Select(ref writer, 5); break;
            case RouteCalltoSCN chosen: choice.Select(ref writer, 6); writer.SequenceOf(chosen.Value); break;
            case ResourceUnavailable: choice.Select(ref writer, 7); break;
            case GenericDataReason: choice.Select(ref writer, 8); break;
            case NeededFeatureNotSupported: choice.Select(ref writer, 9); break;
            case HopCountExceeded: choice.Select(ref writer, 10); break;
            case IncompleteAddress: choice.Select(ref writer, 11); break;
            case SecurityError chosen: choice.Select(ref writer, 12); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case SecurityDHmismatch: choice.Select(ref writer, 13); break;
            case NoRouteToDestination: choice.Select(ref writer, 14); break;
            case UnallocatedNumber: choice.Select(ref writer, 15); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ReleaseCompleteReason (H.225.0 (12/2009) 7.3.9, Annex H); its mapping to causes is table 5 of 7.2.2.8.</summary>
public abstract record ReleaseCompleteReason : IPerType<ReleaseCompleteReason>
{
    private ReleaseCompleteReason()
    {
    }

    public sealed record NoBandwidth : ReleaseCompleteReason;
    public sealed record GatekeeperResources : ReleaseCompleteReason;
    public sealed record UnreachableDestination : ReleaseCompleteReason;
    public sealed record DestinationRejection : ReleaseCompleteReason;
    public sealed record InvalidRevision : ReleaseCompleteReason;
    public sealed record NoPermission : ReleaseCompleteReason;
    public sealed record UnreachableGatekeeper : ReleaseCompleteReason;
    public sealed record GatewayResources : ReleaseCompleteReason;
    public sealed record BadFormatAddress : ReleaseCompleteReason;
    public sealed record AdaptiveBusy : ReleaseCompleteReason;
    public sealed record InConf : ReleaseCompleteReason;
    public sealed record UndefinedReason : ReleaseCompleteReason;
    public sealed record FacilityCallDeflection : ReleaseCompleteReason;
    public sealed record SecurityDenied : ReleaseCompleteReason;
    public sealed record CalledPartyNotRegistered : ReleaseCompleteReason;
    public sealed record CallerNotRegistered : ReleaseCompleteReason;
    public sealed record NewConnectionNeeded : ReleaseCompleteReason;
    public sealed record NonStandardReason(NonStandardParameter Value) : ReleaseCompleteReason;
    public sealed record ReplaceWithConferenceInvite(GloballyUniqueId Value) : ReleaseCompleteReason;
    public sealed record GenericDataReason : ReleaseCompleteReason;
    public sealed record NeededFeatureNotSupported : ReleaseCompleteReason;
    public sealed record TunnelledSignallingRejected : ReleaseCompleteReason;
    public sealed record InvalidCID : ReleaseCompleteReason;
    public sealed record SecurityError(SecurityErrors Value) : ReleaseCompleteReason;
    public sealed record HopCountExceeded : ReleaseCompleteReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ReleaseCompleteReason;

    public static ReleaseCompleteReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ReleaseCompleteReason", root: 12, additions: 13);
        ReleaseCompleteReason value = choice.Index switch
        {
            0 => new NoBandwidth(),
            1 => new GatekeeperResources(),
            2 => new UnreachableDestination(),
            3 => new DestinationRejection(),
            4 => new InvalidRevision(),
            5 => new NoPermission(),
            6 => new UnreachableGatekeeper(),
            7 => new GatewayResources(),
            8 => new BadFormatAddress(),
            9 => new AdaptiveBusy(),
            10 => new InConf(),
            11 => new UndefinedReason(),
            12 => new FacilityCallDeflection(),
            13 => new SecurityDenied(),
            14 => new CalledPartyNotRegistered(),
            15 => new CallerNotRegistered(),
            16 => new NewConnectionNeeded(),
            17 => new NonStandardReason(NonStandardParameter.Decode(ref reader)),
            18 => new ReplaceWithConferenceInvite(GloballyUniqueId.Decode(ref reader)),
            19 => new GenericDataReason(),
            20 => new NeededFeatureNotSupported(),
            21 => new TunnelledSignallingRejected(),
            22 => new InvalidCID(),
            23 => new SecurityError((SecurityErrors)NullChoice.Decode(ref reader, "SecurityErrors", root: 16)),
            24 => new HopCountExceeded(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 12);
        switch (this)
        {
            case NoBandwidth: choice.Select(ref writer, 0); break;
            case GatekeeperResources: choice.Select(ref writer, 1); break;
            case UnreachableDestination: choice.Select(ref writer, 2); break;
            case DestinationRejection: choice.Select(ref writer, 3); break;
            case InvalidRevision: choice.Select(ref writer, 4); break;
            case NoPermission: choice.Select(ref writer, 5); break;
            case UnreachableGatekeeper: choice.Select(ref writer, 6); break;
            case GatewayResources: choice.Select(ref writer, 7); break;
            case BadFormatAddress: choice.Select(ref writer, 8); break;
            case AdaptiveBusy: choice.Select(ref writer, 9); break;
            case InConf: choice.Select(ref writer, 10); break;
            case UndefinedReason: choice.Select(ref writer, 11); break;
            case FacilityCallDeflection: choice.Select(ref writer, 12); break;
            case SecurityDenied: choice.Select(ref writer, 13); break;
            case CalledPartyNotRegistered: choice.Select(ref writer, 14); break;
            case CallerNotRegistered: choice.Select(ref writer, 15); break;
            case NewConnectionNeeded: choice.Select(ref writer, 16); break;
            case NonStandardReason chosen: choice.Select(ref writer, 17); chosen.Value.Encode(ref writer); break;
            case ReplaceWithConferenceInvite chosen: choice.Select(ref writer, 18); chosen.Value.Encode(ref writer); break;
            case GenericDataReason: choice.Select(ref writer, 19); break;
            case NeededFeatureNotSupported: choice.Select(ref writer, 20); break;
            case TunnelledSignallingRejected: choice.Select(ref writer, 21); break;
            case InvalidCID: choice.Select(ref writer, 22); break;
            case SecurityError chosen: choice.Select(ref writer, 23); NullChoice.Encode(ref writer, (int)chosen.Value, root: 16); break;
            case HopCountExceeded: choice.Select(ref writer, 24); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

using System.Collections.Frozen;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;
using Route = Gateway.Engine.Routing.Route;

namespace Gateway.Host.Options;

/// <summary>Turns the configuration into what the engine is told.</summary>
public static class EngineBinding
{
    /// <summary>Every transfer method this gateway has, and what kind of machine runs it.</summary>
    public static readonly FrozenDictionary<string, MethodKind> Methods = new Dictionary<string, MethodKind>
    {
        ["h450"] = MethodKind.Reroute,
        ["ect"] = MethodKind.HandOver,
        ["qsig-join"] = MethodKind.AnnouncedJoin,
        ["refer"] = MethodKind.Reroute,
        ["bridge"] = MethodKind.Bridge,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static EngineSettings ToEngine(GatewayConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new EngineSettings
        {
            Peers = [.. configuration.Peers.Select(peer => new PeerSettings { Name = peer.Id, Methods = peer.Methods, EmergencyCentre = peer.EmergencyCentre, Takeover = TakeoverOf(peer) })],
            Numbering = [.. configuration.Numbering.Select(rule => new NumberingRule { Id = rule.Id, Stage = rule.Stage, Match = rule.Match, Replace = rule.Replace, Peer = rule.Peer })],
            Routes = [.. configuration.Routes.Select(route => new Route { Id = route.Id, Called = route.Called, From = route.From, To = route.To })],
            Transfers = new TransferPolicy
            {
                Rules = [.. configuration.TransferPolicy.Rules.Select(ToEngine)],
                AllowedTargets = configuration.TransferPolicy.AllowedTargets,
                DeniedTargets = configuration.TransferPolicy.DeniedTargets,
                EmergencyNumbers = configuration.TransferPolicy.EmergencyNumbers,
                TransfersPerCall = configuration.TransferPolicy.TransfersPerCall,
            },
            Methods = Methods,
        };
    }

    /// <summary>Why a peer cannot do a method, or null when it can.</summary>
    public static string? Misfit(PeerOptions peer, string method, TrunkOptions? trunk)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return method switch
        {
            "h450" when peer.Protocol != PeerProtocol.H323 => "needs an H.323 peer",
            "ect" when peer.Protocol != PeerProtocol.Isdn || trunk is not { Variant: TrunkVariant.Etsi, Side: TrunkSide.User } => "needs a trunk of variant etsi on which the gateway is the user side",
            "refer" when peer.Protocol != PeerProtocol.Sip => "needs a SIP peer",
            "qsig-join" when peer.Protocol != PeerProtocol.Isdn || trunk is not { Variant: TrunkVariant.Qsig } => "needs a trunk of variant qsig",
            _ => null,
        };
    }

    /// <summary>A trunk speaks for all its parties; a SIP peer is many telephones unless it is said to be one switchboard.</summary>
    private static TakeoverRight TakeoverOf(PeerOptions peer) =>
        peer.Takeover ?? (peer.Protocol == PeerProtocol.Sip ? TakeoverRight.ReferredBy : TakeoverRight.Peer);

    private static TransferRule ToEngine(TransferRuleOptions rule) => new()
    {
        Id = rule.Id,
        Action = rule.Action,
        Initiator = rule.Initiator,
        InitiatorParty = rule.InitiatorParty,
        Transferee = rule.Transferee,
        Target = rule.Target,
        Kind = rule.Kind,
        Methods = rule.Methods,
        OnFailure = rule.OnFailure,
        TargetAnswer = Seconds(rule.TargetAnswerSeconds),
        Transfer = Seconds(rule.TransferSeconds),
    };

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}

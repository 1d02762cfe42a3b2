using System.Net;
using System.Text.RegularExpressions;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Routing;
using Gateway.Host.Options;
using Route = Gateway.Engine.Routing.Route;

namespace Gateway.Host.Replay;

/// <summary>
/// Says which configured peer a party of the capture is: by its address, else the first of its protocol, so that a trace from elsewhere
/// can be tried against any configuration. Calls go where the capture shows them, by a route of their own where the configuration has none.
/// </summary>
internal sealed class PeerBook(GatewayConfiguration configuration)
{
    /// <summary>The id of a route that only the capture gives.</summary>
    public const string CapturedRoute = "as-captured";

    private readonly List<PeerSettings> strangers = [];
    private readonly SortedSet<string> guesses = new(StringComparer.Ordinal);

    /// <summary>Who was taken for whom without being configured so.</summary>
    public IReadOnlyCollection<string> Guesses => guesses;

    public PeerName Of(Place place, string protocol)
    {
        if (place.Address is { } address && configuration.Peers.FirstOrDefault(peer => Reaches(peer, address, protocol)) is { } known)
            return new PeerName(known.Id);
        var kind = protocol switch { "sip" => PeerProtocol.Sip, "q931" => PeerProtocol.Isdn, _ => PeerProtocol.H323 };
        if (configuration.Peers.FirstOrDefault(peer => peer.Protocol == kind) is { } alike)
        {
            guesses.Add($"{place.Name} is no peer of the configuration; taken for {alike.Id}, the first {kind} peer");
            return new PeerName(alike.Id);
        }

        if (strangers.All(stranger => stranger.Name != place.Name))
        {
            strangers.Add(new PeerSettings { Name = place.Name });
            guesses.Add($"{place.Name} is no peer of the configuration, which has no {kind} peer");
        }

        return new PeerName(place.Name);
    }

    /// <summary>The configuration, with the routes that the calls of the capture took.</summary>
    public EngineSettings Settings(IEnumerable<CapturedCall> calls)
    {
        var settings = EngineBinding.ToEngine(configuration);
        var router = new Router(settings.Numbering, settings.Routes);
        var routes = new List<Route>();
        foreach (var call in calls)
        {
            var (first, last) = (call.Path[0], call.Path[^1]);
            var (from, to) = (Of(call.Caller, first.Protocol), Of(call.Callee, last.Protocol));
            Add(from, first.Called, to);
            if (call.MadeBy is { Target: CapturedTarget.Number target } transfer)
                Add(Of(transfer.Transferor, transfer.Leg.Protocol), target.Called, to);
        }

        return settings with { Peers = [.. settings.Peers, .. strangers], Routes = [.. routes, .. settings.Routes] };

        void Add(PeerName from, string called, PeerName to)
        {
            var number = router.Normalise(called, from.Value).Number;
            if (router.Choose(number, from.Value)?.To != to.Value)
                routes.Add(new Route { Id = CapturedRoute, Called = $"~^{Regex.Escape(number)}$", From = from.Value, To = to.Value });
        }
    }

    private bool Reaches(PeerOptions peer, IPEndPoint address, string protocol) => peer.Protocol switch
    {
        PeerProtocol.Isdn => protocol == "q931" && configuration.Trunks.FirstOrDefault(trunk => trunk.Id == peer.Trunk) is { } trunk
            && (Same(trunk.Bind, address) || Same(trunk.Remote, address)),
        PeerProtocol.Sip when protocol != "sip" => false,
        PeerProtocol.H323 when protocol != "h225" => false,
        _ => (peer.Address is IPEndPoint own && (Same(own, address) || (own.Address.Equals(address.Address) && !IPAddress.IsLoopback(own.Address))))
            || peer.Sources.Any(source => IPNetwork.TryParse(source, out var network) && network.Contains(address.Address)),
    };

    private static bool Same(IPEndPoint one, IPEndPoint other) => one.Equals(other);
}

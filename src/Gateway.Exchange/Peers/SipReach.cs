using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Sip;
using Gateway.Sip.Dialogs;

namespace Gateway.Exchange.Peers;

/// <summary>
/// Where calls to SIP peers are sent: to the first of a peer's places that is not known to be down, by its outbound proxy, under its domain;
/// and to the next one when a place does not answer (RFC 3263 4.3, over the configured list or what its names lead to). A call that is
/// tried elsewhere keeps its name and its Call-ID, so that nobody else need know.
/// </summary>
internal sealed class SipReach(SipStack stack, ExchangeSettings settings, IIdentifierSource identifiers, Action<Work> queue, Action<ExchangeInput, TimeSpan> start)
{
    private readonly Dictionary<SipDestination, PeerReachability.State> places = [];
    private readonly Dictionary<ProbeHandle, SipDestination> probes = [];
    private readonly Dictionary<CallHandle, Attempt> attempts = [];

    /// <summary>Asks every place that wants to be asked for the first time.</summary>
    public void Begin()
    {
        foreach (var peer in settings.Peers)
        {
            Located(peer);
        }
    }

    /// <summary>Asks those places of a peer that are new. Those it has no longer are forgotten when their next answer or their time comes.</summary>
    public void Located(PeerAddress peer)
    {
        foreach (var place in peer.ProbeInterval is null ? [] : peer.Destinations.Where(place => settings.DoorTo(place) is not null && places.TryAdd(place, new PeerReachability.State.Unknown())))
        {
            Advance(place, new PeerReachability.Input.Due());
        }
    }

    public void Due(SipDestination place) => Advance(place, new PeerReachability.Input.Due());

    /// <summary>What is really asked of the stack when somebody asks it that.</summary>
    public SipInput Outgoing(SipInput asked)
    {
        switch (asked)
        {
            case SipCommand.PlaceCall place:
                return Begin(place);
            case SipCommand.Leave leave:
                attempts.Remove(leave.Call);
                return leave;
            default:
                return asked;
        }
    }

    /// <summary>True when an indication is nobody else's business: a call ended that is being tried elsewhere.</summary>
    public bool Takes(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.ProbeEnded(var probe, var status) when probes.Remove(probe, out var place):
                Advance(place, status is { } answer ? new PeerReachability.Input.Answered(answer) : new PeerReachability.Input.Unanswered());
                return true;
            case SipIndication.Provisional provisional when provisional.Response.Status > 100:
                attempts.Remove(provisional.Call);
                return false;
            case SipIndication.Answered answered:
                attempts.Remove(answered.Call);
                return false;
            case SipIndication.Ended(var call, var end) when attempts.Remove(call, out var attempt) && IsNobody(end):
                return TryNext(attempt, end);
            default:
                return false;
        }
    }

    /// <summary>Nobody was there, or nobody who could serve: RFC 3263 4.3 wants the next place tried.</summary>
    public static bool IsNobody(CallEnd end) => end.By is EndedBy.TransportError or EndedBy.NoResponse || end is { By: EndedBy.Refusal, Status: 503 };

    private SipCommand.PlaceCall Begin(SipCommand.PlaceCall place)
    {
        if (place.Flow.Connection is not null || attempts.ContainsKey(place.Call))
        {
            return place;
        }

        var first = new SipDestination(place.Flow.Remote, place.Flow.Local.Transport);
        if ((settings.Peers.FirstOrDefault(peer => peer.Proxies.Contains(first)) ?? settings.Peers.FirstOrDefault(peer => peer.Destinations.Contains(first))) is not { } peer)
        {
            return place;
        }

        var ways = (peer.Proxies.Contains(first) ? peer.Proxies : peer.Destinations).Where(one => settings.DoorTo(one) is not null).OrderBy(one => places.GetValueOrDefault(one) is PeerReachability.State.Down).ToArray();
        if (ways.Length > 1 || places.ContainsKey(first) || peer.IsNamed)
        {
            var named = ways.Length > 1 ? place with { CallId = identifiers.NextCallId() } : place;
            attempts.Add(place.Call, new Attempt(named, peer, first, ways[0], [.. ways.Skip(1)]));
            return Toward(ways[0], named, peer, first);
        }

        return peer is { Domain: null, Proxies.Count: 0 } ? place : Toward(first, place, peer, first);
    }

    private bool TryNext(Attempt attempt, CallEnd end)
    {
        if (places.ContainsKey(attempt.Now))
        {
            Advance(attempt.Now, new PeerReachability.Input.CallLost());
        }

        if (attempt.Left is not [var next, .. var left])
        {
            Lose(attempt.Peer);
            return false;
        }

        Note(NoteLevel.Warning, "sip.peer.next", attempt.Peer.Name, $"{attempt.Now} gave no answer ({end.By}); {attempt.Peer.Name} is tried at {next}");
        attempts.Add(attempt.Call.Call, attempt with { Now = next, Left = left });
        queue(new Work.SipAsked(Toward(next, attempt.Call, attempt.Peer, attempt.First)));
        return true;
    }

    private void Lose(PeerAddress peer)
    {
        if (peer.IsNamed)
        {
            queue(new Work.Out(new ExchangeOutput.PeerLost(peer.Name)));
        }
    }

    /// <summary>The same call to another place of the peer, or to the same under its domain, or by way of a proxy.</summary>
    private SipCommand.PlaceCall Toward(SipDestination way, SipCommand.PlaceCall place, PeerAddress peer, SipDestination first)
    {
        if (peer.Proxies.Contains(way))
        {
            return Through(way, place, peer, first) with { Flow = new Flow(settings.DoorTo(way)!, way.Remote) };
        }

        var target = Renamed(place.Target, peer, way, first);
        return place with
        {
            Flow = new Flow(settings.DoorTo(way)!, way.Remote),
            Target = target,
            To = place.To.Uri.Equals(place.Target) ? NameAddr.Create(target) : place.To,
        };
    }

    /// <summary>A call by way of the outbound proxy: Request-URI of the peer, Route of the proxy (RFC 3261 8.1.2).</summary>
    private static SipCommand.PlaceCall Through(SipDestination proxy, SipCommand.PlaceCall place, PeerAddress peer, SipDestination first)
    {
        var home = peer.Destinations is [var own, ..] ? own : proxy;
        var target = Renamed(place.Target, peer, home, first);
        var route = SipUri.Create(null, proxy.Remote.Address.ToString(), proxy.Remote.Port);
        route = proxy.Transport == SipTransport.Udp ? route : route.WithParameter("transport", proxy.Transport.ToString().ToLowerInvariant());
        var hop = NameAddr.Create(route.WithParameter("lr")).ToString();
        return place with
        {
            Target = target,
            To = place.To.Uri.Equals(place.Target) ? NameAddr.Create(target) : place.To,
            Headers = place.Headers.Any(header => header.Value == hop) ? place.Headers : [new SipHeader("Route", hop), .. place.Headers],
        };
    }

    /// <summary>The URI with the peer's domain, or else the way's address, for host; one that named something else all along stays.</summary>
    private static SipUri Renamed(SipUri target, PeerAddress peer, SipDestination way, SipDestination before) =>
        target.Host.Trim('[', ']') != before.Remote.Address.ToString() || !target.HasUser ? target
        : peer.Domain is { } domain ? SipUri.Create(target.User, domain)
        : way == before ? target
        : SipUri.Create(target.User, way.Remote.Address.ToString(), way.Remote.Port);

    private void Advance(SipDestination place, PeerReachability.Input input)
    {
        if (!places.TryGetValue(place, out var state))
        {
            return;
        }

        if (settings.Peers.FirstOrDefault(peer => peer.ProbeInterval is not null && peer.Destinations.Contains(place)) is not { } peer)
        {
            // Nobody's any more. A lost call ends no asking; what was asked, or will be, does.
            if (input is not PeerReachability.Input.CallLost)
            {
                places.Remove(place);
            }

            return;
        }

        (places[place], var outputs) = PeerReachability.Handle(state, input);
        foreach (var output in outputs)
        {
            switch (output)
            {
                case PeerReachability.Output.Ask:
                    var probe = stack.NewProbe();
                    probes.Add(probe, place);
                    queue(new Work.SipAsked(new SipCommand.Probe(
                        probe, new Flow(settings.DoorTo(place)!, place.Remote), SipUri.Create(null, peer.Domain ?? place.Remote.Address.ToString(), peer.Domain is null ? place.Remote.Port : null))));
                    break;
                case PeerReachability.Output.Wait:
                    start(new ExchangeInput.ProbeDue(place), peer.ProbeInterval!.Value);
                    break;
                case PeerReachability.Output.Changed(var isUp):
                    Note(isUp ? NoteLevel.Information : NoteLevel.Warning, isUp ? "sip.peer.up" : "sip.peer.down", peer.Name, $"{peer.Name} at {place} is {(isUp ? "up" : "down")}");
                    queue(new Work.Out(new ExchangeOutput.PeerChanged(peer.Name, place, isUp)));
                    if (peer.Destinations.All(one => places.GetValueOrDefault(one) is PeerReachability.State.Down))
                    {
                        Lose(peer);
                    }

                    break;
            }
        }
    }

    private void Note(NoteLevel level, string name, PeerName peer, string text) =>
        queue(new Work.Out(new ExchangeOutput.Noted(new Note(level, name, text, Peer: peer))));

    /// <summary>A call that nobody has answered yet, with the places where it may be tried.</summary>
    /// <param name="First">The place that its URIs were made for.</param>
    private sealed record Attempt(SipCommand.PlaceCall Call, PeerAddress Peer, SipDestination First, SipDestination Now, SipDestination[] Left);
}

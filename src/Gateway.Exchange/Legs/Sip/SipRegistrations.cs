using System.Collections.Immutable;
using System.Globalization;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange.Peers;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Registration;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Who is registered where: we at trunks, telephones here; and what follows for the way of a call.</summary>
internal sealed class SipRegistrations(SipStack stack, ExchangeSettings settings, Action<Work> queue)
{
    private readonly Dictionary<RegistrationHandle, (PeerAddress Peer, SipDestination Hop)> ours = [];
    private readonly Dictionary<PeerName, ImmutableArray<NameAddr>> serviceRoutes = [];
    private bool isOpen;

    /// <summary>True when no registration of ours is left.</summary>
    public bool AreEnded => ours.Count == 0;

    /// <summary>Registers at every trunk that wants it.</summary>
    public void Begin()
    {
        isOpen = true;
        foreach (var peer in settings.Peers)
        {
            Located(peer);
        }
    }

    /// <summary>Registers at a trunk whose place is known, or moves there what was registered where it no longer is.</summary>
    public void Located(PeerAddress peer)
    {
        if (!isOpen || peer.Account is not { } account || Hops(peer) is not [var hop, ..])
        {
            return;
        }

        if (ours.FirstOrDefault(one => one.Value.Peer.Name == peer.Name) is { Value.Peer: not null } known)
        {
            if (!Hops(peer).Contains(known.Value.Hop))
            {
                Move(known.Key, peer, hop);
            }

            return;
        }

        var home = peer.Destinations is [var first, ..] ? first.Remote : hop.Remote;
        var host = peer.Domain ?? home.Address.ToString();
        var (handle, port) = (stack.NewRegistration(), peer.Domain is null && home.Port != 5060 ? home.Port : (int?)null);
        ours.Add(handle, (peer, hop));
        queue(new Work.SipAsked(new SipCommand.Register(handle, new RegistrationOrder(
            new Flow(settings.DoorTo(hop)!, hop.Remote),
            SipUri.Create(null, host, port),
            NameAddr.Create(SipUri.Create(account.User, host, port)),
            account.Interval))));
    }

    /// <summary>Removes every binding of ours.</summary>
    public void End()
    {
        isOpen = false;
        foreach (var registration in ours.Keys)
        {
            queue(new Work.SipAsked(new SipCommand.Unregister(registration)));
        }
    }

    public void Hear(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.Registered(var registration, var granted, var routes) when ours.TryGetValue(registration, out var known):
                var peer = known.Peer;
                var isNews = serviceRoutes.TryAdd(peer.Name, routes);
                serviceRoutes[peer.Name] = routes;
                Note(isNews ? NoteLevel.Information : NoteLevel.Debug, "sip.registered", peer.Name, $"registered at {peer.Name} as {peer.Account!.User} for {granted.TotalSeconds:0} s");
                break;
            case SipIndication.RegistrationLost(var registration, var why) when ours.TryGetValue(registration, out var lost):
                serviceRoutes.Remove(lost.Peer.Name);
                Note(NoteLevel.Warning, "sip.registration.lost", lost.Peer.Name, $"not registered at {lost.Peer.Name}: {why.Status?.ToString(CultureInfo.InvariantCulture) ?? why.By.ToString()}; it is tried again");
                TryElsewhere(registration, lost.Peer.Name, lost.Hop, why);
                break;
            case SipIndication.RegistrationEnded(var registration) when ours.Remove(registration, out var ended):
                serviceRoutes.Remove(ended.Peer.Name);
                Note(NoteLevel.Information, "sip.unregistered", ended.Peer.Name, $"no longer registered at {ended.Peer.Name}");
                break;
            case SipIndication.Bound(var registrar, var user, var bindings):
                Note(NoteLevel.Information, "sip.bound", new PeerName(registrar), bindings.IsEmpty
                    ? $"{user} of {registrar} is not registered any more"
                    : $"{user} of {registrar} is reached at {string.Join(", ", bindings.Select(binding => $"{binding.Contact} over {binding.Flow}"))}");
                break;
        }
    }

    /// <summary>The way to a number at a peer: to the telephone that registered under it, else to the peer's address; null when there is neither.</summary>
    public SipWay? WayTo(PeerAddress peer, string number, TimeSpan instant)
    {
        if (peer.Admission.Registrar is { } registrar && stack.BindingsOf(registrar.Name, number, instant) is [var binding, ..])
        {
            var local = binding.Flow.Local;
            return new SipWay(binding.Flow, binding.Contact, NameAddr.Create(SipUri.Create(number, local.Host, local.Port))) { Routes = binding.Path };
        }

        // Behind a proxy the peer's own name need not lead anywhere.
        if ((peer.Destinations.Count == 0 && !peer.IsNamed) || Hops(peer) is not [var hop, ..])
        {
            return null;
        }

        var (door, address) = (settings.DoorTo(hop)!, hop.Remote);
        var target = SipUri.Create(number, address.Address.ToString(), address.Port);
        return new SipWay(new Flow(door, address), target, NameAddr.Create(target)) { Routes = serviceRoutes.GetValueOrDefault(peer.Name, []) };
    }

    /// <summary>RFC 3263 4.3: where nobody answered the next REGISTER does not go, when there is another place.</summary>
    private void TryElsewhere(RegistrationHandle registration, PeerName name, SipDestination hop, CallEnd why)
    {
        if (!SipReach.IsNobody(why) || settings.Peers.FirstOrDefault(peer => peer.Name == name) is not { } peer)
        {
            return;
        }

        var hops = Hops(peer);
        var next = (hops.IndexOf(hop) + 1) % Math.Max(hops.Length, 1);
        if (peer.IsNamed && next == 0)
        {
            queue(new Work.Out(new ExchangeOutput.PeerLost(name)));
        }

        if (hops.Length > 1)
        {
            Move(registration, peer, hops[next]);
        }
    }

    private void Move(RegistrationHandle registration, PeerAddress peer, SipDestination hop)
    {
        ours[registration] = (peer, hop);
        queue(new Work.SipAsked(new SipCommand.MoveRegistration(registration, new Flow(settings.DoorTo(hop)!, hop.Remote))));
    }

    /// <summary>Where what is for a peer is sent to first: its proxies, or itself.</summary>
    private ImmutableArray<SipDestination> Hops(PeerAddress peer) =>
        [.. (peer.Proxies.Count > 0 ? peer.Proxies : peer.Destinations).Where(hop => settings.DoorTo(hop) is not null)];

    private void Note(NoteLevel level, string name, PeerName peer, string text) =>
        queue(new Work.Out(new ExchangeOutput.Noted(new Note(level, name, text, Peer: peer))));
}

using System.Collections.Immutable;
using System.Globalization;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange.Peers;
using Gateway.Sip;
using Gateway.Sip.Registration;

namespace Gateway.Exchange.Legs.Sip;

/// <summary>Who is registered where: we at trunks, telephones here; and what follows for the way of a call.</summary>
internal sealed class SipRegistrations(SipStack stack, ExchangeSettings settings, Action<Work> queue)
{
    private readonly Dictionary<RegistrationHandle, PeerAddress> ours = [];
    private readonly Dictionary<PeerName, ImmutableArray<NameAddr>> serviceRoutes = [];

    /// <summary>True when no registration of ours is left.</summary>
    public bool AreEnded => ours.Count == 0;

    /// <summary>Registers at every trunk that wants it.</summary>
    public void Begin()
    {
        foreach (var peer in settings.Peers)
        {
            if (peer is { Account: { } account, Destinations: [var first, ..] } && settings.DoorTo(peer.OutboundProxy ?? first) is { } door)
            {
                var host = peer.Domain ?? first.Remote.Address.ToString();
                var (handle, port) = (stack.NewRegistration(), peer.Domain is null && first.Remote.Port != 5060 ? first.Remote.Port : (int?)null);
                ours.Add(handle, peer);
                queue(new Work.SipAsked(new SipCommand.Register(handle, new RegistrationOrder(
                    new Flow(door, (peer.OutboundProxy ?? first).Remote),
                    SipUri.Create(null, host, port),
                    NameAddr.Create(SipUri.Create(account.User, host, port)),
                    account.Interval))));
            }
        }
    }

    /// <summary>Removes every binding of ours.</summary>
    public void End()
    {
        foreach (var registration in ours.Keys)
        {
            queue(new Work.SipAsked(new SipCommand.Unregister(registration)));
        }
    }

    public void Hear(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.Registered(var registration, var granted, var routes) when ours.TryGetValue(registration, out var peer):
                var isNews = serviceRoutes.TryAdd(peer.Name, routes);
                serviceRoutes[peer.Name] = routes;
                Note(isNews ? NoteLevel.Information : NoteLevel.Debug, "sip.registered", peer.Name, $"registered at {peer.Name} as {peer.Account!.User} for {granted.TotalSeconds:0} s");
                break;
            case SipIndication.RegistrationLost(var registration, var why) when ours.TryGetValue(registration, out var peer):
                serviceRoutes.Remove(peer.Name);
                Note(NoteLevel.Warning, "sip.registration.lost", peer.Name, $"not registered at {peer.Name}: {why.Status?.ToString(CultureInfo.InvariantCulture) ?? why.By.ToString()}; it is tried again");
                break;
            case SipIndication.RegistrationEnded(var registration) when ours.Remove(registration, out var peer):
                serviceRoutes.Remove(peer.Name);
                Note(NoteLevel.Information, "sip.unregistered", peer.Name, $"no longer registered at {peer.Name}");
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

        if (peer.Destinations is not [var first, ..] || settings.DoorTo(peer.OutboundProxy ?? first) is not { } door)
        {
            return null;
        }

        var address = (peer.OutboundProxy ?? first).Remote;
        var target = SipUri.Create(number, address.Address.ToString(), address.Port);
        return new SipWay(new Flow(door, address), target, NameAddr.Create(target)) { Routes = serviceRoutes.GetValueOrDefault(peer.Name, []) };
    }

    private void Note(NoteLevel level, string name, PeerName peer, string text) =>
        queue(new Work.Out(new ExchangeOutput.Noted(new Note(level, name, text, Peer: peer))));
}

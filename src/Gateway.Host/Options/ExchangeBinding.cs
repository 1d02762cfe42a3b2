using System.Net;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Exchange.Peers;
using Gateway.Host.Location;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Host.Options;

/// <summary>Turns the configuration, and the addresses that were really bound, into what the exchange is told.</summary>
public static class ExchangeBinding
{
    /// <param name="sip">The SIP doors as bound, in the order of the configuration.</param>
    public static ExchangeSettings ToExchange(GatewayConfiguration configuration, IReadOnlyList<Listener> sip, IPEndPoint? h323)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new ExchangeSettings
        {
            Engine = EngineBinding.ToEngine(configuration),
            CauseProfile = configuration.CauseMaps.Profile,
            Peers = [.. configuration.Peers.Select(peer => ToExchange(peer, configuration.Node))],
            SipDoors = sip,
            Admission = SecurityBinding.ToAdmission(configuration.Admission),
            SipOptions = new SipStackOptions
            {
                Product = "gateway",
                ReferAcceptStatus = configuration.Refer.AcceptStatus,
                ConcurrentRefers = configuration.Refer.Concurrent,
                ExplicitSubscriptions = configuration.Refer.ExplicitSubscriptions,
                ReplaceForeignEarly = configuration.Refer.ReplaceForeignEarly,
                Reliability = configuration.Sip.Reliability,
                SessionTimer = new Gateway.Sip.Dialogs.SessionTimerOptions
                {
                    Interval = TimeSpan.FromSeconds(configuration.Sip.SessionTimer.IntervalSeconds),
                    Minimum = TimeSpan.FromSeconds(configuration.Sip.SessionTimer.MinimumSeconds),
                    Offered = configuration.Sip.SessionTimer.Offered,
                },
                UnrelatedRefers = configuration.Peers.Any(peer => peer.Refer == ReferTerms.ClickToDial),
            },
            ByeWithoutNotifySucceeds = configuration.Refer.ByeWithoutNotifySucceeds,
            PassedHeaders = configuration.Sip.PassedHeaders ?? new ExchangeSettings().PassedHeaders,
            H323 = h323,
            Trunks = [.. configuration.Trunks.Select(trunk => new TrunkSettings(
                trunk.Id,
                new IsdnTrunkSettings(
                    trunk.Side == TrunkSide.Network ? IsdnSide.Network : IsdnSide.User,
                    trunk.Variant == TrunkVariant.Qsig ? IsdnVariant.Qsig : IsdnVariant.Etsi),
                trunk.Media))],
        };
    }

    /// <summary>Every address that messages to a SIP peer are sent to, as far as the configuration says it.</summary>
    internal static IEnumerable<SipDestination> Destinations(PeerOptions peer) => Known(PeerPlaces.Of(peer).Concat(PeerPlaces.ProxyOf(peer)));

    private static PeerAddress ToExchange(PeerOptions peer, string realm)
    {
        // What a name leads to is told later, and the addresses beside it with it. Behind a proxy that has a name there is no way before.
        var isNamed = PeerPlaces.IsNamed(peer);
        var proxies = Known(PeerPlaces.ProxyOf(peer));
        return new PeerAddress(
            new PeerName(peer.Id),
            peer.Protocol switch
            {
                PeerProtocol.H323 => Exchange.PeerProtocol.H323,
                PeerProtocol.Isdn => Exchange.PeerProtocol.Isdn,
                _ => Exchange.PeerProtocol.Sip,
            },
            isNamed ? null : peer.Address as IPEndPoint,
            [.. peer.Sources.Select(source => IPNetwork.Parse(source))],
            peer.Trunk,
            peer.PaddedCallIdentity)
        {
            Transport = peer.Transport ?? SipTransport.Udp,
            Others = !isNamed ? Known(peer.Addresses.Select(text => PeerPlaces.Of(text, peer.Transport)))
                : peer.OutboundProxy is not null && proxies.Count == 0 ? []
                : Known(PeerPlaces.Of(peer)),
            IsNamed = isNamed,
            Domain = PeerPlaces.Domain(peer),
            Proxies = proxies,
            ProbeInterval = peer.ProbeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            LongOverTcp = peer.LongOverTcp,
            Admission = SecurityBinding.ToRules(peer, realm),
            Account = peer.Register is { } register ? new TrunkAccount(register.User, TimeSpan.FromSeconds(register.Seconds)) : null,
            Credentials = SecurityBinding.ToAccounts(peer.Credentials),
            Trusted = peer.Trusted,
            Refer = peer.Refer,
            ReferredByRequired = peer.ReferredByRequired,
        };
    }

    private static IReadOnlyList<SipDestination> Known(IEnumerable<SipPlace> places) => [.. places.OfType<SipPlace.At>().Select(place => place.Destination)];
}

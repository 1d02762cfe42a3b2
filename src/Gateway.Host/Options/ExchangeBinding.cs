using System.Net;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Exchange.Peers;
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

    /// <summary>Every place that messages to a SIP peer are sent to.</summary>
    internal static IEnumerable<SipDestination> Destinations(PeerOptions peer) =>
    [
        .. peer.Address is { } address ? [new SipDestination(address, peer.Transport)] : Array.Empty<SipDestination>(),
        .. peer.Addresses.Select(text => Destination(text, peer.Transport)),
        .. peer.OutboundProxy is { } proxy ? [Destination(proxy, peer.Transport)] : Array.Empty<SipDestination>(),
    ];

    private static PeerAddress ToExchange(PeerOptions peer, string realm)
    {
        return new PeerAddress(
            new PeerName(peer.Id),
            peer.Protocol switch
            {
                PeerProtocol.H323 => Exchange.PeerProtocol.H323,
                PeerProtocol.Isdn => Exchange.PeerProtocol.Isdn,
                _ => Exchange.PeerProtocol.Sip,
            },
            peer.Address,
            [.. peer.Sources.Select(source => IPNetwork.Parse(source))],
            peer.Trunk,
            peer.PaddedCallIdentity)
        {
            Transport = peer.Transport,
            Others = [.. peer.Addresses.Select(text => Destination(text, peer.Transport))],
            Domain = peer.Domain,
            OutboundProxy = peer.OutboundProxy is { } proxy ? Destination(proxy, peer.Transport) : null,
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

    private static SipDestination Destination(string text, SipTransport transport) => SipDestination.TryParse(text, transport, out var destination)
        ? destination
        : throw new ArgumentException($"not an address: {text}", nameof(text));
}

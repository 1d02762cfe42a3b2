using System.Net;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Host.Options;

/// <summary>Turns the configuration, and the addresses that were really bound, into what the exchange is told.</summary>
public static class ExchangeBinding
{
    public static ExchangeSettings ToExchange(GatewayConfiguration configuration, Listener? sip, IPEndPoint? h323)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new ExchangeSettings
        {
            Engine = EngineBinding.ToEngine(configuration),
            CauseProfile = configuration.CauseMaps.Profile,
            Peers = [.. configuration.Peers.Select(peer => new PeerAddress(
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
                peer.PaddedCallIdentity))],
            Sip = sip,
            SipOptions = new SipStackOptions { Product = "gateway", ReferAcceptStatus = configuration.Refer.AcceptStatus },
            H323 = h323,
            Trunks = [.. configuration.Trunks.Select(trunk => new TrunkSettings(
                trunk.Id,
                new IsdnTrunkSettings(
                    trunk.Side == TrunkSide.Network ? IsdnSide.Network : IsdnSide.User,
                    trunk.Variant == TrunkVariant.Qsig ? IsdnVariant.Qsig : IsdnVariant.Etsi),
                trunk.Media))],
        };
    }
}

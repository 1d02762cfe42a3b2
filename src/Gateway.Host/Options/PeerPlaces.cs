using System.Net;
using Gateway.Host.Location;
using Gateway.Sip;

namespace Gateway.Host.Options;

/// <summary>Where a SIP peer is, in the order in which its places are tried, whichever key says so.</summary>
internal static class PeerPlaces
{
    public static IEnumerable<SipPlace> Of(PeerOptions peer) =>
    [
        .. peer.Address is { } address ? [Of(address, peer.Transport)] : Array.Empty<SipPlace>(),
        .. peer.Addresses.Select(text => Of(text, peer.Transport)),
    ];

    public static IEnumerable<SipPlace> ProxyOf(PeerOptions peer) => peer.OutboundProxy is { } proxy ? [Of(proxy, peer.Transport)] : [];

    public static bool IsNamed(PeerOptions peer) => peer.Protocol == PeerProtocol.Sip && Of(peer).Concat(ProxyOf(peer)).Any(place => place is SipPlace.Named);

    /// <summary>The name under which a peer is called that has no domain configured; null when it has addresses alone.</summary>
    public static string? Domain(PeerOptions peer) => peer.Domain ?? Of(peer).OfType<SipPlace.Named>().FirstOrDefault()?.Host.Text;

    public static SipPlace Of(EndPoint address, SipTransport? transport) => address switch
    {
        IPEndPoint known => new SipPlace.At(new(known, transport ?? SipTransport.Udp)),
        DnsEndPoint { Port: 0 } name => Of(name.Host, transport),
        DnsEndPoint name => Of($"{name.Host}:{name.Port}", transport),
        _ => throw new ArgumentException($"not an address: {address}", nameof(address)),
    };

    public static SipPlace Of(string text, SipTransport? transport) => SipPlace.Parse(text, transport) ?? throw new ArgumentException($"not an address: {text}", nameof(text));
}

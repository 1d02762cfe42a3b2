using System.Net;
using Gateway.Sip;

namespace Gateway.Exchange.Peers;

/// <summary>One place where a SIP peer is reached (what RFC 3263 4.2 calls a tuple of transport, address and port).</summary>
public readonly record struct SipDestination(IPEndPoint Remote, SipTransport Transport)
{
    private const string TransportParameter = ";transport=";

    /// <summary>Reads <c>10.0.0.1:5060</c>, <c>[2001:db8::1]:5061;transport=tls</c>; without a transport it is <paramref name="otherwise"/>.</summary>
    public static bool TryParse(string text, SipTransport otherwise, out SipDestination destination)
    {
        ArgumentNullException.ThrowIfNull(text);
        destination = default;
        var at = text.IndexOf(TransportParameter, StringComparison.Ordinal);
        var place = at < 0 ? text : text[..at];
        SipTransport? transport = at < 0 ? otherwise : text[(at + TransportParameter.Length)..] switch
        {
            "udp" => SipTransport.Udp,
            "tcp" => SipTransport.Tcp,
            "tls" => SipTransport.Tls,
            _ => null,
        };
        // Without the brackets the last group of an IPv6 address would be taken for a port, or the port forgotten.
        if (transport is null || !IPEndPoint.TryParse(place, out var remote) || remote.Port == 0
            || (remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !place.StartsWith('[')))
        {
            return false;
        }

        destination = new SipDestination(remote, transport.Value);
        return true;
    }

    public override string ToString() => $"{Remote}{TransportParameter}{Transport.ToString().ToLowerInvariant()}";
}

using System.Globalization;
using Gateway.Codecs.Sip.Dns;
using Gateway.Exchange.Peers;
using Gateway.Sip;

namespace Gateway.Host.Location;

/// <summary>Where a SIP peer or proxy is, as the configuration says it.</summary>
public abstract record SipPlace
{
    private const string TransportParameter = ";transport=";

    /// <summary>An address and port: <c>10.0.0.1:5060</c>, <c>[2001:db8::1]:5061;transport=tls</c>.</summary>
    public sealed record At(SipDestination Destination) : SipPlace;

    /// <summary>A name that DNS resolves: <c>carrier.example</c>, <c>sbc.carrier.example:5061;transport=tls</c>.</summary>
    /// <param name="Transport">Null: DNS may say (RFC 3263 4.1).</param>
    public sealed record Named(DnsName Host, int? Port, SipTransport? Transport) : SipPlace
    {
        public override string ToString() =>
            $"{Host}{(Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "")}{(Transport is { } transport ? $"{TransportParameter}{transport.ToString().ToLowerInvariant()}" : "")}";
    }

    /// <summary>Null when the text is neither; without a transport it has <paramref name="otherwise"/>.</summary>
    public static SipPlace? Parse(string text, SipTransport? otherwise)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (SipDestination.TryParse(text, otherwise ?? SipTransport.Udp, out var destination))
        {
            return new At(destination);
        }

        var at = text.IndexOf(TransportParameter, StringComparison.Ordinal);
        SipTransport? transport = at < 0 ? otherwise : text[(at + TransportParameter.Length)..] switch
        {
            "udp" => SipTransport.Udp,
            "tcp" => SipTransport.Tcp,
            "tls" => SipTransport.Tls,
            _ => null,
        };
        if (at >= 0 && transport is null)
        {
            return null;
        }

        var place = at < 0 ? text : text[..at];
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        ushort port = 0;
        if (colon >= 0 && (!ushort.TryParse(place[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port == 0))
        {
            return null;
        }

        return HostOf(colon < 0 ? place : place[..colon]) is { } host ? new Named(host, colon < 0 ? null : port, transport) : null;
    }

    /// <summary>RFC 1123 2.1: letters, digits and hyphens, and a last label that cannot be part of an address.</summary>
    private static DnsName? HostOf(string text) =>
        DnsName.Parse(text) is { } name
        && name.Text.Split('.') is [.., var last] labels
        && labels.All(label => label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && label[0] != '-' && label[^1] != '-')
        && !last.All(char.IsAsciiDigit)
            ? name
            : null;
}

using System.Net;
using System.Net.Sockets;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Sip;

public enum SipTransport
{
    Udp,
    Tcp,
    Tls,
}

/// <summary>Where we listen, as peers shall name it: the sent-by of Via and the host of Contact (RFC 3261 18.1.1, 8.1.1.8).</summary>
/// <param name="Host">Host name or address, reachable from outside; IPv6 without brackets.</param>
public sealed record Listener(SipTransport Transport, string Host, int Port)
{
    /// <summary>The family of the addresses it reaches; told when the host is a name.</summary>
    public AddressFamily Family { get; init; } = IPAddress.TryParse(Host, out var address) ? address.AddressFamily : AddressFamily.InterNetwork;

    /// <summary>The port of a SIP URI or sent-by that names none (RFC 3261 18.1.1, 19.1.2).</summary>
    public int DefaultPort => Transport == SipTransport.Tls ? 5061 : 5060;
}

/// <summary>
/// The way a message takes: our listener and the remote endpoint. Over a connection-oriented transport also the connection.
/// </summary>
public sealed record Flow(Listener Local, IPEndPoint Remote)
{
    /// <summary>The connection, by the number that our listener's door gave it; null: whichever is open to the remote endpoint, else a new one.</summary>
    public long? Connection { get; init; }

    public bool IsReliable => Local.Transport != SipTransport.Udp;

    /// <summary>True when a message of the other flow goes this way, too: over this very connection, or over whichever leads there.</summary>
    public bool Carries(Flow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Local == other.Local && Remote.Equals(other.Remote) && (other.Connection is null || Connection is null || other.Connection == Connection);
    }

    /// <summary>
    /// The way to a route or remote target (RFC 3261 8.1.2, 12.2.1.1): its address over our listener. A name keeps this flow, for
    /// nothing here resolves it; so does a connection to that address, whatever its port (RFC 5923 5, RFC 5626 5.3).
    /// </summary>
    public Flow Toward(SipUri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!IPAddress.TryParse(uri.Host, out var address) || address.AddressFamily != Remote.AddressFamily || (Connection is not null && address.Equals(Remote.Address)))
        {
            return this;
        }

        return this with { Remote = new IPEndPoint(address, uri.Port ?? Local.DefaultPort), Connection = null };
    }

    /// <summary>
    /// The way of a message whose connection is gone: a response goes to where the request says that it came from (RFC 3261 18.2.2), a
    /// request to its first route or its Request-URI.
    /// </summary>
    public Flow Anew(SipMessage message)
    {
        var free = this with { Connection = null };
        return message switch
        {
            SipRequest request => free.Toward(request.Routes is [var first, ..] && first.Uri.Parameters.Contains("lr") ? first.Uri : request.Uri),
            SipResponse response => free with { Remote = SentBy(response.TopVia) },
            _ => free,
        };
    }

    /// <summary>Whom a Via means, its completion by the receiver included (RFC 3261 18.2.1, 18.2.2).</summary>
    private IPEndPoint SentBy(Via via) =>
        new(IPAddress.TryParse(via.Received ?? via.Host, out var address) ? address : Remote.Address, via.Port ?? Local.DefaultPort);

    public override string ToString() => $"{Local.Transport}:{Remote}";
}

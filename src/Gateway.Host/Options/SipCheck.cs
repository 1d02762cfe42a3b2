using System.Net;
using System.Security.Cryptography;
using Gateway.Exchange.Peers;
using Gateway.Host.Location;
using Gateway.Sip;
using Gateway.Transport.Sip;

namespace Gateway.Host.Options;

/// <summary>What <see cref="ConfigurationCheck"/> asks of SIP doors, of the ways to SIP peers, and of certificates.</summary>
internal static class SipCheck
{
    public static IEnumerable<ConfigurationProblem> Listeners(GatewayConfiguration c)
    {
        foreach (var (index, listener) in c.Listeners.Index())
        {
            var path = $"listeners[{index}]";
            if (listener.Protocol == ListenerProtocol.H323Tcp)
            {
                if (listener.Advertise is not null)
                {
                    yield return new($"{path}.advertise", "is for SIP listeners");
                }
            }
            else if (listener.Advertise is { } advertise ? Advertised.Of(advertise) is null : IsAny(listener.Bind.Address))
            {
                yield return new($"{path}.advertise", listener.Advertise is null
                    ? $"peers cannot answer to {listener.Bind.Address}: name the host or address they reach this listener by"
                    : $"\"{listener.Advertise}\" is not a host, or host and port, like \"sip.example.net:5060\"");
            }

            if (listener.Protocol != ListenerProtocol.SipTls)
            {
                if (listener.Tls is not null)
                {
                    yield return new($"{path}.tls", "is for listeners of protocol sip-tls");
                }

                continue;
            }

            if (listener.Tls is null)
            {
                yield return new($"{path}.tls", "a sip-tls listener needs a certificate");
                continue;
            }

            foreach (var problem in Tls($"{path}.tls", listener.Tls))
            {
                yield return problem;
            }
        }
    }

    public static IEnumerable<ConfigurationProblem> Ways(GatewayConfiguration c, PeerOptions peer, string path)
    {
        if (peer.Protocol != Options.PeerProtocol.Sip)
        {
            if (peer.Address is DnsEndPoint)
            {
                yield return new($"{path}.address", "names are for SIP peers; give an address with a port");
            }

            if (peer.Addresses.Count > 0)
            {
                yield return new($"{path}.addresses", "several addresses are for SIP peers; use \"address\"");
            }

            if (peer.OutboundProxy is not null)
            {
                yield return new($"{path}.outboundProxy", "is for SIP peers");
            }

            if (peer.ProbeSeconds is not null)
            {
                yield return new($"{path}.probeSeconds", "is for SIP peers");
            }

            yield break;
        }

        if (peer.Address is not null && peer.Addresses.Count > 0)
        {
            yield return new($"{path}.addresses", "stands beside \"address\"; keep one of them");
        }

        if (peer.ProbeSeconds is { } seconds && (seconds < 1 || (peer.Address is null && peer.Addresses.Count == 0)))
        {
            yield return new($"{path}.probeSeconds", seconds < 1 ? "is at least 1" : "there is no address to ask");
        }

        if (peer.Domain is { } domain && Advertised.Of(domain) is not { Port: null })
        {
            yield return new($"{path}.domain", $"\"{domain}\" is not a host name");
        }

        if (peer.Address is not null && Door(c, PeerPlaces.Of(peer.Address, peer.Transport)) is { } shut)
        {
            yield return new($"{path}.transport", shut);
        }

        foreach (var (key, text) in peer.Addresses.Select((text, at) => ($"{path}.addresses[{at}]", text))
            .Concat(peer.OutboundProxy is { } proxy ? [($"{path}.outboundProxy", proxy)] : []))
        {
            if (SipPlace.Parse(text, peer.Transport) is not { } place)
            {
                yield return new(key, $"\"{text}\" is not an address with a port, like \"10.0.0.1:5060\" or \"10.0.0.1:5061;transport=tls\", and no name, like \"sip.example.net\"");
            }
            else if (Door(c, place) is { } closed)
            {
                yield return new(key, closed);
            }
        }
    }

    public static IEnumerable<ConfigurationProblem> Bounds(GatewayConfiguration c)
    {
        var connections = c.Sip.Connections;
        // RFC 4028 5: no minimum below 90 seconds.
        if (c.Sip.SessionTimer.MinimumSeconds < 90)
        {
            yield return new("sip.sessionTimer.minimumSeconds", "must be at least 90");
        }

        if (c.Sip.SessionTimer.IntervalSeconds < c.Sip.SessionTimer.MinimumSeconds)
        {
            yield return new("sip.sessionTimer.intervalSeconds", $"must be at least minimumSeconds, {c.Sip.SessionTimer.MinimumSeconds}");
        }

        if (c.Sip.MaximumMessageOctets is < 1300 or > 65_535)
        {
            yield return new("sip.maximumMessageOctets", "is from 1300 to 65535");
        }

        foreach (var (key, value) in new (string, int)[]
        {
            ("timeoutSeconds", c.Dns.TimeoutSeconds), ("attempts", c.Dns.Attempts), ("minimumSeconds", c.Dns.MinimumSeconds),
        }.Where(bound => bound.Item2 < 1))
        {
            yield return new($"dns.{key}", $"is at least 1, not {value}");
        }

        if (c.Dns.MaximumSeconds < c.Dns.MinimumSeconds)
        {
            yield return new("dns.maximumSeconds", $"must be at least minimumSeconds, {c.Dns.MinimumSeconds}");
        }

        foreach (var (key, value) in new (string, int)[]
        {
            ("total", connections.Total),
            ("perSource", connections.PerSource),
            ("idleSeconds", connections.IdleSeconds),
            ("connectSeconds", connections.ConnectSeconds),
            ("waitingMessages", connections.WaitingMessages),
            ("keepAliveSeconds", connections.KeepAliveSeconds ?? 1),
        }.Where(bound => bound.Item2 < 1))
        {
            yield return new($"sip.connections.{key}", $"is at least 1, not {value}");
        }
    }

    /// <summary>Why no listener of ours can send there, or null.</summary>
    private static string? Door(GatewayConfiguration c, SipPlace place) => place switch
    {
        SipPlace.At(var destination) => Door(c, destination.Transport, destination.Remote),
        SipPlace.Named { Transport: { } transport } => Door(c, transport, null),
        // RFC 3263 4.1: where a port stands and no transport, it is UDP.
        SipPlace.Named { Port: not null } => Door(c, SipTransport.Udp, null),
        _ => null,
    };

    private static string? Door(GatewayConfiguration c, SipTransport transport, IPEndPoint? remote)
    {
        var protocol = transport switch
        {
            SipTransport.Tcp => ListenerProtocol.SipTcp,
            SipTransport.Tls => ListenerProtocol.SipTls,
            _ => ListenerProtocol.SipUdp,
        };
        return c.Listeners.All(one => one.Protocol != protocol)
            ? $"no listener has transport {transport.ToString().ToLowerInvariant()}"
            : remote is not null && c.Listeners.All(one => one.Protocol != protocol || one.Bind.AddressFamily != remote.AddressFamily)
                ? $"no {transport.ToString().ToLowerInvariant()} listener is bound to an address of the same family as {remote}"
                : null;
    }

    private static List<ConfigurationProblem> Tls(string path, TlsOptions tls)
    {
        var problems = new List<ConfigurationProblem>();
        Exists($"{path}.certificate", tls.Certificate);
        if (tls.Key is { } key)
        {
            Exists($"{path}.key", key);
        }

        if (tls.Trust is { } trust)
        {
            Exists($"{path}.trust", trust);
        }
        else if (tls.ClientCertificate != ClientCertificate.None)
        {
            problems.Add(new($"{path}.trust", "clients' certificates need an authority to lead to: name its PEM file"));
        }

        string? reason = null;
        var password = tls.KeyPassword?.Read(out reason);
        if (reason is not null)
        {
            problems.Add(new($"{path}.keyPassword.secret", reason));
        }

        if (problems.Count == 0 && Unusable(tls, password) is { } why)
        {
            problems.Add(new($"{path}.certificate", why));
        }

        return problems;

        void Exists(string key, string file)
        {
            if (file.Length == 0)
            {
                problems.Add(new(key, "a sip-tls listener needs a certificate: name its PEM file"));
            }
            else if (!File.Exists(file))
            {
                problems.Add(new(key, $"there is no file \"{file}\""));
            }
        }
    }

    private static string? Unusable(TlsOptions tls, string? password)
    {
        try
        {
            _ = TlsCertificates.Read(new TlsFiles(tls.Certificate, tls.Key, password, tls.Trust));
            return null;
        }
        catch (CryptographicException e)
        {
            return $"cannot be used: {e.Message}";
        }
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}

using System.Net;

namespace Gateway.Sip;

public enum SipTransport
{
    Udp,
    Tcp,
    Tls,
}

/// <summary>Where we listen, as peers shall name it: the sent-by of Via and the host of Contact (RFC 3261 18.1.1, 8.1.1.8).</summary>
/// <param name="Host">Host name or address, reachable from outside.</param>
public sealed record Listener(SipTransport Transport, string Host, int Port);

/// <summary>
/// The way a message takes: our listener and the remote endpoint. Over a connection-oriented transport the flow is the connection.
/// </summary>
public sealed record Flow(Listener Local, IPEndPoint Remote)
{
    public bool IsReliable => Local.Transport != SipTransport.Udp;

    public override string ToString() => $"{Local.Transport}:{Remote}";
}

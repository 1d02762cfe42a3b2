using System.Net;
using Gateway.Codecs.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.Sip;

/// <summary>SIP over UDP (RFC 3261 18): one datagram, one message. Decoding and encoding happen here, outside the pump.</summary>
public sealed class SipPort(IPEndPoint local, ILogger logger) : IAsyncDisposable
{
    /// <summary>Octets; most messages are shorter.</summary>
    private const int OnStack = 2048;

    private readonly DatagramPort port = new(local, logger);

    public IPEndPoint Local => port.Local;

    /// <summary>Begins to read; <paramref name="received"/> is called with the message or the reason why it is none.</summary>
    public void Start(Action<IPEndPoint, SipDecoded> received) => port.Start((datagram, remote) =>
    {
        // Blank lines keep a NAT binding open and say nothing (RFC 5626 4.4.1).
        if (datagram.IndexOfAnyExcept("\r\n\0 "u8) >= 0)
        {
            received(remote, SipMessage.Decode(datagram));
        }
    });

    /// <summary>Sends one message; false when it could not be handed to the network.</summary>
    public bool Send(SipMessage message, IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(message);
        var length = message.EncodedLength;
        var buffer = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        return message.TryEncode(buffer, out var written) && port.Send(buffer[..written], remote);
    }

    public ValueTask DisposeAsync() => port.DisposeAsync();
}

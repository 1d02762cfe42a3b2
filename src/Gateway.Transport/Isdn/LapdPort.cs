using System.Net;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.Isdn;

/// <summary>
/// A D-channel whose frames travel one per UDP datagram (<c>lapd-udp</c>): for the lab and for devices that bridge a D-channel. No flags;
/// two octets stand at the end for the frame check sequence when the other side wants them.
/// </summary>
/// <param name="remote">The only address frames are taken from and sent to; null makes it the first that speaks.</param>
/// <param name="frameCheckOctets">Two zero octets end every frame sent, and two octets are dropped from every frame received.</param>
public sealed class LapdPort(IPEndPoint local, IPEndPoint? remote, bool frameCheckOctets, ILogger logger) : IAsyncDisposable
{
    private const int FrameCheckOctets = 2;

    private readonly DatagramPort port = new(local, logger);
    private readonly int trailing = frameCheckOctets ? FrameCheckOctets : 0;
    private volatile IPEndPoint? remote = remote;

    public IPEndPoint Local => port.Local;

    /// <summary>The other side, once it is known.</summary>
    public IPEndPoint? Remote
    {
        get => remote;
        set => remote = value;
    }

    /// <summary>Begins to read; <paramref name="received"/> gets each frame as octets of its own. What others send is not looked at.</summary>
    public void Start(Action<byte[]> received) => port.Start((datagram, from) =>
    {
        if (datagram.Length > trailing && from.Equals(remote ??= from))
        {
            received(datagram[..^trailing].ToArray());
        }
    });

    /// <summary>Sends one frame; false when it could not be handed to the network, or nobody is known to send it to.</summary>
    public bool Send(ReadOnlySpan<byte> frame)
    {
        if (remote is not { } to)
        {
            return false;
        }

        Span<byte> datagram = stackalloc byte[frame.Length + trailing];
        frame.CopyTo(datagram);
        datagram[frame.Length..].Clear();
        return port.Send(datagram, to);
    }

    public ValueTask DisposeAsync() => port.DisposeAsync();
}

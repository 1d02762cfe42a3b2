using System.Net;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.Isdn;

/// <summary>
/// A D-channel whose frames travel one per UDP datagram (<c>lapd-udp</c>): for the lab and for devices that bridge a D-channel. No flags;
/// two octets stand at the end for the frame check sequence when the other side wants them.
/// </summary>
/// <param name="remote">The only address frames are taken from and sent to.</param>
/// <param name="frameCheckOctets">Two zero octets end every frame sent, and two octets are dropped from every frame received.</param>
public sealed class LapdPort(IPEndPoint local, IPEndPoint remote, bool frameCheckOctets, ILogger logger) : IAsyncDisposable
{
    private const int FrameCheckOctets = 2;

    private readonly DatagramPort _port = new(local, logger);
    private readonly int _trailing = frameCheckOctets ? FrameCheckOctets : 0;

    public IPEndPoint Local => _port.Local;

    /// <summary>Begins to read; <paramref name="received"/> gets each frame as octets of its own. What others send is not looked at.</summary>
    public void Start(Action<byte[]> received) => _port.Start((datagram, from) =>
    {
        if (from.Equals(remote) && datagram.Length > _trailing)
        {
            received(datagram[..^_trailing].ToArray());
        }
    });

    public bool Send(ReadOnlySpan<byte> frame)
    {
        Span<byte> datagram = stackalloc byte[frame.Length + _trailing];
        frame.CopyTo(datagram);
        datagram[frame.Length..].Clear();
        return _port.Send(datagram, remote);
    }

    public ValueTask DisposeAsync() => _port.DisposeAsync();
}

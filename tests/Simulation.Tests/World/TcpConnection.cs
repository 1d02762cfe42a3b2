using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Tpkt;
using Gateway.H323;

namespace Simulation.Tests.World;

/// <summary>One end of a TCP connection: a stream of octets in order, in whatever pieces, until either side ends it.</summary>
internal sealed class TcpEnd(Node node, ConnectionKey key)
{
    private readonly List<byte> buffer = [];

    public Node Node => node;

    public ConnectionKey Key => key;

    public TcpEnd Other { get; set; } = null!;

    /// <summary>This end sends and reads no more.</summary>
    public bool IsOver { get; set; }

    /// <summary>When the last octets that were sent to this end arrive.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>Octets arrive: every whole packet in them is decoded and told.</summary>
    public void Arrive(ReadOnlySpan<byte> octets)
    {
        if (IsOver)
            return;
        buffer.AddRange(octets);
        while (!IsOver && TryTake(out var packet, out var lost))
        {
            var decoding = lost is null ? H225Message.Decode(packet) : new H225Decoding(null, lost.Value, []);
            node.Take(decoding.Message is { } message
                ? new H323Input.Received(key, message, decoding.ElementFaults)
                : new H323Input.Malformed(key, decoding.Fault!.Value, lost is not null));
        }
    }

    /// <summary>Nothing more comes: the other side ended its direction, or the connection is lost. What stands in the buffer is no packet.</summary>
    public void End(string reason)
    {
        if (IsOver)
            return;
        IsOver = true;
        node.Take(new H323Input.Closed(key, buffer.Count == 0 ? reason : $"{reason}, inside a packet"));
    }

    private bool TryTake(out byte[] packet, out Gateway.Codecs.Asn1.DecodeFault? fault)
    {
        ReadOnlySpan<byte> input = buffer.ToArray();
        var found = TpktFrame.TryRead(ref input, out var payload, out fault);
        packet = payload.ToArray();
        if (found)
            buffer.RemoveRange(0, buffer.Count - input.Length);
        return found || fault is not null;
    }
}

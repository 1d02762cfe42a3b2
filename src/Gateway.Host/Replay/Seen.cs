using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Host.Rendering;

namespace Gateway.Host.Replay;

/// <summary>One signalling message of a capture.</summary>
/// <param name="Frame">The frame that completed it.</param>
/// <param name="Octets">The message without its framing.</param>
public abstract record Seen(int Frame, DateTimeOffset Time, Place From, Place To, byte[] Octets)
{
    /// <summary>What the decoder found.</summary>
    public IReadOnlyList<FoundFault> Faults { get; init; } = [];

    /// <param name="Message">Null when the octets are none.</param>
    public sealed record Sip(int Frame, DateTimeOffset Time, Place From, Place To, byte[] Octets, SipMessage? Message)
        : Seen(Frame, Time, From, To, Octets);

    /// <param name="Connection">The TCP connection, from 1; 0 where the capture does not tell.</param>
    public sealed record H225(int Frame, DateTimeOffset Time, Place From, Place To, byte[] Octets, int Connection, H225Message? Message)
        : Seen(Frame, Time, From, To, Octets);

    public sealed record Ras(int Frame, DateTimeOffset Time, Place From, Place To, byte[] Octets, RasMessage? Message)
        : Seen(Frame, Time, From, To, Octets);

    /// <param name="Trunk">Names the D-channel.</param>
    public sealed record Isdn(int Frame, DateTimeOffset Time, Place From, Place To, byte[] Octets, string Trunk, bool FromNetwork, Q931Message? Message)
        : Seen(Frame, Time, From, To, Octets);

    /// <summary>A frame that could not be read, or a stream that lost its framing.</summary>
    public sealed record Unreadable(int Frame, DateTimeOffset Time, Place From, Place To, string Reason)
        : Seen(Frame, Time, From, To, []);

    public string Protocol => this switch
    {
        Sip => "sip",
        H225 => "h225",
        Ras => "ras",
        Isdn => "q931",
        _ => "capture",
    };
}

/// <summary>One end of a message: an address, or a side of a D-channel.</summary>
public readonly record struct Place(IPEndPoint? Address, string Name)
{
    public static Place Of(IPEndPoint? address) => new(address, address?.ToString() ?? "unknown");

    public override string ToString() => Name;
}

using System.Net;

namespace Gateway.Engine.Legs;

/// <summary>
/// Where a party wants its audio and what it understands. The gateway carries signalling; media flows between the
/// addresses that the legs name, so that joining two legs means telling each the other's <see cref="Media"/>.
/// </summary>
/// <param name="Rtp">Receiving address and port of the party; RTCP is the next port.</param>
/// <param name="Codecs">In order of preference, never empty.</param>
/// <param name="Direction">What the party is willing to do, in its own view.</param>
public sealed record Media(IPEndPoint Rtp, IReadOnlyList<Codec> Codecs, MediaDirection Direction = MediaDirection.SendReceive)
{
    /// <summary>The media with only those codecs that <paramref name="other"/> also has, in this order of preference; null when there are none.</summary>
    public Media? Common(Media other)
    {
        var shared = Codecs.Where(codec => other.Codecs.Any(o => o.Name == codec.Name)).ToArray();
        return shared.Any(codec => codec.Name != Codec.TelephoneEventName) ? this with { Codecs = shared } : null;
    }

    public bool Equals(Media? other) =>
        other is not null && Rtp.Equals(other.Rtp) && Direction == other.Direction && Codecs.SequenceEqual(other.Codecs);

    public override int GetHashCode() => HashCode.Combine(Rtp, Direction, Codecs.Count);

    public override string ToString() => $"{Rtp} {string.Join('/', Codecs.Select(codec => codec.Name))} {Direction}";
}

/// <summary>An audio format by its RTP encoding name (RFC 3551) and the payload type its owner wants to receive it under.</summary>
/// <param name="PacketMilliseconds">Preferred packet duration in milliseconds, or null when not stated.</param>
public sealed record Codec(string Name, int PayloadType, int? PacketMilliseconds = null)
{
    public const string TelephoneEventName = "telephone-event";
    public static readonly Codec G711MuLaw = new("PCMU", 0);
    public static readonly Codec G711ALaw = new("PCMA", 8);
    public static readonly Codec TelephoneEvent = new(TelephoneEventName, 101);
}

public enum MediaDirection
{
    SendReceive,
    SendOnly,
    ReceiveOnly,
    Inactive,
}

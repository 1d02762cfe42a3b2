namespace Gateway.Codecs.Capture.Files;

/// <summary>One frame of a capture.</summary>
/// <param name="Number">From 1, counting every frame of the file, as Wireshark does.</param>
/// <param name="Time">When it was seen, to 100 ns.</param>
/// <param name="LinkType">What the first octet begins.</param>
/// <param name="Octets">As captured, without a frame check sequence.</param>
/// <param name="OriginalLength">Octets on the wire; more than captured when the capture was cut short.</param>
public sealed record CaptureFrame(int Number, DateTimeOffset Time, LinkType LinkType, ReadOnlyMemory<byte> Octets, int OriginalLength)
{
    /// <summary>Name of the interface, where the file has one.</summary>
    public string? Interface { get; init; }

    /// <summary>What somebody wrote about the frame; several comments as lines.</summary>
    public string? Comment { get; init; }

    /// <summary>The frame without the check sequence that its file says it ends in; one that was cut short has lost it.</summary>
    internal static CaptureFrame Of(int number, DateTimeOffset time, LinkType link, ReadOnlyMemory<byte> octets, int original, int checkOctets) =>
        checkOctets > 0 && octets.Length == original && octets.Length > checkOctets
            ? new(number, time, link, octets[..^checkOctets], original - checkOctets)
            : new(number, time, link, octets, original);
}

/// <summary>Link-layer header types of the tcpdump.org registry that we read; others keep their number.</summary>
public enum LinkType
{
    Null = 0,
    Ethernet = 1,
    Raw = 101,
    Loop = 108,
    LinuxSll = 113,

    /// <summary>LAPD behind a Linux cooked header, which tells the direction.</summary>
    LinuxLapd = 177,

    /// <summary>Bare LAPD frames.</summary>
    Lapd = 203,
    IPv4 = 228,
    IPv6 = 229,

    /// <summary>Wireshark's exported PDUs: tags that name the protocol, then its octets.</summary>
    ExportedPdu = 252,
    LinuxSll2 = 276,
}

/// <summary>Where a capture file stops making sense, and why. What comes before is good.</summary>
/// <param name="Offset">Octets from the start of the file.</param>
public readonly record struct CaptureFault(int Offset, string Reason);

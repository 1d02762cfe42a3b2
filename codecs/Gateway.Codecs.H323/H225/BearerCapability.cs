namespace Gateway.Codecs.H323.H225;

/// <summary>Bearer capability (H.225.0 (12/2009) 7.2.2.1, Q.931 (05/1998) 4.5.5).</summary>
/// <remarks>
/// <code>
///  octet 3   e cc ttttt    coding standard, information transfer capability
///  octet 4   1 mm rrrrr    transfer mode, information transfer rate
///  octet 4.1 1 xxxxxxx     rate multiplier, only with rate 24
///  octet 5   1 01 ppppp    user information layer 1 protocol, optional
/// </code>
/// </remarks>
public sealed record BearerCapability
{
    /// <summary>Speech, 64 kbit/s, G.711 A-law: <c>80 90 A3</c>.</summary>
    public static BearerCapability SpeechALaw => new() { TransferRate = 0x10, Layer1Protocol = 3 };

    /// <summary>Speech, 64 kbit/s, G.711 mu-law: <c>80 90 A2</c>.</summary>
    public static BearerCapability SpeechMuLaw => new() { TransferRate = 0x10, Layer1Protocol = 2 };

    /// <summary>Call-independent signalling connection (H.225.0 7.2.2.1.2): <c>A8 80</c>.</summary>
    public static BearerCapability CallIndependent => new() { CodingStandard = 1, TransferCapability = 8 };

    /// <summary>0 ITU-T, 1 ISO/IEC (call-independent signalling), 2 national, 3 network.</summary>
    public byte CodingStandard { get; init; }

    /// <summary>0 speech, 8 unrestricted digital, 16 3.1 kHz audio, 24 video.</summary>
    public byte TransferCapability { get; init; }

    /// <summary>0 circuit mode.</summary>
    public byte TransferMode { get; init; }

    /// <summary>16 = 64 kbit/s, 17 = 2 x 64, 19 = 384, 21 = 1536, 23 = 1920, 24 = multirate.</summary>
    public byte TransferRate { get; init; }

    /// <summary>In units of 64 kbit/s, with rate 24 only.</summary>
    public byte? RateMultiplier { get; init; }

    /// <summary>2 G.711 mu-law, 3 G.711 A-law, 5 H.221 and H.242.</summary>
    public byte? Layer1Protocol { get; init; }

    /// <summary>Null when an octet is missing. Octets after layer 1 are not looked at.</summary>
    public static BearerCapability? Read(ReadOnlySpan<byte> octets)
    {
        int next = 0;
        // Octet 3a may follow octet 3 in some national codings; it says nothing we use.
        while (next < octets.Length && (octets[next] & 0x80) == 0) next++;
        next++;
        if (octets.Length <= next) return null;
        byte octet3 = octets[0], octet4 = octets[next++];
        bool multirate = (octet4 & 0x1F) == 0x18;
        if (multirate && octets.Length <= next) return null;
        byte? multiplier = multirate ? (byte)(octets[next++] & 0x7F) : null;
        return new BearerCapability
        {
            CodingStandard = (byte)((octet3 >> 5) & 0x03),
            TransferCapability = (byte)(octet3 & 0x1F),
            TransferMode = (byte)((octet4 >> 5) & 0x03),
            TransferRate = (byte)(octet4 & 0x1F),
            RateMultiplier = multiplier,
            Layer1Protocol = next < octets.Length && (octets[next] & 0x60) == 0x20 ? (byte)(octets[next] & 0x1F) : null,
        };
    }

    public InformationElement ToElement()
    {
        List<byte> contents = [(byte)(0x80 | (CodingStandard << 5) | TransferCapability), (byte)(0x80 | (TransferMode << 5) | TransferRate)];
        if (RateMultiplier is byte multiplier) contents.Add((byte)(0x80 | multiplier));
        if (Layer1Protocol is byte layer1) contents.Add((byte)(0xA0 | layer1));
        return new InformationElement(ElementIdentifier.BearerCapability, [.. contents]);
    }
}

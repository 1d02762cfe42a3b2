namespace Gateway.Codecs.H323.H225;

/// <summary>Progress indicator (H.225.0 (12/2009) 7.2.2.23, Q.931 (05/1998) 4.5.23).</summary>
/// <remarks>
/// <code>
///  octet 3  1 cc 0 llll   coding standard, location
///  octet 4  1 ddddddd     progress description
/// </code>
/// </remarks>
/// <param name="Description">1 not end-to-end ISDN, 2 destination is not ISDN, 3 origination is not ISDN, 8 in-band information available.</param>
public readonly record struct ProgressIndicator(byte Description, byte Location, byte CodingStandard)
{
    /// <summary>Null when there are not exactly two octets.</summary>
    public static ProgressIndicator? Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length != 2) return null;
        return new ProgressIndicator((byte)(octets[1] & 0x7F), (byte)(octets[0] & 0x0F), (byte)((octets[0] >> 5) & 0x03));
    }

    public InformationElement ToElement() => new(
        ElementIdentifier.ProgressIndicator,
        [(byte)(0x80 | (CodingStandard << 5) | Location), (byte)(0x80 | Description)]);
}

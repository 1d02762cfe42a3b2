namespace Gateway.Codecs.H323.H225;

/// <summary>Cause (H.225.0 (12/2009) 7.2.2.8, Q.850 (05/1998) 2.1).</summary>
/// <remarks>
/// <code>
///  octet 3   e cc 0 llll   extension (0 = octet 3a follows), coding standard, location
///  octet 3a  1 rrrrrrr     recommendation, optional
///  octet 4   1 vvvvvvv     cause value
///  octet 5*  diagnostics
/// </code>
/// </remarks>
public sealed record Cause(byte Value)
{
    /// <summary>0 ITU-T, 2 national, 3 specific to the location.</summary>
    public byte CodingStandard { get; init; }

    /// <summary>Q.850 2.2.3: 0 user, 1 private network serving the local user, 2 public network serving the local user ...</summary>
    public byte Location { get; init; }

    public byte? Recommendation { get; init; }

    public byte[] Diagnostics { get; init; } = [];

    /// <summary>Null when the contents end before the cause value.</summary>
    public static Cause? Read(ReadOnlySpan<byte> octets)
    {
        int next = octets.Length > 0 && (octets[0] & 0x80) == 0 ? 2 : 1;
        if (octets.Length <= next) return null;
        return new Cause((byte)(octets[next] & 0x7F))
        {
            CodingStandard = (byte)((octets[0] >> 5) & 0x03),
            Location = (byte)(octets[0] & 0x0F),
            Recommendation = next == 2 ? (byte)(octets[1] & 0x7F) : null,
            Diagnostics = octets[(next + 1)..].ToArray(),
        };
    }

    public InformationElement ToElement()
    {
        byte octet3 = (byte)((CodingStandard << 5) | Location);
        byte octet4 = (byte)(0x80 | Value);
        byte[] contents = Recommendation is byte recommendation
            ? [octet3, (byte)(0x80 | recommendation), octet4, .. Diagnostics]
            : [(byte)(0x80 | octet3), octet4, .. Diagnostics];
        return new InformationElement(ElementIdentifier.Cause, contents);
    }
}

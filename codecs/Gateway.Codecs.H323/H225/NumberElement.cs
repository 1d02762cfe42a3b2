using System.Text;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// Called party number, calling party number, connected number (H.225.0 (12/2009) 7.2.2.4, 7.2.2.6, 7.2.2.10; Q.931 (05/1998) 4.5.8, 4.5.10).
/// </summary>
/// <remarks>
/// <code>
///  octet 3   e ttt pppp    extension (0 = octet 3a follows), type of number, numbering plan
///  octet 3a  1 ii 000 ss   presentation indicator, screening indicator; never in called party number
///  octet 4*  digits, IA5
/// </code>
/// </remarks>
public sealed record NumberElement(string Digits)
{
    /// <summary>0 unknown, 1 international, 2 national, 3 network specific, 4 subscriber, 6 abbreviated.</summary>
    public byte TypeOfNumber { get; init; }

    /// <summary>0 unknown, 1 E.164, 3 X.121, 4 F.69, 8 national standard, 9 private.</summary>
    public byte NumberingPlan { get; init; }

    /// <summary>0 allowed, 1 restricted, 2 not available. Null without octet 3a.</summary>
    public byte? Presentation { get; init; }

    /// <summary>0 user-provided not screened, 1 passed, 2 failed, 3 network provided. Sent with <see cref="Presentation"/>.</summary>
    public byte Screening { get; init; }

    /// <summary>Null when the contents are empty, or octet 3a is announced and missing.</summary>
    public static NumberElement? Read(ReadOnlySpan<byte> octets)
    {
        bool octet3a = octets.Length > 0 && (octets[0] & 0x80) == 0;
        int digits = octet3a ? 2 : 1;
        if (octets.Length < digits) return null;
        return new NumberElement(Encoding.Latin1.GetString(octets[digits..]))
        {
            TypeOfNumber = (byte)((octets[0] >> 4) & 0x07),
            NumberingPlan = (byte)(octets[0] & 0x0F),
            Presentation = octet3a ? (byte)((octets[1] >> 5) & 0x03) : null,
            Screening = octet3a ? (byte)(octets[1] & 0x03) : (byte)0,
        };
    }

    public InformationElement ToElement(ElementIdentifier identifier)
    {
        byte octet3 = (byte)((TypeOfNumber << 4) | NumberingPlan);
        byte[] digits = Encoding.Latin1.GetBytes(Digits);
        byte[] contents = Presentation is byte presentation
            ? [octet3, (byte)(0x80 | (presentation << 5) | Screening), .. digits]
            : [(byte)(0x80 | octet3), .. digits];
        return new InformationElement(identifier, contents);
    }
}

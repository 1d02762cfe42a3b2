using System.Buffers.Binary;
using System.Text;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// One information element of the Q.931 part (Q.931 (05/1998) 4.5.1). It keeps its octets, so a message leaves as it came;
/// <see cref="Cause"/>, <see cref="NumberElement"/> and the other typed elements are read from it and turn into one.
/// </summary>
/// <remarks>
/// <code>
///  1 iii vvvv                     single octet: identifier and value together, no contents
///  0 iiiiiii | length | contents  variable length; the length is two octets for user-user and one octet for all others
/// </code>
/// </remarks>
/// <param name="Identifier">First octet, as sent.</param>
/// <param name="Contents">Octets after the length.</param>
public sealed record InformationElement(ElementIdentifier Identifier, byte[] Contents)
{
    /// <summary>Codeset of the identifier. Shift elements (Q.931 4.5.2) stay in the list and set it for what follows them.</summary>
    public int Codeset { get; init; }

    /// <summary>Bit 8 of the identifier: no length, no contents.</summary>
    public bool IsSingleOctet => ((byte)Identifier & 0x80) != 0;

    /// <summary>User-user, whose length has two octets (H.225.0 7.2.2.31).</summary>
    public bool IsUserUser => Identifier == ElementIdentifier.UserUser && Codeset == 0;

    /// <summary>An element of IA5 text: display (H.225.0 7.2.2.14), keypad facility (7.2.2.18).</summary>
    public static InformationElement Text(ElementIdentifier identifier, string text) => new(identifier, Encoding.Latin1.GetBytes(text));

    /// <summary>The contents as text. Some stacks send the zero octet that ends a C string.</summary>
    public string ToText() => Encoding.Latin1.GetString(Contents).TrimEnd('\0');

    internal int EncodedOctets => IsSingleOctet ? 1 : Contents.Length + (IsUserUser ? 3 : 2);

    internal int Encode(Span<byte> destination)
    {
        destination[0] = (byte)Identifier;
        if (IsSingleOctet) return 1;
        int header = 2;
        if (IsUserUser)
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)Contents.Length);
            header = 3;
        }
        else
        {
            destination[1] = (byte)Contents.Length;
        }
        Contents.CopyTo(destination[header..]);
        return header + Contents.Length;
    }
}

/// <summary>Elements that H.225.0 (12/2009) 7.2.2 uses, codeset 0 (Q.931 (05/1998) table 4-3).</summary>
public enum ElementIdentifier : byte
{
    BearerCapability = 0x04,
    Cause = 0x08,
    CallState = 0x14,
    Facility = 0x1C,
    ProgressIndicator = 0x1E,
    NotificationIndicator = 0x27,
    Display = 0x28,
    DateTime = 0x29,
    Keypad = 0x2C,
    Signal = 0x34,
    ConnectedNumber = 0x4C,
    ConnectedSubaddress = 0x4D,
    CallingPartyNumber = 0x6C,
    CallingPartySubaddress = 0x6D,
    CalledPartyNumber = 0x70,
    CalledPartySubaddress = 0x71,
    RedirectingNumber = 0x74,
    UserUser = 0x7E,
    SendingComplete = 0xA1,
}

namespace Gateway.Codecs.H323.H225;

/// <summary>Call state (H.225.0 (12/2009) 7.2.2.3, Q.931 (05/1998) 4.5.7): one octet, <c>cc vvvvvv</c>.</summary>
/// <param name="Value">The number of the state, such as 10 for U10 and N10.</param>
public readonly record struct CallState(byte Value, byte CodingStandard)
{
    /// <summary>Null when the contents are empty.</summary>
    public static CallState? Read(ReadOnlySpan<byte> octets) =>
        octets.IsEmpty ? null : new CallState((byte)(octets[0] & 0x3F), (byte)(octets[0] >> 6));

    public InformationElement ToElement() => new(ElementIdentifier.CallState, [(byte)((CodingStandard << 6) | Value)]);
}

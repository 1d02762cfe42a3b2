namespace Gateway.Codecs.H323.H225;

/// <summary>Notification indicator (H.225.0 (12/2009) 7.2.2.22, Q.931 (05/1998) 4.5.22): one octet, <c>1 ddddddd</c>.</summary>
/// <param name="Description">0 user suspended, 1 user resumed, 2 bearer service change; further values in Q.932.</param>
public readonly record struct NotificationIndicator(byte Description)
{
    /// <summary>Null when the contents are empty.</summary>
    public static NotificationIndicator? Read(ReadOnlySpan<byte> octets) =>
        octets.IsEmpty ? null : new NotificationIndicator((byte)(octets[0] & 0x7F));

    public InformationElement ToElement() => new(ElementIdentifier.NotificationIndicator, [(byte)(0x80 | Description)]);
}

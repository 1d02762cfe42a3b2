namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Notification description, octet 3 bits 7 to 1 (Q.931 and EN 300 196-1 V1.3.2 clause 11.2.2.2).</summary>
public enum NotificationDescription : byte
{
    UserSuspended = 0x00,
    UserResumed = 0x01,
    BearerServiceChange = 0x02,
    EncodedComponent = 0x03,
    CallCompletionDelay = 0x04,
    ConferenceEstablished = 0x42,
    ConferenceDisconnected = 0x43,
    CallIsWaiting = 0x60,
    DiversionActivated = 0x68,
    CallTransferAlerting = 0x69,
    CallTransferActive = 0x6A,
    RemoteHold = 0x79,
    RemoteRetrieval = 0x7A,
    CallIsDiverting = 0x7B,
}

/// <summary>Notification indicator, ITU-T Q.931 (05/1998) clause 4.5.22; extended form EN 300 196-1 V1.3.2 clause 11.2.2.2.</summary>
/// <remarks>
/// <code>
/// octet 3   1 | description (7)         bit 8 = 0 and octets 3a.. in the extended form
/// octet 4.. an ASN.1 value when the description is 3
/// </code>
/// </remarks>
/// <param name="Extension">Octets 3a and up, as they stand.</param>
public sealed record NotificationIndicator(NotificationDescription Description, bool Last, byte[] Extension) : Element
{
    public const byte Id = 0x27;

    public NotificationIndicator(NotificationDescription description)
        : this(description, true, [])
    {
    }

    public override byte Identifier => Id;

    internal static NotificationIndicator? Decode(ref ElementReader reader)
    {
        var octet3 = reader.Octet();
        var extension = reader.Rest();
        return reader.Faulted ? null : new((NotificationDescription)(octet3 & 0x7F), (octet3 & 0x80) != 0, extension);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)((Last ? 0x80 : 0) | (int)Description));
        writer.Octets(Extension);
    }
}

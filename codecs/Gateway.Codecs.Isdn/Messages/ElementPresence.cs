using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Codecs.Isdn.Messages;

/// <summary>Whether a message may or must have an element.</summary>
public enum Presence
{
    /// <summary>Not listed for the message; clause 5.8.7.3 leaves it to us, and it is carried.</summary>
    NotListed,
    Optional,
    Mandatory,

    /// <summary>Mandatory from the network to the user, optional the other way.</summary>
    MandatoryFromNetwork,
}

/// <summary>The message contents tables, ITU-T Q.931 (05/1998) clause 3.1 and Q.932 (05/1998) clause 7.1, codeset 0, as one flat table.</summary>
/// <remarks>
/// Conditions that need the call to be known stay with call control: Cause in the first clearing message, Channel
/// identification in the first answer to SETUP. Facility, Display and Notification indicator are tolerated wherever
/// ETSI and QSIG services put them.
/// </remarks>
public static class ElementPresence
{
    private sealed record Row(MessageType Message, byte[] Mandatory, byte[] FromNetwork, byte[] Optional);

    private static readonly Row[] Table =
    [
        new(MessageType.Alerting, [], [], [0x04, 0x18, 0x1C, 0x1E, 0x27, 0x28, 0x34, 0x4C, 0x4D, 0x76, 0x7D, 0x7E]),
        new(MessageType.CallProceeding, [], [], [0x04, 0x18, 0x1C, 0x1E, 0x27, 0x28, 0x76, 0x7D]),
        new(MessageType.Progress, [ProgressIndicator.Id], [], [0x04, 0x08, 0x18, 0x1C, 0x27, 0x28, 0x4C, 0x76, 0x7D, 0x7E]),
        new(MessageType.Setup, [BearerCapability.Id], [ChannelIdentification.Id],
            [0x1C, 0x1E, 0x20, 0x27, 0x28, 0x2C, 0x34, 0x40, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x4A, 0x6C, 0x6D, 0x70, 0x71, 0x73, 0x74,
             0x78, 0x7C, 0x7D, 0x7E, SendingComplete.Id, RepeatIndicator.Id]),
        new(MessageType.Connect, [], [], [0x04, 0x18, 0x1C, 0x1E, 0x27, 0x28, 0x29, 0x34, 0x4C, 0x4D, 0x7C, 0x7D, 0x7E]),
        new(MessageType.SetupAcknowledge, [], [], [0x18, 0x1C, 0x1E, 0x28, 0x34]),
        new(MessageType.ConnectAcknowledge, [], [], [0x18, 0x1C, 0x28, 0x34]),
        new(MessageType.UserInformation, [UserUser.Id], [], [MoreData.Id]),
        new(MessageType.Suspend, [], [], [0x10]),
        new(MessageType.SuspendAcknowledge, [], [], [0x28]),
        new(MessageType.SuspendReject, [Cause.Id], [], [0x28]),
        new(MessageType.Resume, [], [], [0x10]),
        new(MessageType.ResumeAcknowledge, [ChannelIdentification.Id], [], [0x28]),
        new(MessageType.ResumeReject, [Cause.Id], [], [0x28]),
        new(MessageType.Hold, [], [], [0x1C, 0x28]),
        new(MessageType.HoldAcknowledge, [], [], [0x1C, 0x28]),
        new(MessageType.HoldReject, [Cause.Id], [], [0x1C, 0x28]),
        new(MessageType.Retrieve, [], [], [0x18, 0x1C, 0x28]),
        new(MessageType.RetrieveAcknowledge, [], [], [0x18, 0x1C, 0x28]),
        new(MessageType.RetrieveReject, [Cause.Id], [], [0x1C, 0x28]),
        new(MessageType.Disconnect, [Cause.Id], [], [0x1C, 0x1E, 0x27, 0x28, 0x34, 0x7E]),
        new(MessageType.Release, [], [], [0x08, 0x1C, 0x27, 0x28, 0x34, 0x7E]),
        new(MessageType.ReleaseComplete, [], [], [0x08, 0x1C, 0x27, 0x28, 0x34, 0x7E]),
        new(MessageType.Restart, [RestartIndicator.Id], [], [0x18, 0x28]),
        new(MessageType.RestartAcknowledge, [RestartIndicator.Id], [], [0x18, 0x28]),
        new(MessageType.Segment, [0x00], [], []),
        new(MessageType.Facility, [], [], [0x0D, 0x1C, 0x27, 0x28, 0x4C, 0x70, 0x71, 0x76]),
        new(MessageType.Register, [], [], [0x0D, 0x1C, 0x28]),
        new(MessageType.Notify, [NotificationIndicator.Id], [], [0x04, 0x1C, 0x28, 0x4C, 0x76]),
        new(MessageType.StatusEnquiry, [], [], [0x28]),
        new(MessageType.CongestionControl, [CongestionLevel.Id, Cause.Id], [], [0x28]),
        new(MessageType.Information, [], [], [0x08, 0x1C, 0x28, 0x2C, 0x34, 0x70, SendingComplete.Id]),
        new(MessageType.Status, [Cause.Id, CallState.Id], [], [0x28]),
    ];

    /// <summary>The rows by message type; null where there is none.</summary>
    private static readonly Row?[] ByType = Index();

    private static readonly System.Buffers.SearchValues<byte> KnownIdentifiers = System.Buffers.SearchValues.Create(
        0x00, 0x04, 0x08, 0x0C, 0x0D, 0x10, 0x14, 0x18, 0x1C, 0x1E, 0x20, 0x26, 0x27, 0x28, 0x29, 0x2C, 0x32, 0x34, 0x36, 0x38, 0x39, 0x40,
        0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x4A, 0x4C, 0x4D, 0x6C, 0x6D, 0x70, 0x71, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x7C,
        0x7D, 0x7E, Shift.Id, MoreData.Id, SendingComplete.Id, CongestionLevel.Id, RepeatIndicator.Id);

    /// <summary>What the tables say of one element of codeset 0 in one message; nothing for a message not listed.</summary>
    public static Presence Of(MessageType message, byte identifier) => Find(message) is not { } row ? Presence.NotListed
        : row.Mandatory.Contains(identifier) ? Presence.Mandatory
        : row.FromNetwork.Contains(identifier) ? Presence.MandatoryFromNetwork
        : row.Optional.Contains(identifier) ? Presence.Optional
        : Presence.NotListed;

    /// <summary>Identifiers of the elements the message must have in both directions.</summary>
    public static ReadOnlySpan<byte> MandatoryIn(MessageType message) => Find(message)?.Mandatory;

    /// <summary>Identifiers of the elements the message must have besides when it comes from the network.</summary>
    public static ReadOnlySpan<byte> MandatoryFromNetworkIn(MessageType message) => Find(message)?.FromNetwork;

    /// <summary>True when codeset 0 gives the identifier a meaning (Q.931 Table 4-3, Q.932, Q.95x, North American additions).</summary>
    public static bool IsKnown(byte identifier) => KnownIdentifiers.Contains(identifier);

    /// <summary>True for a type that has contents tables, so that it can be acted upon.</summary>
    public static bool IsKnown(MessageType message) => Find(message) is not null;

    private static Row? Find(MessageType message) => (int)message < ByType.Length ? ByType[(int)message] : null;

    private static Row?[] Index()
    {
        var rows = new Row?[(int)MessageType.NationalEscape];
        foreach (var row in Table)
            rows[(int)row.Message] = row;
        return rows;
    }
}

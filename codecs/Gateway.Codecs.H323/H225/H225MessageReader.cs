using System.Runtime.CompilerServices;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>Reads a message of the call signalling channel in the order in which Q.931 (05/1998) 5.8 looks for what is wrong.</summary>
internal ref struct H225MessageReader
{
    public const byte ProtocolDiscriminator = 0x08;

    /// <summary>First octet of user-user (H.225.0 (12/2009) 7.2.2.31): contents coded by ASN.1.</summary>
    public const byte X209Coded = 0x05;

    /// <summary>
    /// Most elements of a message and most faults told of: what a peer of good will has is far below, and what is beyond takes many times
    /// its octets in memory.
    /// </summary>
    private const int MostElements = 24;
    private const int MostFaults = 8;

    private readonly ReadOnlySpan<byte> octets;
    private readonly H225MessageType type;
    private Kept kept;
    private int count;
    private int trailing;
    private List<ElementFault>? faults;
    private H323UserInformation? userInformation;
    private byte[] padding = [];
    private bool userUserSeen;
    private int at;
    private int lockedCodeset;
    private int codeset;

    private H225MessageReader(ReadOnlySpan<byte> octets, H225MessageType type, int at)
    {
        this.octets = octets;
        this.type = type;
        this.at = at;
    }

    public static H225Decoding Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 2)
            return Ignored(DecodeFaultReason.EndOfInput, octets.Length, "Q.931 (05/1998) 5.8.2");
        if (octets[0] != ProtocolDiscriminator)
            return Ignored(DecodeFaultReason.Malformed, 0, "Q.931 (05/1998) 5.8.1");
        var length = octets[1];
        if (length is not (0 or 2))
            return Ignored(DecodeFaultReason.LengthOutOfRange, 1, "H.225.0 (12/2009) 7.2.1.2");
        if (octets.Length < 3 + length)
            return Ignored(DecodeFaultReason.EndOfInput, octets.Length, "Q.931 (05/1998) 5.8.2");

        CallReference? reference = length == 0
            ? null
            : new CallReference((ushort)(((octets[2] & 0x7F) << 8) | octets[3]), (octets[2] & 0x80) != 0);
        var reader = new H225MessageReader(octets, (H225MessageType)octets[2 + length], 3 + length);
        while (reader.at < octets.Length) reader.Element();
        reader.Missing();
        var message = new H225Message
        {
            MessageType = reader.type,
            CallReference = reference,
            Elements = reader.kept[..(reader.count - reader.trailing)].ToArray(),
            UserInformation = reader.userInformation,
            Padding = reader.padding,
            TrailingElements = reader.kept[(reader.count - reader.trailing)..reader.count].ToArray(),
        };
        return new H225Decoding(message, null, reader.faults ?? []);
    }

    private static H225Decoding Ignored(DecodeFaultReason reason, int octet, string clause) =>
        new(null, new DecodeFault(reason, octet * 8, clause, "H225Message"), []);

    private void Element()
    {
        var start = at;
        var identifier = (ElementIdentifier)octets[at++];
        if (count >= MostElements)
        {
            at = octets.Length;
            Fault(identifier, DecodeFaultReason.TooLarge, start * 8, "Q.931 (05/1998) 4.5.1");
            return;
        }
        if (((byte)identifier & 0x80) != 0)
        {
            Keep(new InformationElement(identifier, []) { Codeset = codeset });
            codeset = lockedCodeset;
            if (((byte)identifier & 0xF0) == 0x90) Shift((byte)identifier);
            return;
        }
        var ours = codeset == 0;
        var lengthOctets = ours && identifier == ElementIdentifier.UserUser ? 2 : 1;
        var length = 0;
        for (var i = 0; i < lengthOctets && at < octets.Length; i++) length = (length << 8) | octets[at++];
        if (at < start + 1 + lengthOctets || length > octets.Length - at)
        {
            // Nothing after a wrong length can be trusted.
            at = octets.Length;
            Fault(identifier, DecodeFaultReason.EndOfInput, octets.Length * 8, "Q.931 (05/1998) 4.5.1");
            return;
        }
        var contents = octets.Slice(at, length);
        at += length;
        if (!ours || identifier != ElementIdentifier.UserUser || userUserSeen || !UserUser(contents))
        {
            Keep(new InformationElement(identifier, contents.ToArray()) { Codeset = codeset });
            if (ours && !IsReadable(identifier, contents))
                Fault(identifier, DecodeFaultReason.Malformed, start * 8, "Q.931 (05/1998) 5.8");
        }
        codeset = lockedCodeset;
    }

    /// <summary>Shift (Q.931 4.5.3, 4.5.4): <c>1001 0 ccc</c> locks, <c>1001 1 ccc</c> holds for one element.</summary>
    private void Shift(byte shift)
    {
        codeset = shift & 0x07;
        if ((shift & 0x08) == 0) lockedCodeset = codeset;
    }

    private void Keep(InformationElement element)
    {
        kept[count++] = element;
        if (userInformation is not null) trailing++;
    }

    /// <summary>True when the contents are an H323-UserInformation, with or without padding; others are kept as octets.</summary>
    private bool UserUser(ReadOnlySpan<byte> contents)
    {
        userUserSeen = true;
        var start = at - contents.Length;
        if (contents.IsEmpty || contents[0] != X209Coded)
        {
            var reason = contents.IsEmpty ? DecodeFaultReason.EndOfInput : DecodeFaultReason.Malformed;
            Fault(ElementIdentifier.UserUser, reason, start * 8, "H.225.0 (12/2009) 7.2.2.31");
            return false;
        }
        var value = PerReader.Decode<H323UserInformation>(contents[1..], out var fault, out var consumed);
        if (fault is { } found)
        {
            Fault(ElementIdentifier.UserUser, found with { BitOffset = found.BitOffset + (start + 1) * 8 });
            return false;
        }
        userInformation = value;
        padding = contents[(1 + consumed)..].ToArray();
        return true;
    }

    private static bool IsReadable(ElementIdentifier identifier, ReadOnlySpan<byte> contents) => identifier switch
    {
        ElementIdentifier.BearerCapability => BearerCapability.Read(contents) is not null,
        ElementIdentifier.Cause => Cause.Read(contents) is not null,
        ElementIdentifier.CallState => CallState.Read(contents) is not null,
        ElementIdentifier.ProgressIndicator => ProgressIndicator.Read(contents) is not null,
        ElementIdentifier.NotificationIndicator => NotificationIndicator.Read(contents) is not null,
        ElementIdentifier.CallingPartyNumber or ElementIdentifier.CalledPartyNumber or ElementIdentifier.ConnectedNumber =>
            NumberElement.Read(contents) is not null,
        _ => true,
    };

    /// <summary>Says which mandatory elements are not there, unless they were there in error.</summary>
    private void Missing()
    {
        foreach (var identifier in Mandatory(type))
        {
            var found = identifier == ElementIdentifier.UserUser && userInformation is not null;
            foreach (var element in kept[..count]) found |= element.Identifier == identifier && element.Codeset == 0;
            foreach (var fault in faults ?? []) found |= fault.Identifier == identifier;
            if (!found)
                (faults ??= []).Add(new ElementFault(
                    ElementFaultKind.MandatoryMissing,
                    identifier,
                    new DecodeFault(DecodeFaultReason.EndOfInput, octets.Length * 8, "H.225.0 (12/2009) 7.3", $"{type}.{identifier}")));
        }
    }

    /// <summary>
    /// H.225.0 (12/2009) 7.3, 7.4. STATUS, STATUS INQUIRY, SETUP ACKNOWLEDGE and NOTIFY had no user-user before version 4. RELEASE
    /// COMPLETE needs a cause only without a reason in its user-user, which is for call control to see.
    /// </summary>
    private static ReadOnlySpan<ElementIdentifier> Mandatory(H225MessageType type) => type switch
    {
        H225MessageType.Setup => [ElementIdentifier.BearerCapability, ElementIdentifier.UserUser],
        H225MessageType.Progress => [ElementIdentifier.ProgressIndicator, ElementIdentifier.UserUser],
        H225MessageType.Notify => [ElementIdentifier.NotificationIndicator],
        H225MessageType.Status => [ElementIdentifier.Cause, ElementIdentifier.CallState],
        H225MessageType.CallProceeding or H225MessageType.Alerting or H225MessageType.Connect or H225MessageType.Facility
            or H225MessageType.Information or H225MessageType.ReleaseComplete => [ElementIdentifier.UserUser],
        _ => [],
    };

    private void Fault(ElementIdentifier identifier, DecodeFaultReason reason, int bitOffset, string clause) =>
        Fault(identifier, new DecodeFault(reason, bitOffset, clause, $"{type}.{identifier}"));

    private void Fault(ElementIdentifier identifier, DecodeFault fault)
    {
        if (faults?.Count >= MostFaults)
            return;
        var kind = Mandatory(type).Contains(identifier) ? ElementFaultKind.MandatoryContents : ElementFaultKind.OptionalContents;
        (faults ??= []).Add(new ElementFault(kind, identifier, fault));
    }

    /// <summary>The elements that stay elements, in the order of the wire.</summary>
    [InlineArray(MostElements)]
    private struct Kept
    {
        private InformationElement first;
    }
}

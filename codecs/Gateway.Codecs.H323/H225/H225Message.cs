using System.Buffers;
using System.Buffers.Binary;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// A message of the call signalling channel: Q.931 elements around an H323-UserInformation (H.225.0 (12/2009) 7.1, 7.2).
/// </summary>
/// <remarks>
/// <code>
/// octet 1    protocol discriminator, 08
/// octet 2    length of the call reference, 2
/// octet 3-4  flag (1 = from the side that did not send SETUP) and call reference value
/// octet 5    message type
/// ...        information elements, one-octet lengths
/// 7E LL LL   user-user, two-octet length, last; 05 = X.208 and X.209 coded; then H323-UserInformation in aligned PER
/// </code>
/// </remarks>
public sealed record H225Message
{
    private const int UserHeaderOctets = 4;

    public required H225MessageType MessageType { get; init; }

    /// <summary>Null is the dummy call reference, length zero, which one vendor sends with H.460.17.</summary>
    public required CallReference? CallReference { get; init; }

    /// <summary>What stands before user-user, in the order of the wire, ascending when we send.</summary>
    public IReadOnlyList<InformationElement> Elements { get; init; } = [];

    /// <summary>The contents of user-user. Null when there is none, or none that can be read: it is among the elements then.</summary>
    public H323UserInformation? UserInformation { get; init; }

    /// <summary>
    /// Octets behind the value, within the length of user-user. An encoding ends with its last octet (X.691 (07/2002) 10.1), so they
    /// mean nothing; some stacks pad, and a message that is passed on keeps them.
    /// </summary>
    public byte[] Padding { get; init; } = [];

    /// <summary>What stands after user-user, where the standard has nothing and some peers do.</summary>
    public IReadOnlyList<InformationElement> TrailingElements { get; init; } = [];

    public BearerCapability? BearerCapability =>
        Find(ElementIdentifier.BearerCapability) is { } found ? H225.BearerCapability.Read(found.Contents) : null;

    public Cause? Cause => Find(ElementIdentifier.Cause) is { } found ? H225.Cause.Read(found.Contents) : null;

    public CallState? CallState => Find(ElementIdentifier.CallState) is { } found ? H225.CallState.Read(found.Contents) : null;

    public ProgressIndicator? ProgressIndicator =>
        Find(ElementIdentifier.ProgressIndicator) is { } found ? H225.ProgressIndicator.Read(found.Contents) : null;

    public NotificationIndicator? NotificationIndicator =>
        Find(ElementIdentifier.NotificationIndicator) is { } found ? H225.NotificationIndicator.Read(found.Contents) : null;

    public string? Display => Find(ElementIdentifier.Display)?.ToText();

    public string? Keypad => Find(ElementIdentifier.Keypad)?.ToText();

    public NumberElement? CallingPartyNumber => Number(ElementIdentifier.CallingPartyNumber);

    public NumberElement? CalledPartyNumber => Number(ElementIdentifier.CalledPartyNumber);

    public NumberElement? ConnectedNumber => Number(ElementIdentifier.ConnectedNumber);

    /// <summary>The first such element of codeset 0, wherever it stands; a repetition is ignored (Q.931 (05/1998) 5.8.5.2).</summary>
    public InformationElement? Find(ElementIdentifier identifier) => Find(Elements, identifier) ?? Find(TrailingElements, identifier);

    /// <summary>Reads one message, without TPKT. Any octets give an answer: a message, or the fault why there is none.</summary>
    public static H225Decoding Decode(ReadOnlySpan<byte> octets) => H225MessageReader.Read(octets);

    /// <summary>Writes the message, without TPKT, into the caller's span; gives its octets, none on a fault.</summary>
    public int Encode(Span<byte> destination, out EncodeFault? fault)
    {
        fault = null;
        var before = HeaderOctets + Octets(Elements) + (UserInformation is null ? 0 : UserHeaderOctets);
        var after = Padding.Length + Octets(TrailingElements);
        if (!Fit(Elements) || !Fit(TrailingElements))
            fault = new EncodeFault(EncodeFaultReason.LengthOutOfRange, 0, "Q.931 (05/1998) 4.5.1");
        else if (before + after > destination.Length)
            fault = new EncodeFault(EncodeFaultReason.NoRoom, 0, "H.225.0 (12/2009) 7.1");
        if (fault is not null) return 0;

        destination[0] = H225MessageReader.ProtocolDiscriminator;
        destination[1] = (byte)(CallReference is null ? 0 : 2);
        if (CallReference is { } reference)
        {
            destination[2] = (byte)((reference.FromDestination ? 0x80 : 0) | (reference.Value >> 8));
            destination[3] = (byte)reference.Value;
        }
        destination[HeaderOctets - 1] = (byte)MessageType;
        var at = HeaderOctets;
        for (var i = 0; i < Elements.Count; i++) at += Elements[i].Encode(destination[at..]);
        if (UserInformation is not null)
        {
            var user = PerWriter.Encode(UserInformation, destination[before..^after], out fault);
            if (fault is null && user + Padding.Length >= ushort.MaxValue)
                fault = new EncodeFault(EncodeFaultReason.LengthOutOfRange, 0, "Q.931 (05/1998) 4.5.1");
            if (fault is not null) return 0;
            destination[at] = (byte)ElementIdentifier.UserUser;
            BinaryPrimitives.WriteUInt16BigEndian(destination[(at + 1)..], (ushort)(1 + user + Padding.Length));
            destination[at + 3] = H225MessageReader.X209Coded;
            at = before + user;
            Padding.CopyTo(destination[at..]);
            at += Padding.Length;
        }
        for (var i = 0; i < TrailingElements.Count; i++) at += TrailingElements[i].Encode(destination[at..]);
        return at;
    }

    /// <summary>The message as an array of its own; empty when a value breaks a constraint.</summary>
    public byte[] Encode(out EncodeFault? fault)
    {
        var most = HeaderOctets + Octets(Elements) + UserHeaderOctets + ushort.MaxValue + Octets(TrailingElements);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var octets = buffer[..Encode(buffer, out fault)];
        ArrayPool<byte>.Shared.Return(buffer);
        return octets;
    }

    /// <inheritdoc cref="Encode(out EncodeFault?)"/>
    public byte[] Encode() => Encode(out _);

    private int HeaderOctets => CallReference is null ? 3 : 5;

    // By index, here and where they are written: an enumerator of an interface is an object.
    private static int Octets(IReadOnlyList<InformationElement> elements)
    {
        var octets = 0;
        for (var i = 0; i < elements.Count; i++) octets += elements[i].EncodedOctets;
        return octets;
    }

    private static bool Fit(IReadOnlyList<InformationElement> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            if (element.Contents.Length > (element.IsUserUser ? ushort.MaxValue : byte.MaxValue))
                return false;
        }
        return true;
    }

    private NumberElement? Number(ElementIdentifier identifier) => Find(identifier) is { } found ? NumberElement.Read(found.Contents) : null;

    private static InformationElement? Find(IReadOnlyList<InformationElement> elements, ElementIdentifier identifier)
    {
        foreach (var element in elements)
        {
            if (element.Identifier == identifier && element.Codeset == 0)
                return element;
        }
        return null;
    }
}

using System.Collections.Immutable;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Codecs.Isdn.Messages;

/// <summary>Takes a message apart in the order of ITU-T Q.931 (05/1998) clause 5.8: length, call reference, type, elements.</summary>
internal ref struct MessageReader
{
    /// <summary>
    /// About what an element takes in memory, and how much a message may: elements beyond that are kept as the octets they are. The longest
    /// message of a D-channel stays far below.
    /// </summary>
    private const int RoomAnElement = 128;
    private const int LeastRoom = 2304;
    private const int RoomAnOctet = 8;

    /// <summary>Faults of elements that are ignored are worth telling, but not without end.</summary>
    private const int MostFaults = 8;

    private readonly ReadOnlySpan<byte> octets;
    private readonly ImmutableArray<Element>.Builder elements;
    private ImmutableArray<ElementFault>.Builder? faults;
    private MessageType type;
    private bool inQ931;
    private bool fromNetwork;
    private int position;
    private int lockedCodeset;
    private int? nextCodeset;
    private int room;

    private MessageReader(ReadOnlySpan<byte> octets)
    {
        this.octets = octets;
        room = LeastRoom + RoomAnOctet * octets.Length;
        elements = ImmutableArray.CreateBuilder<Element>();
    }

    internal static Q931Decoding Read(ReadOnlySpan<byte> octets, bool fromNetwork)
    {
        var reader = new MessageReader(octets) { fromNetwork = fromNetwork };
        return reader.ReadMessage();
    }

    private Q931Decoding ReadMessage()
    {
        if (octets.Length < 2)
            return Nothing(DecodeFaultReason.EndOfInput, octets.Length, "Q.931 (05/1998) 5.8.2");
        var length = octets[1];
        if (length > CallReference.MaxLength)
            return Nothing(DecodeFaultReason.LengthOutOfRange, 1, "Q.931 (05/1998) 5.8.3.1");
        if (octets.Length < 3 + length)
            return Nothing(DecodeFaultReason.EndOfInput, octets.Length, "Q.931 (05/1998) 5.8.2");
        var reference = ReadReference(length);
        type = (MessageType)octets[position++];
        if (type == 0)
        {
            if (position == octets.Length)
                return Nothing(DecodeFaultReason.EndOfInput, octets.Length, "Q.931 (05/1998) 5.8.2");
            type = MessageType.NationalEscape + octets[position++];
        }

        inQ931 = octets[0] == Q931Message.Q931Discriminator;
        while (position < octets.Length)
            ReadElement();
        if (inQ931)
            FindMissing();
        return new(
            new(reference, type, elements.DrainToImmutable()) { ProtocolDiscriminator = octets[0] },
            null,
            faults?.DrainToImmutable() ?? []);
    }

    private CallReference ReadReference(int length)
    {
        position = 2 + length;
        if (length == 0)
            return CallReference.Dummy;
        var value = 0u;
        foreach (var octet in octets.Slice(2, length))
            value = value << 8 | octet;
        var flag = 0x80u << 8 * (length - 1);
        return new(length, (value & flag) != 0, value & ~flag);
    }

    private void ReadElement()
    {
        var at = position;
        var codeset = nextCodeset ?? lockedCodeset;
        nextCodeset = null;
        var identifier = octets[position++];
        if ((room -= RoomAnElement) < 0)
        {
            Abandon(at, identifier, codeset, DecodeFaultReason.TooLarge, at * 8);
            return;
        }

        if ((identifier & 0x80) != 0)
        {
            ReadSingleOctet(identifier, codeset);
            return;
        }

        if (position == octets.Length || octets[position] > octets.Length - position - 1)
        {
            // The fault stands where the octets give out.
            Abandon(at, identifier, codeset, DecodeFaultReason.EndOfInput, octets.Length * 8);
            return;
        }

        int length = octets[position++];
        var contents = octets.Slice(position, length);
        elements.Add(ReadContents(identifier, codeset, contents));
        position += length;
    }

    /// <summary>The rest cannot be told apart any more, or is too much: it is kept.</summary>
    private void Abandon(int at, byte identifier, int codeset, DecodeFaultReason reason, int bitOffset)
    {
        elements.Add(new TruncatedElement(octets[at..].ToArray()) { Codeset = codeset });
        position = octets.Length;
        Contents(identifier, codeset, reason, bitOffset);
    }

    private void ReadSingleOctet(byte octet, int codeset)
    {
        var identifier = SingleOctetElement.IdentifierOf(octet);
        if (identifier == Shift.Id)
        {
            var shift = Shift.Of(octet);
            elements.Add(shift);
            if (!shift.Locking)
                nextCodeset = shift.ToCodeset;
            else if (shift.ToCodeset > lockedCodeset)
                lockedCodeset = shift.ToCodeset;
            else
                Fault(ElementFaultKind.Unrecognised, octet, codeset, DecodeFaultReason.Malformed, (position - 1) * 8, "Q.931 (05/1998) 4.5.3");
            return;
        }

        elements.Add(codeset == 0 ? Element.DecodeSingle(octet) : new SingleOctetElement(octet) { Codeset = codeset });
        if (inQ931 && codeset == 0 && !ElementPresence.IsKnown(identifier))
            Fault(ElementFaultKind.Unrecognised, octet, codeset, DecodeFaultReason.UnknownAlternative, (position - 1) * 8, "Q.931 (05/1998) 5.8.7.1");
    }

    private Element ReadContents(byte identifier, int codeset, ReadOnlySpan<byte> contents)
    {
        var typed = contents.IsEmpty ? null : Typed(identifier, codeset, contents);
        if (typed is null && !contents.IsEmpty && codeset == 0 && inQ931 && !ElementPresence.IsKnown(identifier))
        {
            var comprehension = (identifier & 0xF0) == 0;
            Fault(
                comprehension ? ElementFaultKind.ComprehensionRequired : ElementFaultKind.Unrecognised,
                identifier, codeset, DecodeFaultReason.UnknownAlternative, (position - 2) * 8, "Q.931 (05/1998) 5.8.7.1");
        }

        return typed ?? new RawElement(identifier, contents.ToArray()) { Codeset = codeset };
    }

    private Element? Typed(byte identifier, int codeset, ReadOnlySpan<byte> contents)
    {
        var reader = new ElementReader(contents, position);
        var element = Element.Decode(identifier, codeset, ref reader);
        if (reader.Faulted)
            Contents(identifier, codeset, reader.Reason.GetValueOrDefault(), reader.FaultBitOffset);
        return element is null || codeset == 0 ? element : element with { Codeset = codeset };
    }

    /// <summary>Clause 5.8.6.1. An element with no contents counts as absent; one in error has been reported as such.</summary>
    private void FindMissing()
    {
        foreach (var identifier in ElementPresence.MandatoryIn(type))
            FindMissing(identifier);
        if (!fromNetwork)
            return;
        foreach (var identifier in ElementPresence.MandatoryFromNetworkIn(type))
            FindMissing(identifier);
    }

    private void FindMissing(byte identifier)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Identifier == identifier && elements[i].Codeset == 0 && elements[i] is not RawElement { Contents.Length: 0 })
                return;
        }

        Fault(ElementFaultKind.MandatoryMissing, identifier, 0, DecodeFaultReason.EndOfInput, octets.Length * 8, "Q.931 (05/1998) 5.8.6.1");
    }

    private void Contents(byte identifier, int codeset, DecodeFaultReason reason, int bitOffset)
    {
        var presence = codeset == 0 && inQ931 ? ElementPresence.Of(type, identifier) : Presence.Optional;
        var mandatory = presence == Presence.Mandatory || presence == Presence.MandatoryFromNetwork && fromNetwork;
        Fault(
            mandatory ? ElementFaultKind.MandatoryContents : ElementFaultKind.OptionalContents,
            identifier, codeset, reason, bitOffset, mandatory ? "Q.931 (05/1998) 5.8.6.2" : "Q.931 (05/1998) 5.8.7.2");
    }

    private void Fault(ElementFaultKind kind, byte identifier, int codeset, DecodeFaultReason reason, int bitOffset, string clause)
    {
        faults ??= ImmutableArray.CreateBuilder<ElementFault>();
        var ignored = kind is ElementFaultKind.Unrecognised or ElementFaultKind.OptionalContents;
        if (faults.Count >= (ignored ? MostFaults : 2 * MostFaults))
            return;
        faults.Add(new(kind, identifier, codeset, new DecodeFault(reason, bitOffset, clause, $"{type}.{identifier:X2}")));
    }

    private static Q931Decoding Nothing(DecodeFaultReason reason, int octet, string clause) =>
        new(null, new DecodeFault(reason, octet * 8, clause, "Q931"), []);
}

using System.Collections.Immutable;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;

namespace Gateway.Codecs.Isdn.Messages;

/// <summary>A layer 3 message of the D-channel, ITU-T Q.931 (05/1998) clause 4 and Q.932 (05/1998) clause 8.</summary>
/// <remarks>
/// <code>
/// octet 1     protocol discriminator: 08, or 03 and 43 for maintenance
/// octet 2..   call reference (length, flag, value)
/// next        message type, bit 8 = 0; 00 = a national type follows
/// rest        information elements
/// </code>
/// </remarks>
/// <param name="Elements">In the order of the wire, shifts included. Use <see cref="Of"/> to have them sorted for sending.</param>
public sealed record Q931Message(CallReference CallReference, MessageType Type, ImmutableArray<Element> Elements)
{
    /// <summary>Q.931 and its family, clause 4.2.</summary>
    public const byte Q931Discriminator = 0x08;

    /// <summary>Octets of the longest message a frame takes (Q.921 N201).</summary>
    public const int MaxOctets = 260;

    public byte ProtocolDiscriminator { get; init; } = Q931Discriminator;

    /// <summary>A message to send: absent elements dropped, the rest in ascending order (clause 4.5.1), equals in the order given,
    /// each element of another codeset behind a non-locking shift of its own.</summary>
    public static Q931Message Of(MessageType type, CallReference reference, params IEnumerable<Element?> elements)
    {
        // Few, and mostly in order already: sorted by insertion, which keeps equals as they are.
        var sorted = ImmutableArray.CreateBuilder<Element>();
        foreach (var element in elements)
        {
            if (element is null or Shift)
                continue;
            var at = sorted.Count;
            while (at > 0 && SendingOrder(sorted[at - 1]) > SendingOrder(element))
                at--;
            sorted.Insert(at, element);
        }

        for (var i = sorted.Count - 1; i >= 0 && sorted[i].Codeset != 0; i--)
            sorted.Insert(i, new Shift(sorted[i].Codeset, Locking: false));
        return new(reference, type, sorted.DrainToImmutable());
    }

    /// <summary>The first such element; a repetition that is not allowed is ignored (clause 5.8.5.2).</summary>
    public TElement? First<TElement>()
        where TElement : Element
    {
        foreach (var element in Elements)
        {
            if (element is TElement found)
                return found;
        }

        return null;
    }

    public IEnumerable<TElement> All<TElement>()
        where TElement : Element => Elements.OfType<TElement>();

    /// <summary>Reads one message. Any octets give an answer: a message, or the reason why there is none.</summary>
    /// <param name="fromNetwork">The direction, which decides about some mandatory elements.</param>
    public static Q931Decoding Decode(ReadOnlySpan<byte> octets, bool fromNetwork = false) => MessageReader.Read(octets, fromNetwork);

    /// <summary>Writes the message. False when it does not fit or an element has more than 255 octets of contents.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        var writer = new ElementWriter(destination);
        writer.Octet(ProtocolDiscriminator);
        writer.Octet((byte)CallReference.Length);
        for (var i = CallReference.Length - 1; i >= 0; i--)
            writer.Octet((byte)(CallReference.Value >> 8 * i | (i == CallReference.Length - 1 && CallReference.Flag ? 0x80u : 0)));
        if (Type >= MessageType.NationalEscape)
            writer.Octet(0);
        writer.Octet((byte)Type);
        foreach (var element in Elements)
            element.Encode(ref writer);
        written = writer.Written;
        return !writer.Overflowed;
    }

    /// <summary>The message as octets of its own; null when it cannot be written.</summary>
    public byte[]? Encode()
    {
        Span<byte> buffer = stackalloc byte[1024];
        if (TryEncode(buffer, out var written))
            return buffer[..written].ToArray();
        var large = new byte[16384];
        return TryEncode(large, out written) ? large[..written] : null;
    }

    private static int SendingOrder(Element element) => element.Codeset << 8 | element.Identifier;
}

/// <summary>What decoding gave: a message with the faults of its elements (clause 5.8.6, 5.8.7), or the fault that left none
/// (5.8.2 too short, 5.8.3.1 call reference in error).</summary>
public readonly record struct Q931Decoding(Q931Message? Message, DecodeFault? Fault, ImmutableArray<ElementFault> ElementFaults);

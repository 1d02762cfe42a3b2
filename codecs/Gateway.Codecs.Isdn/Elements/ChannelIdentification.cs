using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Information channel selection, octet 3 bits 2 and 1. Value 1 means B1 on a basic interface and
/// "as indicated in the following octets" on others; value 2 is B2.</summary>
public enum ChannelSelection : byte
{
    None = 0,
    Indicated = 1,
    B2 = 2,
    Any = 3,
}

/// <summary>Channel type, octet 3.2 bits 4 to 1.</summary>
public enum ChannelType : byte
{
    B = 3,
    H0 = 6,
    H11 = 8,
    H12 = 9,
}

/// <summary>Channel identification, ITU-T Q.931 (05/1998) clause 4.5.13.</summary>
/// <remarks>
/// <code>
/// octet 3    1 | interface id present | 0 basic, 1 other | 0 | 1 exclusive, 0 preferred | D-channel | selection (2)
/// octet 3.1  ext | interface identifier (7)                 when bit 7 of octet 3 says so
/// octet 3.2  1 | coding (2) | 0 number, 1 map | type (4)    other interfaces with selection 01
/// octet 3.3  ext | channel number (7), or the slot map      a map has no ext bit; 3 octets at 1544, 4 at 2048 kbit/s
/// </code>
/// </remarks>
/// <param name="Channels">Octets 3.2 and 3.3 on.</param>
public sealed record ChannelIdentification(
    bool OtherInterface,
    bool Exclusive,
    bool DChannel,
    ChannelSelection Selection,
    byte[]? InterfaceIdentifier,
    ChannelIdentification.Indication? Channels) : Element
{
    public const byte Id = 0x18;

    public override byte Identifier => Id;

    /// <summary>Octets 3.2 and 3.3: one list of numbers or one slot map.</summary>
    /// <param name="Numbers">Channel numbers 0 to 127.</param>
    /// <param name="Map">Most significant octet first; the lowest bit is channel 1 (24 bits) or time slot 0 (32 bits).</param>
    public sealed record Indication(CodingStandard Coding, ChannelType Type, ImmutableArray<byte> Numbers, byte[]? Map);

    /// <summary><c>A9 83 nn</c> exclusive or <c>A1 83 nn</c> preferred.</summary>
    public static ChannelIdentification Primary(int channel, bool exclusive = true) =>
        new(true, exclusive, false, ChannelSelection.Indicated, null, new(CodingStandard.Itu, ChannelType.B, [(byte)channel], null));

    /// <summary><c>89</c>, <c>8A</c> exclusive or <c>81</c>, <c>82</c> preferred: B1 or B2 of a basic interface.</summary>
    public static ChannelIdentification Basic(int channel, bool exclusive = true) =>
        new(false, exclusive, false, channel == 1 ? ChannelSelection.Indicated : ChannelSelection.B2, null, null);

    /// <summary><c>A3</c>: any channel of a primary rate interface.</summary>
    public static ChannelIdentification Any { get; } = new(true, false, false, ChannelSelection.Any, null, null);

    /// <summary><c>AC</c>: no B-channel, the D-channel itself; call-independent signalling.</summary>
    public static ChannelIdentification SignallingOnly { get; } = new(true, true, true, ChannelSelection.None, null, null);

    /// <summary>The one B-channel this element names, by number or by a map with a single bit; null when it names none or several.</summary>
    public int? Channel => this switch
    {
        { OtherInterface: false, Selection: ChannelSelection.Indicated } => 1,
        { OtherInterface: false, Selection: ChannelSelection.B2 } => 2,
        { Channels: { Map: null, Numbers.Length: 1 } one } => one.Numbers[0],
        { Channels.Map: { } map } => OnlyBit(map),
        _ => null,
    };

    internal static ChannelIdentification? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var interfaceIdentifier = (octet3 & 0x40) != 0 ? reader.Group() : null;
        var other = (octet3 & 0x20) != 0;
        var selection = (ChannelSelection)(octet3 & 3);
        var channels = other && selection == ChannelSelection.Indicated && reader.More ? DecodeIndication(ref reader) : null;
        reader.End();
        return reader.Faulted
            ? null
            : new(other, (octet3 & 8) != 0, (octet3 & 4) != 0, selection, interfaceIdentifier, channels);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (InterfaceIdentifier is null ? 0 : 0x40) | (OtherInterface ? 0x20 : 0)
            | (Exclusive ? 8 : 0) | (DChannel ? 4 : 0) | (int)Selection));
        if (InterfaceIdentifier is { } interfaceIdentifier)
            writer.Octets(interfaceIdentifier);
        if (Channels is { } channels)
            EncodeIndication(ref writer, channels);
    }

    private static Indication DecodeIndication(ref ElementReader reader)
    {
        var octet = reader.LastOfGroup();
        var coding = (CodingStandard)(octet >> 5 & 3);
        var type = (ChannelType)(octet & 0x0F);
        if ((octet & 0x10) != 0)
            return new(coding, type, [], reader.Rest());

        // Numbers end at bit 8 = 1, and some peers set that bit in each of a list; whatever is left belongs to the list.
        var first = reader.Octet();
        byte[] numbers = [first, .. reader.Rest()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] &= 0x7F;
        return new(coding, type, ImmutableCollectionsMarshal.AsImmutableArray(numbers), null);
    }

    private static void EncodeIndication(ref ElementWriter writer, Indication channels)
    {
        writer.Octet((byte)(0x80 | (int)channels.Coding << 5 | (channels.Map is null ? 0 : 0x10) | (int)channels.Type));
        if (channels.Map is { } map)
        {
            writer.Octets(map);
            return;
        }

        for (var i = 0; i < channels.Numbers.Length; i++)
            writer.Octet((byte)((i == channels.Numbers.Length - 1 ? 0x80 : 0) | channels.Numbers[i] & 0x7F));
    }

    private static int? OnlyBit(byte[] map)
    {
        var bits = 0UL;
        if (map.Length is not (3 or 4))
            return null;
        foreach (var octet in map)
            bits = bits << 8 | octet;
        if (!ulong.IsPow2(bits))
            return null;
        var bit = System.Numerics.BitOperations.TrailingZeroCount(bits);
        return map.Length == 3 ? bit + 1 : bit;
    }
}

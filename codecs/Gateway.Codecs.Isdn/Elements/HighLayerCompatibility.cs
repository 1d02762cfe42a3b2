namespace Gateway.Codecs.Isdn.Elements;

/// <summary>High layer characteristics identification, octet 4 bits 7 to 1.</summary>
public enum HighLayerCharacteristic : byte
{
    Telephony = 0x01,
    FacsimileGroup3 = 0x04,
    FacsimileGroup4 = 0x21,
    Videotelephony = 0x60,
}

/// <summary>High layer compatibility, ITU-T Q.931 (05/1998) clause 4.5.17.</summary>
/// <remarks>
/// <code>
/// octet 3   1 | coding (2) | interpretation (3) | presentation method (2)
/// octet 4   ext | characteristic (7)
/// octet 4a  1 | extended characteristic (7)
/// </code>
/// </remarks>
/// <param name="Interpretation">4 = first (primary or only) characteristic, the usual one.</param>
/// <param name="Method">1 = high layer protocol profile, the usual one.</param>
public sealed record HighLayerCompatibility(
    HighLayerCharacteristic Characteristic,
    byte? ExtendedCharacteristic = null,
    CodingStandard Coding = CodingStandard.Itu,
    byte Interpretation = 4,
    byte Method = 1) : Element
{
    public const byte Id = 0x7D;

    public override byte Identifier => Id;

    internal static HighLayerCompatibility? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octet4 = reader.Octet();
        byte? extended = (octet4 & 0x80) == 0 ? (byte)(reader.LastOfGroup() & 0x7F) : null;
        reader.End();
        return reader.Faulted
            ? null
            : new((HighLayerCharacteristic)(octet4 & 0x7F), extended, (CodingStandard)(octet3 >> 5 & 3), (byte)(octet3 >> 2 & 7), (byte)(octet3 & 3));
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Coding << 5 | Interpretation << 2 | Method));
        writer.Octet((byte)((ExtendedCharacteristic is null ? 0x80 : 0) | (int)Characteristic));
        if (ExtendedCharacteristic is { } extended)
            writer.Octet((byte)(0x80 | extended));
    }
}

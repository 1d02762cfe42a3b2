namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Feature activation, ITU-T Q.932 (05/1998) clause 8.2: asks for the feature that the service profile gives this number.</summary>
/// <remarks>
/// <code>
/// octet 3   ext | feature identifier number (7)
/// octet 3a  1 | feature identifier number, continued (7)
/// </code>
/// </remarks>
/// <param name="Number">Octets 3 and 3a without their extension bits.</param>
/// <param name="Extended">True when there is an octet 3a.</param>
public sealed record FeatureActivation(int Number, bool Extended = false) : Element
{
    public const byte Id = 0x38;

    public override byte Identifier => Id;

    internal static FeatureActivation? Decode(ref ElementReader reader)
    {
        var (number, extended) = DecodeNumber(ref reader);
        reader.End();
        return reader.Faulted ? null : new(number, extended);
    }

    internal override void EncodeContents(ref ElementWriter writer) => EncodeNumber(ref writer, Number, Extended);

    internal static (int Number, bool Extended) DecodeNumber(ref ElementReader reader)
    {
        int octet3 = reader.Octet();
        return (octet3 & 0x80) != 0 ? (octet3 & 0x7F, false) : (octet3 << 7 | reader.LastOfGroup() & 0x7F, true);
    }

    internal static void EncodeNumber(ref ElementWriter writer, int number, bool extended)
    {
        if (extended)
            writer.Octet((byte)(number >> 7 & 0x7F));
        writer.Octet((byte)(0x80 | number & 0x7F));
    }
}

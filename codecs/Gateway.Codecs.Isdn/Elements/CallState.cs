namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Call state, ITU-T Q.931 (05/1998) clause 4.5.7.</summary>
/// <remarks>
/// <code>
/// octet 3  coding (2) | call state or global interface state (6)
/// </code>
/// </remarks>
public sealed record CallState(byte Value, CodingStandard Coding = CodingStandard.Itu) : Element
{
    public const byte Id = 0x14;

    public override byte Identifier => Id;

    internal static CallState? Decode(ref ElementReader reader)
    {
        var octet3 = reader.Octet();
        reader.End();
        return reader.Faulted ? null : new((byte)(octet3 & 0x3F), (CodingStandard)(octet3 >> 6));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)((int)Coding << 6 | Value & 0x3F));
}

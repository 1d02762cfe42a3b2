namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Reverse charging indication, ITU-T Q.931 (05/1998) clause 4.6.8.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | indication (7): 1 = reverse charging requested
/// </code>
/// </remarks>
public sealed record ReverseChargingIndication(byte Value) : Element
{
    public const byte Id = 0x4A;

    public override byte Identifier => Id;

    public bool Requested => Value == 1;

    internal static ReverseChargingIndication? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((byte)(octet3 & 0x7F));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(0x80 | Value));
}

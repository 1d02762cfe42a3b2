namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Transit counter of QSIG, codeset 4, ECMA-143 4th edition clause 11.3: exchanges that the call has passed.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | 0 0 | count (5)
/// </code>
/// </remarks>
public sealed record TransitCounter : Element
{
    public const byte Id = 0x31;
    public const int OwnCodeset = 4;

    public TransitCounter(byte count)
    {
        Count = count;
        Codeset = OwnCodeset;
    }

    public byte Count { get; init; }

    public override byte Identifier => Id;

    internal static TransitCounter? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((byte)(octet3 & 0x1F));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(0x80 | Count & 0x1F));
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Party category, octet 3 bits 3 to 1.</summary>
public enum PartyCategoryValue : byte
{
    Unknown = 0,
    Extension = 1,
    Operator = 2,
    EmergencyExtension = 3,
}

/// <summary>Party category of QSIG, codeset 5, ECMA-143 4th edition clause 11.3.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | 0 0 0 0 | party category (3)
/// </code>
/// </remarks>
public sealed record PartyCategory : Element
{
    public const byte Id = 0x32;
    public const int OwnCodeset = 5;

    public PartyCategory(PartyCategoryValue value)
    {
        Value = value;
        Codeset = OwnCodeset;
    }

    public PartyCategoryValue Value { get; init; }

    public override byte Identifier => Id;

    internal static PartyCategory? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((PartyCategoryValue)(octet3 & 7));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(0x80 | (int)Value & 7));
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>What is to be restarted, octet 3 bits 3 to 1.</summary>
public enum RestartClass : byte
{
    IndicatedChannels = 0,
    SingleInterface = 6,
    AllInterfaces = 7,
}

/// <summary>Restart indicator, ITU-T Q.931 (05/1998) clause 4.5.25.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | 0 0 0 0 | class (3)
/// </code>
/// Class 0 needs Channel identification beside it.
/// </remarks>
public sealed record RestartIndicator(RestartClass Class) : Element
{
    public const byte Id = 0x79;

    public override byte Identifier => Id;

    internal static RestartIndicator? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((RestartClass)(octet3 & 7));
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(0x80 | (int)Class));
}

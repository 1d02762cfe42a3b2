namespace Gateway.Codecs.Isdn.Elements;

/// <summary>How the repeated elements behind are meant.</summary>
public enum Repetition : byte
{
    /// <summary>Choose one, the first first.</summary>
    PrioritizedList = 2,
}

/// <summary>Repeat indicator, ITU-T Q.931 (05/1998) clause 4.5.24.</summary>
/// <remarks>
/// <code>
/// octet 1  1 1 0 1 | repeat indication (4)
/// </code>
/// </remarks>
public sealed record RepeatIndicator(Repetition Indication) : Element
{
    public const byte Id = 0xD0;

    public override byte Identifier => Id;

    internal override void Encode(ref ElementWriter writer) => writer.Octet((byte)(Id | (int)Indication & 0x0F));

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }
}

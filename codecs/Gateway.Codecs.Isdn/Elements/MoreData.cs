namespace Gateway.Codecs.Isdn.Elements;

/// <summary>More data, ITU-T Q.931 (05/1998) clause 4.5.20: the single octet <c>A0</c>; the block goes on in the next USER INFORMATION.</summary>
public sealed record MoreData : Element
{
    public const byte Id = 0xA0;

    public override byte Identifier => Id;

    internal override void Encode(ref ElementWriter writer) => writer.Octet(Id);

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }
}

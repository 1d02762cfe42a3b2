namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Sending complete, ITU-T Q.931 (05/1998) clause 4.5.27: the single octet <c>A1</c>.</summary>
public sealed record SendingComplete : Element
{
    public const byte Id = 0xA1;

    public override byte Identifier => Id;

    internal override void Encode(ref ElementWriter writer) => writer.Octet(Id);

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Congestion level, ITU-T Q.931 (05/1998) clause 4.5.14.</summary>
/// <remarks>
/// <code>
/// octet 1  1 0 1 1 | level (4): 0 receiver ready, F receiver not ready
/// </code>
/// </remarks>
public sealed record CongestionLevel(byte Level) : Element
{
    public const byte Id = 0xB0;

    public override byte Identifier => Id;

    public bool ReceiverReady => Level == 0;

    internal override void Encode(ref ElementWriter writer) => writer.Octet((byte)(Id | Level & 0x0F));

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }
}

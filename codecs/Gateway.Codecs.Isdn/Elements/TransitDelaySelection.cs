namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Transit delay selection and indication, ITU-T Q.931 (05/1998) clause 4.6.9, in milliseconds.</summary>
/// <remarks>
/// <code>
/// octets 3, 3a, 3b  as the cumulative delay of <see cref="EndToEndTransitDelay"/>
/// </code>
/// </remarks>
public sealed record TransitDelaySelection(int Milliseconds) : Element
{
    public const byte Id = 0x43;

    public override byte Identifier => Id;

    internal static TransitDelaySelection? Decode(ref ElementReader reader)
    {
        var delay = reader.Delay();
        reader.End();
        return reader.Faulted ? null : new(delay);
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Delay(Milliseconds);
}

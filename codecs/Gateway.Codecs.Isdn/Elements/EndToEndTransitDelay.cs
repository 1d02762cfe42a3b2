namespace Gateway.Codecs.Isdn.Elements;

/// <summary>End-to-end transit delay, ITU-T Q.931 (05/1998) clause 4.6.2, in milliseconds.</summary>
/// <remarks>
/// <code>
/// octets 3, 3a, 3b  cumulative delay: 0 | 0 0 0 0 0 | bits 16, 15    0 | bits 14 to 8    1 | bits 7 to 1
/// octets 4, 4a, 4b  requested delay, the same way
/// octets 5, 5a, 5b  maximum delay, the same way
/// </code>
/// </remarks>
public sealed record EndToEndTransitDelay(int CumulativeMilliseconds, int? RequestedMilliseconds = null, int? MaximumMilliseconds = null) : Element
{
    public const byte Id = 0x42;

    public override byte Identifier => Id;

    internal static EndToEndTransitDelay? Decode(ref ElementReader reader)
    {
        var cumulative = reader.Delay();
        int? requested = reader.More ? reader.Delay() : null;
        int? maximum = reader.More ? reader.Delay() : null;
        reader.End();
        return reader.Faulted ? null : new(cumulative, requested, maximum);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Delay(CumulativeMilliseconds);
        if (RequestedMilliseconds is not { } requested)
            return;
        writer.Delay(requested);
        if (MaximumMilliseconds is { } maximum)
            writer.Delay(maximum);
    }
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Date/time, ITU-T Q.931 (05/1998) clause 4.5.15: local time of the network, binary.</summary>
/// <remarks>
/// <code>
/// octets 3 to 5  year (last two digits), month, day
/// octets 6 to 8  hour, minute, second; each may be absent with all behind it
/// </code>
/// </remarks>
public sealed record DateTimeElement(byte Year, byte Month, byte Day, byte? Hour = null, byte? Minute = null, byte? Second = null) : Element
{
    public const byte Id = 0x29;

    public override byte Identifier => Id;

    internal static DateTimeElement? Decode(ref ElementReader reader)
    {
        var (year, month, day) = (reader.Octet(), reader.Octet(), reader.Octet());
        byte? hour = reader.More ? reader.Octet() : null;
        byte? minute = reader.More ? reader.Octet() : null;
        byte? second = reader.More ? reader.Octet() : null;
        reader.End();
        return reader.Faulted ? null : new(year, month, day, hour, minute, second);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet(Year);
        writer.Octet(Month);
        writer.Octet(Day);
        if (Hour is not { } hour)
            return;
        writer.Octet(hour);
        if (Minute is not { } minute)
            return;
        writer.Octet(minute);
        if (Second is { } second)
            writer.Octet(second);
    }
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Writes into the caller's span. Running out of room sticks: nothing more is written, <see cref="Overflowed"/> tells.</summary>
internal ref struct ElementWriter(Span<byte> destination)
{
    private readonly Span<byte> destination = destination;

    internal int Written { get; private set; }

    internal bool Overflowed { get; private set; }

    internal void Octet(byte octet)
    {
        if (Room(1))
            destination[Written++] = octet;
    }

    internal void Octets(ReadOnlySpan<byte> octets)
    {
        if (!Room(octets.Length))
            return;
        octets.CopyTo(destination[Written..]);
        Written += octets.Length;
    }

    /// <summary>ISO 8859-1 text, of which IA5 is the lower half; characters beyond become <c>?</c>.</summary>
    internal void Text(string text)
    {
        if (!Room(text.Length))
            return;
        System.Text.Encoding.Latin1.GetBytes(text, destination[Written..]);
        Written += text.Length;
    }

    /// <summary>Sixteen bits in three octets of one group: 2, 7 and 7.</summary>
    internal void Delay(int value)
    {
        Octet((byte)(value >> 14 & 3));
        Octet((byte)(value >> 7 & 0x7F));
        Octet((byte)(0x80 | value & 0x7F));
    }

    /// <summary>Leaves room for a length octet and says where.</summary>
    internal int Reserve()
    {
        var at = Written;
        Octet(0);
        return at;
    }

    /// <summary>Fills the length octet left by <see cref="Reserve"/>; more than 255 octets of contents are an overflow.</summary>
    internal void Length(int at)
    {
        var length = Written - at - 1;
        if (length > 255)
            Overflowed = true;
        if (!Overflowed)
            destination[at] = (byte)length;
    }

    private bool Room(int octets)
    {
        Overflowed |= octets > destination.Length - Written;
        return !Overflowed;
    }
}

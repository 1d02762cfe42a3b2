namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Shift, ITU-T Q.931 (05/1998) clauses 4.5.3 (locking) and 4.5.4 (non-locking).</summary>
/// <remarks>
/// <code>
/// octet 1  1 0 0 1 | 0 = locking, 1 = non-locking | codeset (3 bits)
/// </code>
/// A locking shift holds to the end of the message and only goes up; a non-locking one holds for the next element.
/// </remarks>
public sealed record Shift(int ToCodeset, bool Locking) : Element
{
    public const byte Id = 0x90;

    public override byte Identifier => Id;

    internal override void Encode(ref ElementWriter writer) =>
        writer.Octet((byte)(Id | (Locking ? 0 : 8) | (ToCodeset & 7)));

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }

    internal static Shift Of(byte octet) => new(octet & 7, (octet & 8) == 0);
}

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Data link connection identifier, RFC 4233 clause 3.2.3: the address of a LAPD frame.</summary>
/// <remarks>
/// <code>
/// octet 1       SAPI (6) | spare | 0
/// octet 2       TEI (7) | 1
/// octets 3, 4   spare, 0
/// </code>
/// </remarks>
/// <param name="Sapi">0 call control, 16 packets, 63 management.</param>
/// <param name="Tei">0 to 127; 0 on a primary rate interface.</param>
/// <param name="Spare">Bit 2 of octet 1, the place of C/R.</param>
public sealed record Dlci(byte Sapi, byte Tei, bool Spare = false) : IuaParameter
{
    public const ushort Id = 0x0005;

    public override ushort Tag => Id;

    internal override int ValueOctets => 4;

    internal static Dlci? Decode(ReadOnlySpan<byte> value) =>
        value.Length == 4 && (value[0] & 1) == 0 && (value[1] & 1) == 1 ? new((byte)(value[0] >> 2), (byte)(value[1] >> 1), (value[0] & 2) != 0) : null;

    internal override void EncodeValue(Span<byte> value)
    {
        value[0] = (byte)(Sapi << 2 | (Spare ? 2 : 0));
        value[1] = (byte)(Tei << 1 | 1);
        value[2..].Clear();
    }
}

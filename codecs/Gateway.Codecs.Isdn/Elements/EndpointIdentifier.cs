namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Endpoint identifier, ITU-T Q.932 (05/1998) clause 8.2: which terminals a service profile is meant for.</summary>
/// <remarks>
/// <code>
/// octet 3  user service identifier (8)
/// octet 4  1 | interpreter | terminal identifier (6)
/// </code>
/// </remarks>
/// <param name="Usid">User service identifier, the whole octet.</param>
/// <param name="Interpreter">False: the terminals with this identifier and those without one; true: all others.</param>
/// <param name="Tid">Terminal identifier, 0 to 63; 63 = any.</param>
public sealed record EndpointIdentifier(byte Usid, bool Interpreter, byte Tid) : Element
{
    public const byte Id = 0x26;

    public override byte Identifier => Id;

    internal static EndpointIdentifier? Decode(ref ElementReader reader)
    {
        var usid = reader.Octet();
        var octet4 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new(usid, (octet4 & 0x40) != 0, (byte)(octet4 & 0x3F));
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet(Usid);
        writer.Octet((byte)(0x80 | (Interpreter ? 0x40 : 0) | Tid & 0x3F));
    }
}

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Type of information, octet 3 bits 6 to 1.</summary>
public enum RequestedInformation : byte
{
    Undefined = 0,
    AuthorizationCode = 1,
    AddressDigits = 2,
    TerminalIdentification = 3,
}

/// <summary>Information request, ITU-T Q.932 (05/1998) clause 8.2: the network asks for more, or has what it asked for.</summary>
/// <remarks>
/// <code>
/// octet 3   1 | 1 = prompt, 0 = completed | type of information (6)
/// octet 4.. kept as they stand
/// </code>
/// </remarks>
public sealed record InformationRequest(bool Prompt, RequestedInformation Type, byte[] Rest) : Element
{
    public const byte Id = 0x32;

    public override byte Identifier => Id;

    internal static InformationRequest? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var rest = reader.Rest();
        return reader.Faulted ? null : new((octet3 & 0x40) != 0, (RequestedInformation)(octet3 & 0x3F), rest);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (Prompt ? 0x40 : 0) | (int)Type));
        writer.Octets(Rest);
    }
}

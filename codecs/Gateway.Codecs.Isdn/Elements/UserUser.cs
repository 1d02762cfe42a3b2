namespace Gateway.Codecs.Isdn.Elements;

/// <summary>User-user, ITU-T Q.931 (05/1998) clause 4.5.30.</summary>
/// <remarks>
/// <code>
/// octet 3   protocol discriminator: 00 user specific, 04 IA5 characters, 05 X.208/X.209
/// octet 4.. user information, up to 32 or 128 octets
/// </code>
/// H.225.0 gives the same identifier a two-octet length; that one lives in the H.323 codec.
/// </remarks>
public sealed record UserUser(byte ProtocolDiscriminator, byte[] Information) : Element
{
    public const byte Id = 0x7E;

    public override byte Identifier => Id;

    internal static UserUser? Decode(ref ElementReader reader)
    {
        var discriminator = reader.Octet();
        var information = reader.Rest();
        return reader.Faulted ? null : new(discriminator, information);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet(ProtocolDiscriminator);
        writer.Octets(Information);
    }
}

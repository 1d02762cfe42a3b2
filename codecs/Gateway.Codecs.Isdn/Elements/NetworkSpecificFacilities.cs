namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Network specific facilities, ITU-T Q.931 (05/1998) clause 4.5.21. May occur several times.</summary>
/// <remarks>
/// <code>
/// octet 3     length of the network identification, 0 = none: the network at the other end
/// octet 3.1.. network identification
/// octet 4..   facility, coded as that network says; North America: E0 + service or feature
/// </code>
/// </remarks>
public sealed record NetworkSpecificFacilities(NetworkIdentification? Network, byte[] Facility) : Element
{
    public const byte Id = 0x20;

    public override byte Identifier => Id;

    internal static NetworkSpecificFacilities? Decode(ref ElementReader reader)
    {
        var length = reader.Octet();
        NetworkIdentification? network = length == 0 ? null : NetworkIdentification.Decode(ref reader, length - 1);
        var facility = reader.Rest();
        return reader.Faulted ? null : new(network, facility);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(Network is { } named ? 1 + named.Network.Length : 0));
        Network?.Encode(ref writer);
        writer.Octets(Facility);
    }
}

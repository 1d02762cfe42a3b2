namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Transit network selection, ITU-T Q.931 (05/1998) clause 4.5.29: a network identification from octet 3 on. May occur several times.</summary>
public sealed record TransitNetworkSelection(NetworkIdentification Network) : Element
{
    public const byte Id = 0x78;

    public override byte Identifier => Id;

    internal static TransitNetworkSelection? Decode(ref ElementReader reader)
    {
        var network = NetworkIdentification.Decode(ref reader, reader.Remaining - 1);
        return reader.Faulted ? null : new(network);
    }

    internal override void EncodeContents(ref ElementWriter writer) => Network.Encode(ref writer);
}

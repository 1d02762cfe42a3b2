namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Fast select, bits 5 and 4.</summary>
public enum FastSelect : byte
{
    NotRequested = 0,
    NotRequestedEither = 1,
    Requested = 2,
    RequestedWithRestrictedResponse = 3,
}

/// <summary>Packet layer binary parameters, ITU-T Q.931 (05/1998) clause 4.6.4.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | 0 0 | fast select (2) | expedited data | delivery confirmation | modulus: 0 = 8, 1 = 128
/// </code>
/// </remarks>
/// <param name="ExpeditedData">True when requested.</param>
/// <param name="EndToEndConfirmation">False: delivery is confirmed link by link.</param>
public sealed record PacketLayerBinaryParameters(FastSelect FastSelect, bool ExpeditedData, bool EndToEndConfirmation, bool Modulo128) : Element
{
    public const byte Id = 0x44;

    public override byte Identifier => Id;

    internal static PacketLayerBinaryParameters? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        reader.End();
        return reader.Faulted ? null : new((FastSelect)(octet3 >> 3 & 3), (octet3 & 4) != 0, (octet3 & 2) != 0, (octet3 & 1) != 0);
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)(
        0x80 | (int)FastSelect << 3 | (ExpeditedData ? 4 : 0) | (EndToEndConfirmation ? 2 : 0) | (Modulo128 ? 1 : 0)));
}

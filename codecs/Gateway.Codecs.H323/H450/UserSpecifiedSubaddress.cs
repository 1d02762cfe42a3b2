using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// UserSpecifiedSubaddress (H.450.1 (02/1998) 9, Addressing-Data-Elements): not recommended by the standard, but sent.
/// </summary>
public sealed record UserSpecifiedSubaddress : IPerType<UserSpecifiedSubaddress>
{
    public required byte[] SubaddressInformation { get; init; }
    /// <summary>True when BCD digits leave the last half octet unused.</summary>
    public bool? OddCountIndicator { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static UserSpecifiedSubaddress Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UserSpecifiedSubaddress", optionals: 1);
        return new UserSpecifiedSubaddress
        {
            SubaddressInformation = reader.OctetString(1, 20),
            OddCountIndicator = sequence.Optional() ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.OctetString(SubaddressInformation, 1, 20);
        if (sequence.Optional(ref writer, OddCountIndicator))
            writer.Boolean(OddCountIndicator.Value);
        sequence.End(ref writer);
    }
}

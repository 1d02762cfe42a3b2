using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>SubaddressTransferArg (H.450.2 (02/1998) 9).</summary>
public sealed record SubaddressTransferArg : IPerType<SubaddressTransferArg>
{
    public required PartySubaddress RedirectionSubaddress { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static SubaddressTransferArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("SubaddressTransferArg", optionals: 1);
        return new SubaddressTransferArg
        {
            RedirectionSubaddress = PartySubaddress.Decode(ref reader),
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        RedirectionSubaddress.Encode(ref writer);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

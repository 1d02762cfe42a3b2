using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CTUpdateArg (H.450.2 (02/1998) 9). Here redirectionInfo comes before basicCallInfoElements.</summary>
public sealed record CTUpdateArg : IPerType<CTUpdateArg>
{
    public required EndpointAddress RedirectionNumber { get; init; }
    public string? RedirectionInfo { get; init; }
    /// <summary>Complete Q.931 information elements (H225InformationElement).</summary>
    public byte[]? BasicCallInfoElements { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static CTUpdateArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTUpdateArg", optionals: 3);
        return new CTUpdateArg
        {
            RedirectionNumber = EndpointAddress.Decode(ref reader),
            RedirectionInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            BasicCallInfoElements = sequence.Optional() ? reader.OctetString() : null,
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        RedirectionNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, RedirectionInfo))
            writer.String(RedirectionInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, BasicCallInfoElements))
            writer.OctetString(BasicCallInfoElements);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

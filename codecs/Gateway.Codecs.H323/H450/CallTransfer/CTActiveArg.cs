using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CTActiveArg (H.450.2 (02/1998) 9): the new call was answered.</summary>
public sealed record CTActiveArg : IPerType<CTActiveArg>
{
    public required EndpointAddress ConnectedAddress { get; init; }
    /// <summary>Complete Q.931 information elements (H225InformationElement).</summary>
    public byte[]? BasicCallInfoElements { get; init; }
    public string? ConnectedInfo { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static CTActiveArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTActiveArg", optionals: 3);
        return new CTActiveArg
        {
            ConnectedAddress = EndpointAddress.Decode(ref reader),
            BasicCallInfoElements = sequence.Optional() ? reader.OctetString() : null,
            ConnectedInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        ConnectedAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, BasicCallInfoElements))
            writer.OctetString(BasicCallInfoElements);
        if (sequence.Optional(ref writer, ConnectedInfo))
            writer.String(ConnectedInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

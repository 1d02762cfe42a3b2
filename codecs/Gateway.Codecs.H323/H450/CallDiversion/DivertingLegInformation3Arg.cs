using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of divertingLegInformation3 (H.450.3 (02/1998) 9), from the diverted-to endpoint.</summary>
public sealed record DivertingLegInformation3Arg : IPerType<DivertingLegInformation3Arg>
{
    public required bool PresentationAllowedIndicator { get; init; }
    public EndpointAddress? RedirectionNr { get; init; }
    public string? RedirectionInfo { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static DivertingLegInformation3Arg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DivertingLegInformation3Arg", optionals: 3);
        return new DivertingLegInformation3Arg
        {
            PresentationAllowedIndicator = reader.Boolean(),
            RedirectionNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            RedirectionInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.Boolean(PresentationAllowedIndicator);
        if (sequence.Optional(ref writer, RedirectionNr))
            RedirectionNr.Encode(ref writer);
        if (sequence.Optional(ref writer, RedirectionInfo))
            writer.String(RedirectionInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of divertingLegInformation2 (H.450.3 (02/1998) 9), towards the diverted-to endpoint.</summary>
public sealed record DivertingLegInformation2Arg : IPerType<DivertingLegInformation2Arg>
{
    public required int DiversionCounter { get; init; }
    public required DiversionReason DiversionReason { get; init; }
    public DiversionReason? OriginalDiversionReason { get; init; }
    public EndpointAddress? DivertingNr { get; init; }
    public EndpointAddress? OriginalCalledNr { get; init; }
    public string? RedirectingInfo { get; init; }
    public string? OriginalCalledInfo { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static DivertingLegInformation2Arg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DivertingLegInformation2Arg", optionals: 6);
        return new DivertingLegInformation2Arg
        {
            DiversionCounter = reader.Integer(1, 15),
            DiversionReason = (DiversionReason)reader.Enumerated(root: 4),
            OriginalDiversionReason = sequence.Optional() ? (DiversionReason)reader.Enumerated(root: 4) : null,
            DivertingNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            OriginalCalledNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            RedirectingInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            OriginalCalledInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        writer.Integer(DiversionCounter, 1, 15);
        writer.Enumerated((int)DiversionReason, root: 4);
        if (sequence.Optional(ref writer, OriginalDiversionReason))
            writer.Enumerated((int)OriginalDiversionReason.Value, root: 4);
        if (sequence.Optional(ref writer, DivertingNr))
            DivertingNr.Encode(ref writer);
        if (sequence.Optional(ref writer, OriginalCalledNr))
            OriginalCalledNr.Encode(ref writer);
        if (sequence.Optional(ref writer, RedirectingInfo))
            writer.String(RedirectingInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, OriginalCalledInfo))
            writer.String(OriginalCalledInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

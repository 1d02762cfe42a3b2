using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of divertingLegInformation1 (H.450.3 (02/1998) 9), towards the originating endpoint.</summary>
public sealed record DivertingLegInformation1Arg : IPerType<DivertingLegInformation1Arg>
{
    public required DiversionReason DiversionReason { get; init; }
    public required SubscriptionOption SubscriptionOption { get; init; }
    public required EndpointAddress NominatedNr { get; init; }
    public string? NominatedInfo { get; init; }
    public EndpointAddress? RedirectingNr { get; init; }
    public string? RedirectingInfo { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static DivertingLegInformation1Arg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DivertingLegInformation1Arg", optionals: 4);
        return new DivertingLegInformation1Arg
        {
            DiversionReason = (DiversionReason)reader.Enumerated(root: 4),
            SubscriptionOption = (SubscriptionOption)reader.Enumerated(root: 3),
            NominatedNr = EndpointAddress.Decode(ref reader),
            NominatedInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            RedirectingNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            RedirectingInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 4, tail: Extensions);
        writer.Enumerated((int)DiversionReason, root: 4);
        writer.Enumerated((int)SubscriptionOption, root: 3);
        NominatedNr.Encode(ref writer);
        if (sequence.Optional(ref writer, NominatedInfo))
            writer.String(NominatedInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, RedirectingNr))
            RedirectingNr.Encode(ref writer);
        if (sequence.Optional(ref writer, RedirectingInfo))
            writer.String(RedirectingInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

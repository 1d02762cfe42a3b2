using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallDiversion;

/// <summary>Argument of divertingLegInformation4 (H.450.3 (02/1998) 9), from a gatekeeper to the forwarding endpoint.</summary>
public sealed record DivertingLegInformation4Arg : IPerType<DivertingLegInformation4Arg>
{
    public required DiversionReason DiversionReason { get; init; }
    public required SubscriptionOption SubscriptionOption { get; init; }
    public required EndpointAddress CallingNr { get; init; }
    public string? CallingInfo { get; init; }
    public required EndpointAddress NominatedNr { get; init; }
    public string? NominatedInfo { get; init; }
    public ArgumentExtension? Extension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static DivertingLegInformation4Arg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DivertingLegInformation4Arg", optionals: 3);
        return new DivertingLegInformation4Arg
        {
            DiversionReason = (DiversionReason)reader.Enumerated(root: 4),
            SubscriptionOption = (SubscriptionOption)reader.Enumerated(root: 3),
            CallingNr = EndpointAddress.Decode(ref reader),
            CallingInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            NominatedNr = EndpointAddress.Decode(ref reader),
            NominatedInfo = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Extension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.Enumerated((int)DiversionReason, root: 4);
        writer.Enumerated((int)SubscriptionOption, root: 3);
        CallingNr.Encode(ref writer);
        if (sequence.Optional(ref writer, CallingInfo))
            writer.String(CallingInfo, PerAlphabet.Bmp, 1, 128);
        NominatedNr.Encode(ref writer);
        if (sequence.Optional(ref writer, NominatedInfo))
            writer.String(NominatedInfo, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Extension))
            Extension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

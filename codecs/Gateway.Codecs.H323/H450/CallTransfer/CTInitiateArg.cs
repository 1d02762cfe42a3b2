using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CTInitiateArg (H.450.2 (02/1998) 9): asks the transferred endpoint to call <see cref="ReroutingNumber"/>.</summary>
public sealed record CTInitiateArg : IPerType<CTInitiateArg>
{
    /// <summary>Up to four digits and spaces as received; use <see cref="SecondaryCall"/> to look a call up.</summary>
    public required string CallIdentity { get; init; }
    public required EndpointAddress ReroutingNumber { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    /// <summary>The secondary call named, or null: none, or one space as some stacks write none.</summary>
    public string? SecondaryCall => string.IsNullOrWhiteSpace(CallIdentity) ? null : CallIdentity;

    public static CTInitiateArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTInitiateArg", optionals: 1);
        return new CTInitiateArg
        {
            CallIdentity = reader.String(PerAlphabet.Numeric, 0, 4),
            ReroutingNumber = EndpointAddress.Decode(ref reader),
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.String(CallIdentity, PerAlphabet.Numeric, 0, 4);
        ReroutingNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

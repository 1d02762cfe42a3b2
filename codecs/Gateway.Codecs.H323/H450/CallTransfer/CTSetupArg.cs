using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>CTSetupArg (H.450.2 (02/1998) 9): goes with the SETUP from the transferred to the transferred-to endpoint.</summary>
public sealed record CTSetupArg : IPerType<CTSetupArg>
{
    /// <summary>Up to four digits and spaces as received; use <see cref="SecondaryCall"/> to look a call up.</summary>
    public required string CallIdentity { get; init; }
    public EndpointAddress? TransferringNumber { get; init; }
    public ArgumentExtension? ArgumentExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    /// <summary>The secondary call named, or null: none, or one space as some stacks write none.</summary>
    public string? SecondaryCall => string.IsNullOrWhiteSpace(CallIdentity) ? null : CallIdentity;

    public static CTSetupArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTSetupArg", optionals: 2);
        return new CTSetupArg
        {
            CallIdentity = reader.String(PerAlphabet.Numeric, 0, 4),
            TransferringNumber = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            ArgumentExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.String(CallIdentity, PerAlphabet.Numeric, 0, 4);
        if (sequence.Optional(ref writer, TransferringNumber))
            TransferringNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, ArgumentExtension))
            ArgumentExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

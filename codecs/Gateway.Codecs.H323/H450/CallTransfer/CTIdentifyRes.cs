using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallTransfer;

/// <summary>
/// CTIdentifyRes (H.450.2 (02/1998) 9): the identity the transferred-to endpoint gave the secondary call, and where to reach it.
/// </summary>
public sealed record CTIdentifyRes : IPerType<CTIdentifyRes>
{
    /// <summary>Up to four digits and spaces as received; use <see cref="SecondaryCall"/> to look a call up.</summary>
    public required string CallIdentity { get; init; }
    public required EndpointAddress ReroutingNumber { get; init; }
    public ArgumentExtension? ResultExtension { get; init; }
    public ExtensionTail? Extensions { get; init; }

    /// <summary>The secondary call named, or null: none, or one space as some stacks write none.</summary>
    public string? SecondaryCall => string.IsNullOrWhiteSpace(CallIdentity) ? null : CallIdentity;

    public static CTIdentifyRes Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CTIdentifyRes", optionals: 1);
        return new CTIdentifyRes
        {
            CallIdentity = reader.String(PerAlphabet.Numeric, 0, 4),
            ReroutingNumber = EndpointAddress.Decode(ref reader),
            ResultExtension = sequence.Optional() ? ArgumentExtension.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.String(CallIdentity, PerAlphabet.Numeric, 0, 4);
        ReroutingNumber.Encode(ref writer);
        if (sequence.Optional(ref writer, ResultExtension))
            ResultExtension.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ExtendedAliasAddress: an alias with its presentation and screening (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record ExtendedAliasAddress : IPerType<ExtendedAliasAddress>
{
    public required AliasAddress Address { get; init; }
    public PresentationIndicator? PresentationIndicator { get; init; }
    public ScreeningIndicator? ScreeningIndicator { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ExtendedAliasAddress Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ExtendedAliasAddress", optionals: 2);
        return new ExtendedAliasAddress
        {
            Address = AliasAddress.Decode(ref reader),
            PresentationIndicator = sequence.Optional()
                ? (PresentationIndicator)NullChoice.Decode(ref reader, "PresentationIndicator", root: 3)
                : null,
            ScreeningIndicator = sequence.Optional() ? (ScreeningIndicator)reader.Enumerated(root: 4) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        Address.Encode(ref writer);
        if (sequence.Optional(ref writer, PresentationIndicator)) NullChoice.Encode(ref writer, (int)PresentationIndicator.Value, root: 3);
        if (sequence.Optional(ref writer, ScreeningIndicator)) writer.Enumerated((int)ScreeningIndicator.Value, root: 4);
        sequence.End(ref writer);
    }
}

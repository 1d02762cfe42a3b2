using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.NameIdentification;

/// <summary>Argument of callingName, alertingName, connectedName and busyName (H.450.8 (02/2000) 9).</summary>
public sealed record NameArg : IPerType<NameArg>
{
    public required Name Name { get; init; }
    public IReadOnlyList<MixedExtension>? ExtensionArg { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static NameArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NameArg", optionals: 1);
        return new NameArg
        {
            Name = Name.Decode(ref reader),
            ExtensionArg = sequence.Optional() ? reader.SequenceOf<MixedExtension>(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        Name.Encode(ref writer);
        if (sequence.Optional(ref writer, ExtensionArg))
            writer.SequenceOf(ExtensionArg, 0, 255);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.CallHold;

/// <summary>Argument of holdNotific (H.450.4 (05/1999) 9).</summary>
public sealed record HoldNotificArg : IPerType<HoldNotificArg>
{
    public IReadOnlyList<MixedExtension>? ExtensionArg { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static HoldNotificArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("HoldNotificArg", optionals: 1);
        return new HoldNotificArg
        {
            ExtensionArg = sequence.Optional() ? reader.SequenceOf<MixedExtension>(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, ExtensionArg))
            writer.SequenceOf(ExtensionArg, 0, 255);
        sequence.End(ref writer);
    }
}

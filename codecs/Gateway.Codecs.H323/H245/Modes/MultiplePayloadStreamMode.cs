using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplePayloadStreamMode : IPerType<MultiplePayloadStreamMode>
{
    public required IReadOnlyList<MultiplePayloadStreamElementMode> Elements { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplePayloadStreamMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplePayloadStreamMode");
        return new MultiplePayloadStreamMode
        {
            Elements = reader.SequenceOf<MultiplePayloadStreamElementMode>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(Elements);
        sequence.End(ref writer);
    }
}

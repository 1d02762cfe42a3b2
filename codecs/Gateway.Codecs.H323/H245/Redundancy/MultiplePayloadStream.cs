using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplePayloadStream : IPerType<MultiplePayloadStream>
{
    public required IReadOnlyList<MultiplePayloadStreamElement> Elements { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplePayloadStream Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplePayloadStream");
        return new MultiplePayloadStream
        {
            Elements = reader.SequenceOf<MultiplePayloadStreamElement>(),
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

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplePayloadStreamCapability : IPerType<MultiplePayloadStreamCapability>
{
    public required IReadOnlyList<IReadOnlyList<int>> Capabilities { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplePayloadStreamCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplePayloadStreamCapability");
        return new MultiplePayloadStreamCapability
        {
            Capabilities = reader.SequenceOf(static (ref PerReader inner) => inner.SequenceOf(static (ref PerReader innermost) => innermost.Integer(1, 65535), 1, 256), 1, 256),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(Capabilities, static (ref PerWriter inner, IReadOnlyList<int> element) => inner.SequenceOf(element, static (ref PerWriter innermost, int part) => innermost.Integer(part, 1, 65535), 1, 256), 1, 256);
        sequence.End(ref writer);
    }
}

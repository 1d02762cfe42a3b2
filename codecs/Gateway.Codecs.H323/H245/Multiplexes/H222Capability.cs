using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H222Capability : IPerType<H222Capability>
{
    public required int NumberOfVCs { get; init; }

    public required IReadOnlyList<VCCapability> VcCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H222Capability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H222Capability");
        return new H222Capability
        {
            NumberOfVCs = reader.Integer(1, 256),
            VcCapability = reader.SequenceOf<VCCapability>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(NumberOfVCs, 1, 256);
        writer.SequenceOf(VcCapability);
        sequence.End(ref writer);
    }
}

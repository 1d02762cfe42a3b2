using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RTPH263VideoRedundancyFrameMapping : IPerType<RTPH263VideoRedundancyFrameMapping>
{
    public required int ThreadNumber { get; init; }

    public required IReadOnlyList<int> FrameSequence { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RTPH263VideoRedundancyFrameMapping Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RTPH263VideoRedundancyFrameMapping");
        return new RTPH263VideoRedundancyFrameMapping
        {
            ThreadNumber = reader.Integer(0, 15),
            FrameSequence = reader.SequenceOf(static (ref PerReader inner) => inner.Integer(0, 255), 1, 256),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ThreadNumber, 0, 15);
        writer.SequenceOf(FrameSequence, static (ref PerWriter inner, int element) => inner.Integer(element, 0, 255), 1, 256);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MobileMultilinkReconfigurationIndication : IPerType<MobileMultilinkReconfigurationIndication>
{
    public required int SampleSize { get; init; }

    public required int SamplesPerFrame { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MobileMultilinkReconfigurationIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MobileMultilinkReconfigurationIndication");
        return new MobileMultilinkReconfigurationIndication
        {
            SampleSize = reader.Integer(1, 255),
            SamplesPerFrame = reader.Integer(1, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SampleSize, 1, 255);
        writer.Integer(SamplesPerFrame, 1, 255);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TransparencyParameters : IPerType<TransparencyParameters>
{
    public required int PresentationOrder { get; init; }

    public required int OffsetX { get; init; }

    public required int OffsetY { get; init; }

    public required int ScaleX { get; init; }

    public required int ScaleY { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TransparencyParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TransparencyParameters");
        return new TransparencyParameters
        {
            PresentationOrder = reader.Integer(1, 256),
            OffsetX = reader.Integer(-262144, 262143),
            OffsetY = reader.Integer(-262144, 262143),
            ScaleX = reader.Integer(1, 255),
            ScaleY = reader.Integer(1, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(PresentationOrder, 1, 256);
        writer.Integer(OffsetX, -262144, 262143);
        writer.Integer(OffsetY, -262144, 262143);
        writer.Integer(ScaleX, 1, 255);
        writer.Integer(ScaleY, 1, 255);
        sequence.End(ref writer);
    }
}

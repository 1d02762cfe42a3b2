using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H2250MaximumSkewIndication : IPerType<H2250MaximumSkewIndication>
{
    public required int LogicalChannelNumber1 { get; init; }

    public required int LogicalChannelNumber2 { get; init; }

    /// <summary>In milliseconds.</summary>
    public required int MaximumSkew { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H2250MaximumSkewIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H2250MaximumSkewIndication");
        return new H2250MaximumSkewIndication
        {
            LogicalChannelNumber1 = reader.Integer(1, 65535),
            LogicalChannelNumber2 = reader.Integer(1, 65535),
            MaximumSkew = reader.Integer(0, 4095),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(LogicalChannelNumber1, 1, 65535);
        writer.Integer(LogicalChannelNumber2, 1, 65535);
        writer.Integer(MaximumSkew, 0, 4095);
        sequence.End(ref writer);
    }
}

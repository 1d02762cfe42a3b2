using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223SkewIndication : IPerType<H223SkewIndication>
{
    public required int LogicalChannelNumber1 { get; init; }

    public required int LogicalChannelNumber2 { get; init; }

    /// <summary>In milliseconds.</summary>
    public required int Skew { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223SkewIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223SkewIndication");
        return new H223SkewIndication
        {
            LogicalChannelNumber1 = reader.Integer(1, 65535),
            LogicalChannelNumber2 = reader.Integer(1, 65535),
            Skew = reader.Integer(0, 4095),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(LogicalChannelNumber1, 1, 65535);
        writer.Integer(LogicalChannelNumber2, 1, 65535);
        writer.Integer(Skew, 0, 4095);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record JitterIndication : IPerType<JitterIndication>
{
    public required JitterIndicationScope Scope { get; init; }

    public required int EstimatedReceivedJitterMantissa { get; init; }

    public required int EstimatedReceivedJitterExponent { get; init; }

    public int? SkippedFrameCount { get; init; }

    public int? AdditionalDecoderBuffer { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static JitterIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("JitterIndication", optionals: 2);
        return new JitterIndication
        {
            Scope = JitterIndicationScope.Decode(ref reader),
            EstimatedReceivedJitterMantissa = reader.Integer(0, 3),
            EstimatedReceivedJitterExponent = reader.Integer(0, 7),
            SkippedFrameCount = sequence.Optional() ? reader.Integer(0, 15) : null,
            AdditionalDecoderBuffer = sequence.Optional() ? reader.Integer(0, 262143) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        Scope.Encode(ref writer);
        writer.Integer(EstimatedReceivedJitterMantissa, 0, 3);
        writer.Integer(EstimatedReceivedJitterExponent, 0, 7);
        if (sequence.Optional(ref writer, SkippedFrameCount))
            writer.Integer(SkippedFrameCount.Value, 0, 15);
        if (sequence.Optional(ref writer, AdditionalDecoderBuffer))
            writer.Integer(AdditionalDecoderBuffer.Value, 0, 262143);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, JitterIndication).</summary>
public abstract record JitterIndicationScope : IPerType<JitterIndicationScope>
{
    private JitterIndicationScope() { }

    public sealed record LogicalChannelNumber(int Value) : JitterIndicationScope;

    public sealed record ResourceID(int Value) : JitterIndicationScope;

    public sealed record WholeMultiplex : JitterIndicationScope;

    public static JitterIndicationScope Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("JitterIndicationScope", root: 3);
        JitterIndicationScope value = choice.Index switch
        {
            0 => new LogicalChannelNumber(reader.Integer(1, 65535)),
            1 => new ResourceID(reader.Integer(0, 65535)),
            _ => new WholeMultiplex(),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case LogicalChannelNumber alternative:
                writer.PlainChoice(0, 3);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case ResourceID alternative:
                writer.PlainChoice(1, 3);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case WholeMultiplex:
                writer.PlainChoice(2, 3);
                break;
        }
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexElement : IPerType<MultiplexElement>
{
    public required MultiplexElementType Type { get; init; }

    public required MultiplexElementRepeatCount RepeatCount { get; init; }

    public static MultiplexElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("MultiplexElement");
        var value = new MultiplexElement
        {
            Type = MultiplexElementType.Decode(ref reader),
            RepeatCount = MultiplexElementRepeatCount.Decode(ref reader),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        Type.Encode(ref writer);
        RepeatCount.Encode(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, MultiplexElement).</summary>
public abstract record MultiplexElementType : IPerType<MultiplexElementType>
{
    private MultiplexElementType() { }

    public sealed record LogicalChannelNumber(int Value) : MultiplexElementType;

    public sealed record SubElementList(IReadOnlyList<MultiplexElement> Value) : MultiplexElementType;

    public static MultiplexElementType Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("MultiplexElementType", root: 2);
        MultiplexElementType value = choice.Index switch
        {
            0 => new LogicalChannelNumber(reader.Integer(0, 65535)),
            _ => new SubElementList(reader.SequenceOf<MultiplexElement>(2, 255)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case LogicalChannelNumber alternative:
                writer.PlainChoice(0, 2);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case SubElementList alternative:
                writer.PlainChoice(1, 2);
                writer.SequenceOf(alternative.Value, 2, 255);
                break;
        }
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, MultiplexElement).</summary>
public abstract record MultiplexElementRepeatCount : IPerType<MultiplexElementRepeatCount>
{
    private MultiplexElementRepeatCount() { }

    public sealed record Finite(int Value) : MultiplexElementRepeatCount;

    public sealed record UntilClosingFlag : MultiplexElementRepeatCount;

    public static MultiplexElementRepeatCount Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("MultiplexElementRepeatCount", root: 2);
        MultiplexElementRepeatCount value = choice.Index switch
        {
            0 => new Finite(reader.Integer(1, 65535)),
            _ => new UntilClosingFlag(),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Finite alternative:
                writer.PlainChoice(0, 2);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case UntilClosingFlag:
                writer.PlainChoice(1, 2);
                break;
        }
    }
}

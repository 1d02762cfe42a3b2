using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Generic;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ParameterValue : IPerType<ParameterValue>
{
    private ParameterValue() { }

    public sealed record Logical : ParameterValue;

    public sealed record BooleanArray(int Value) : ParameterValue;

    public sealed record UnsignedMin(int Value) : ParameterValue;

    public sealed record UnsignedMax(int Value) : ParameterValue;

    public sealed record Unsigned32Min(uint Value) : ParameterValue;

    public sealed record Unsigned32Max(uint Value) : ParameterValue;

    public sealed record OctetString(byte[] Value) : ParameterValue;

    public sealed record GenericParameter(IReadOnlyList<H245.Generic.GenericParameter> Value) : ParameterValue;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ParameterValue;

    public static ParameterValue Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ParameterValue", root: 8);
        ParameterValue value = choice.Index switch
        {
            0 => new Logical(),
            1 => new BooleanArray(reader.Integer(0, 255)),
            2 => new UnsignedMin(reader.Integer(0, 65535)),
            3 => new UnsignedMax(reader.Integer(0, 65535)),
            4 => new Unsigned32Min(reader.Integer(0u, 4294967295u)),
            5 => new Unsigned32Max(reader.Integer(0u, 4294967295u)),
            6 => new OctetString(reader.OctetString()),
            7 => new GenericParameter(reader.SequenceOf<H245.Generic.GenericParameter>()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case Logical:
                choice.Select(ref writer, 0);
                break;
            case BooleanArray alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 0, 255);
                break;
            case UnsignedMin alternative:
                choice.Select(ref writer, 2);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case UnsignedMax alternative:
                choice.Select(ref writer, 3);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case Unsigned32Min alternative:
                choice.Select(ref writer, 4);
                writer.Integer(alternative.Value, 0, 4294967295);
                break;
            case Unsigned32Max alternative:
                choice.Select(ref writer, 5);
                writer.Integer(alternative.Value, 0, 4294967295);
                break;
            case OctetString alternative:
                choice.Select(ref writer, 6);
                writer.OctetString(alternative.Value);
                break;
            case GenericParameter alternative:
                choice.Select(ref writer, 7);
                writer.SequenceOf(alternative.Value);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

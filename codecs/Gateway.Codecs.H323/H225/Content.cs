using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>Content of an enumerated parameter (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record Content : IPerType<Content>
{
    private Content()
    {
    }

    public sealed record Raw(byte[] Value) : Content;
    public sealed record Text(string Value) : Content;
    public sealed record Unicode(string Value) : Content;
    public sealed record Bool(bool Value) : Content;
    public sealed record Number8(int Value) : Content;
    public sealed record Number16(int Value) : Content;
    public sealed record Number32(uint Value) : Content;
    public sealed record Id(GenericIdentifier Value) : Content;
    public sealed record Alias(AliasAddress Value) : Content;
    public sealed record Transport(TransportAddress Value) : Content;
    public sealed record Compound(IReadOnlyList<EnumeratedParameter> Value) : Content;
    public sealed record Nested(IReadOnlyList<GenericData> Value) : Content;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : Content;

    public static Content Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("Content", root: 12);
        Content value = choice.Index switch
        {
            0 => new Raw(reader.OctetString()),
            1 => new Text(reader.String(PerAlphabet.Ia5)),
            2 => new Unicode(reader.String(PerAlphabet.Bmp)),
            3 => new Bool(reader.Boolean()),
            4 => new Number8(reader.Integer(0, 255)),
            5 => new Number16(reader.Integer(0, 65535)),
            6 => new Number32(reader.Integer(0u, uint.MaxValue)),
            7 => new Id(GenericIdentifier.Decode(ref reader)),
            8 => new Alias(AliasAddress.Decode(ref reader)),
            9 => new Transport(TransportAddress.Decode(ref reader)),
            10 => new Compound(reader.SequenceOf<EnumeratedParameter>(1, 512)),
            11 => new Nested(reader.SequenceOf<GenericData>(1, 16)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 12);
        switch (this)
        {
            case Raw chosen: choice.Select(ref writer, 0); writer.OctetString(chosen.Value); break;
            case Text chosen: choice.Select(ref writer, 1); writer.String(chosen.Value, PerAlphabet.Ia5); break;
            case Unicode chosen: choice.Select(ref writer, 2); writer.String(chosen.Value, PerAlphabet.Bmp); break;
            case Bool chosen: choice.Select(ref writer, 3); writer.Boolean(chosen.Value); break;
            case Number8 chosen: choice.Select(ref writer, 4); writer.Integer(chosen.Value, 0, 255); break;
            case Number16 chosen: choice.Select(ref writer, 5); writer.Integer(chosen.Value, 0, 65535); break;
            case Number32 chosen: choice.Select(ref writer, 6); writer.Integer(chosen.Value, 0u, uint.MaxValue); break;
            case Id chosen: choice.Select(ref writer, 7); chosen.Value.Encode(ref writer); break;
            case Alias chosen: choice.Select(ref writer, 8); chosen.Value.Encode(ref writer); break;
            case Transport chosen: choice.Select(ref writer, 9); chosen.Value.Encode(ref writer); break;
            case Compound chosen: choice.Select(ref writer, 10); writer.SequenceOf(chosen.Value, 1, 512); break;
            case Nested chosen: choice.Select(ref writer, 11); writer.SequenceOf(chosen.Value, 1, 16); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

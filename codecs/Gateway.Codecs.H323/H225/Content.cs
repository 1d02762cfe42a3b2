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
            case Raw raw: choice.Select(ref writer, 0); writer.OctetString(raw.Value); break;
            case Text text: choice.Select(ref writer, 1); writer.String(text.Value, PerAlphabet.Ia5); break;
            case Unicode unicode: choice.Select(ref writer, 2); writer.String(unicode.Value, PerAlphabet.Bmp); break;
            case Bool flag: choice.Select(ref writer, 3); writer.Boolean(flag.Value); break;
            case Number8 number8: choice.Select(ref writer, 4); writer.Integer(number8.Value, 0, 255); break;
            case Number16 number16: choice.Select(ref writer, 5); writer.Integer(number16.Value, 0, 65535); break;
            case Number32 number32: choice.Select(ref writer, 6); writer.Integer(number32.Value, 0u, uint.MaxValue); break;
            case Id id: choice.Select(ref writer, 7); id.Value.Encode(ref writer); break;
            case Alias alias: choice.Select(ref writer, 8); alias.Value.Encode(ref writer); break;
            case Transport transport: choice.Select(ref writer, 9); transport.Value.Encode(ref writer); break;
            case Compound compound: choice.Select(ref writer, 10); writer.SequenceOf(compound.Value, 1, 512); break;
            case Nested nested: choice.Select(ref writer, 11); writer.SequenceOf(nested.Value, 1, 16); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>ProfileElement (H.235.0 (01/2014) Annex A).</summary>
public sealed record ProfileElement : IPerType<ProfileElement>
{
    public required int ElementID { get; init; }
    public Params? ParamS { get; init; }
    public Element? Element { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ProfileElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ProfileElement", optionals: 2);
        return new ProfileElement
        {
            ElementID = reader.Integer(0, 255),
            ParamS = sequence.Optional() ? Params.Decode(ref reader) : null,
            Element = sequence.Optional() ? Element.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.Integer(ElementID, 0, 255);
        if (sequence.Optional(ref writer, ParamS)) ParamS.Encode(ref writer);
        if (sequence.Optional(ref writer, Element)) Element.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>Element of a profile (H.235.0 (01/2014) Annex A).</summary>
public abstract record Element : IPerType<Element>
{
    private Element()
    {
    }

    public sealed record Octets(byte[] Value) : Element;
    public sealed record Integer(long Value) : Element;
    public sealed record Bits(BitString Value) : Element;
    public sealed record Name(string Value) : Element;
    public sealed record Flag(bool Value) : Element;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : Element;

    public static Element Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("Element", root: 5);
        Element value = choice.Index switch
        {
            0 => new Octets(reader.OctetString()),
            1 => new Integer(reader.Integer()),
            2 => new Bits(reader.BitString()),
            3 => new Name(reader.String(PerAlphabet.Bmp)),
            4 => new Flag(reader.Boolean()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 5);
        switch (this)
        {
            case Octets chosen: choice.Select(ref writer, 0); writer.OctetString(chosen.Value); break;
            case Integer chosen: choice.Select(ref writer, 1); writer.Integer(chosen.Value); break;
            case Bits chosen: choice.Select(ref writer, 2); writer.BitString(chosen.Value); break;
            case Name chosen: choice.Select(ref writer, 3); writer.String(chosen.Value, PerAlphabet.Bmp); break;
            case Flag chosen: choice.Select(ref writer, 4); writer.Boolean(chosen.Value); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>NonStandardParameter (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record NonStandardParameter : IPerType<NonStandardParameter>
{
    public required NonStandardIdentifier NonStandardIdentifier { get; init; }
    public required byte[] Data { get; init; }

    public static NonStandardParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("NonStandardParameter");
        var value = new NonStandardParameter
        {
            NonStandardIdentifier = NonStandardIdentifier.Decode(ref reader),
            Data = reader.OctetString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        NonStandardIdentifier.Encode(ref writer);
        writer.OctetString(Data);
    }
}

/// <summary>NonStandardIdentifier (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record NonStandardIdentifier : IPerType<NonStandardIdentifier>
{
    private NonStandardIdentifier()
    {
    }

    public sealed record Object(ObjectIdentifier Value) : NonStandardIdentifier;
    public sealed record H221NonStandard(H225.H221NonStandard Value) : NonStandardIdentifier;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NonStandardIdentifier;

    public static NonStandardIdentifier Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NonStandardIdentifier", root: 2);
        NonStandardIdentifier value = choice.Index switch
        {
            0 => new Object(reader.ObjectIdentifier()),
            1 => new H221NonStandard(H225.H221NonStandard.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case Object chosen: choice.Select(ref writer, 0); writer.ObjectIdentifier(chosen.Value); break;
            case H221NonStandard chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

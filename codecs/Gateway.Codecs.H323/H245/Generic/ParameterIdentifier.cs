using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Generic;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ParameterIdentifier : IPerType<ParameterIdentifier>
{
    private ParameterIdentifier() { }

    public sealed record Standard(int Value) : ParameterIdentifier;

    public sealed record H221NonStandard(NonStandardParameter Value) : ParameterIdentifier;

    public sealed record Uuid(byte[] Value) : ParameterIdentifier;

    public sealed record DomainBased(string Value) : ParameterIdentifier;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ParameterIdentifier;

    public static ParameterIdentifier Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ParameterIdentifier", root: 4);
        ParameterIdentifier value = choice.Index switch
        {
            0 => new Standard(reader.Integer(0, 127)),
            1 => new H221NonStandard(NonStandardParameter.Decode(ref reader)),
            2 => new Uuid(reader.OctetString(16)),
            3 => new DomainBased(reader.String(PerAlphabet.Ia5, 1, 64)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case Standard alternative:
                choice.Select(ref writer, 0);
                writer.Integer(alternative.Value, 0, 127);
                break;
            case H221NonStandard alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Uuid alternative:
                choice.Select(ref writer, 2);
                writer.OctetString(alternative.Value, 16);
                break;
            case DomainBased alternative:
                choice.Select(ref writer, 3);
                writer.String(alternative.Value, PerAlphabet.Ia5, 1, 64);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

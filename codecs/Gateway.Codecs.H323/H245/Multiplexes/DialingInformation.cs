using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DialingInformation : IPerType<DialingInformation>
{
    private DialingInformation() { }

    public sealed record NonStandard(NonStandardMessage Value) : DialingInformation;

    public sealed record Differential(IReadOnlyList<DialingInformationNumber> Value) : DialingInformation;

    public sealed record InfoNotAvailable(int Value) : DialingInformation;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DialingInformation;

    public static DialingInformation Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DialingInformation", root: 3);
        DialingInformation value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new Differential(reader.SequenceOf<DialingInformationNumber>(1, 65535)),
            2 => new InfoNotAvailable(reader.Integer(1, 65535)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Differential alternative:
                choice.Select(ref writer, 1);
                writer.SequenceOf(alternative.Value, 1, 65535);
                break;
            case InfoNotAvailable alternative:
                choice.Select(ref writer, 2);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

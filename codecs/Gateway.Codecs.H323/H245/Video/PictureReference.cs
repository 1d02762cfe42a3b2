using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record PictureReference : IPerType<PictureReference>
{
    private PictureReference() { }

    public sealed record PictureNumber(int Value) : PictureReference;

    public sealed record LongTermPictureIndex(int Value) : PictureReference;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : PictureReference;

    public static PictureReference Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("PictureReference", root: 2);
        PictureReference value = choice.Index switch
        {
            0 => new PictureNumber(reader.Integer(0, 1023)),
            1 => new LongTermPictureIndex(reader.Integer(0, 255)),
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
            case PictureNumber alternative:
                choice.Select(ref writer, 0);
                writer.Integer(alternative.Value, 0, 1023);
                break;
            case LongTermPictureIndex alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 0, 255);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

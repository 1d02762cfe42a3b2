using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record CompressionType : IPerType<CompressionType>
{
    private CompressionType() { }

    public sealed record V42bis(H245.Data.V42bis Value) : CompressionType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CompressionType;

    public static CompressionType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CompressionType", root: 1);
        CompressionType value = choice.Index switch
        {
            0 => new V42bis(H245.Data.V42bis.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 1);
        switch (this)
        {
            case V42bis alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

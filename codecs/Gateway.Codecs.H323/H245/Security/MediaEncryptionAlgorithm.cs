using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MediaEncryptionAlgorithm : IPerType<MediaEncryptionAlgorithm>
{
    private MediaEncryptionAlgorithm() { }

    public sealed record NonStandard(NonStandardParameter Value) : MediaEncryptionAlgorithm;

    public sealed record Algorithm(ObjectIdentifier Value) : MediaEncryptionAlgorithm;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MediaEncryptionAlgorithm;

    public static MediaEncryptionAlgorithm Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MediaEncryptionAlgorithm", root: 2);
        MediaEncryptionAlgorithm value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new Algorithm(reader.ObjectIdentifier()),
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
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Algorithm alternative:
                choice.Select(ref writer, 1);
                writer.ObjectIdentifier(alternative.Value);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

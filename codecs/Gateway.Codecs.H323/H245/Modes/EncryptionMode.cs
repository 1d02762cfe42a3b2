using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record EncryptionMode : IPerType<EncryptionMode>
{
    private EncryptionMode() { }

    public sealed record NonStandard(NonStandardParameter Value) : EncryptionMode;

    public sealed record H233Encryption : EncryptionMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : EncryptionMode;

    public static EncryptionMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("EncryptionMode", root: 2);
        EncryptionMode value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new H233Encryption(),
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
            case H233Encryption:
                choice.Select(ref writer, 1);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

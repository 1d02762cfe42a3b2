using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.NameIdentification;

/// <summary>NamePresentationAllowed (H.450.8 (02/2000) 9).</summary>
public abstract record NamePresentationAllowed : IPerType<NamePresentationAllowed>
{
    private NamePresentationAllowed()
    {
    }

    /// <summary>Octets of a character set the standard leaves open; in practice ISO 8859-1.</summary>
    public sealed record SimpleName(byte[] Value) : NamePresentationAllowed;

    public sealed record ExtendedName(string Value) : NamePresentationAllowed;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NamePresentationAllowed;

    public static NamePresentationAllowed Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NamePresentationAllowed", root: 2);
        NamePresentationAllowed value = choice.Index switch
        {
            0 => new SimpleName(reader.OctetString(1, 50)),
            1 => new ExtendedName(reader.String(PerAlphabet.Bmp, 1, 256)),
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
            case SimpleName simpleName: choice.Select(ref writer, 0); writer.OctetString(simpleName.Value, 1, 50); break;
            case ExtendedName extendedName: choice.Select(ref writer, 1); writer.String(extendedName.Value, PerAlphabet.Bmp, 1, 256); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

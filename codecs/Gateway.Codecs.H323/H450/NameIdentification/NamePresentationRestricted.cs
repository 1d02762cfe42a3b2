using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.NameIdentification;

/// <summary>NamePresentationRestricted (H.450.8 (02/2000) 9).</summary>
public abstract record NamePresentationRestricted : IPerType<NamePresentationRestricted>
{
    private NamePresentationRestricted()
    {
    }

    /// <summary>As in <see cref="NamePresentationAllowed"/>.</summary>
    public sealed record SimpleName(byte[] Value) : NamePresentationRestricted;

    public sealed record ExtendedName(string Value) : NamePresentationRestricted;

    /// <summary>Another network said that the name is restricted and did not send it.</summary>
    public sealed record RestrictedNull : NamePresentationRestricted;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NamePresentationRestricted;

    public static NamePresentationRestricted Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NamePresentationRestricted", root: 3);
        NamePresentationRestricted value = choice.Index switch
        {
            0 => new SimpleName(reader.OctetString(1, 50)),
            1 => new ExtendedName(reader.String(PerAlphabet.Bmp, 1, 256)),
            2 => new RestrictedNull(),
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
            case SimpleName simpleName: choice.Select(ref writer, 0); writer.OctetString(simpleName.Value, 1, 50); break;
            case ExtendedName extendedName: choice.Select(ref writer, 1); writer.String(extendedName.Value, PerAlphabet.Bmp, 1, 256); break;
            case RestrictedNull: choice.Select(ref writer, 2); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

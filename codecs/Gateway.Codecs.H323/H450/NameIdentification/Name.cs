using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.NameIdentification;

/// <summary>Name (H.450.8 (02/2000) 9).</summary>
public abstract record Name : IPerType<Name>
{
    private Name()
    {
    }

    public sealed record NamePresentationAllowed(NameIdentification.NamePresentationAllowed Value) : Name;

    public sealed record NamePresentationRestricted(NameIdentification.NamePresentationRestricted Value) : Name;

    public sealed record NameNotAvailable : Name;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : Name;

    public static Name Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("Name", root: 3);
        Name value = choice.Index switch
        {
            0 => new NamePresentationAllowed(NameIdentification.NamePresentationAllowed.Decode(ref reader)),
            1 => new NamePresentationRestricted(NameIdentification.NamePresentationRestricted.Decode(ref reader)),
            2 => new NameNotAvailable(),
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
            case NamePresentationAllowed namePresentationAllowed: choice.Select(ref writer, 0); namePresentationAllowed.Value.Encode(ref writer); break;
            case NamePresentationRestricted namePresentationRestricted: choice.Select(ref writer, 1); namePresentationRestricted.Value.Encode(ref writer); break;
            case NameNotAvailable: choice.Select(ref writer, 2); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>GenericIdentifier (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record GenericIdentifier : IPerType<GenericIdentifier>
{
    private GenericIdentifier()
    {
    }

    public sealed record Standard(long Value) : GenericIdentifier;
    public sealed record Oid(ObjectIdentifier Value) : GenericIdentifier;
    public sealed record NonStandard(GloballyUniqueId Value) : GenericIdentifier;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : GenericIdentifier;

    public static GenericIdentifier Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("GenericIdentifier", root: 3);
        GenericIdentifier value = choice.Index switch
        {
            0 => new Standard(reader.ExtensibleInteger(0, 16383)),
            1 => new Oid(reader.ObjectIdentifier()),
            2 => new NonStandard(GloballyUniqueId.Decode(ref reader)),
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
            case Standard chosen: choice.Select(ref writer, 0); writer.ExtensibleInteger(chosen.Value, 0, 16383); break;
            case Oid chosen: choice.Select(ref writer, 1); writer.ObjectIdentifier(chosen.Value); break;
            case NonStandard chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

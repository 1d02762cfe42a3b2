using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>PartySubaddress (H.450.1 (02/1998) 9, Addressing-Data-Elements).</summary>
public abstract record PartySubaddress : IPerType<PartySubaddress>
{
    private PartySubaddress()
    {
    }

    public sealed record UserSpecifiedSubaddress(H450.UserSpecifiedSubaddress Value) : PartySubaddress;

    public sealed record NsapSubaddress(byte[] Value) : PartySubaddress;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : PartySubaddress;

    public static PartySubaddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("PartySubaddress", root: 2);
        PartySubaddress value = choice.Index switch
        {
            0 => new UserSpecifiedSubaddress(H450.UserSpecifiedSubaddress.Decode(ref reader)),
            1 => new NsapSubaddress(reader.OctetString(1, 20)),
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
            case UserSpecifiedSubaddress userSpecifiedSubaddress: choice.Select(ref writer, 0); userSpecifiedSubaddress.Value.Encode(ref writer); break;
            case NsapSubaddress nsapSubaddress: choice.Select(ref writer, 1); writer.OctetString(nsapSubaddress.Value, 1, 20); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

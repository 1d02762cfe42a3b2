using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ServiceControlDescriptor (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record ServiceControlDescriptor : IPerType<ServiceControlDescriptor>
{
    private ServiceControlDescriptor()
    {
    }

    public sealed record Url(string Value) : ServiceControlDescriptor;
    public sealed record Signal(byte[] Value) : ServiceControlDescriptor;
    public sealed record NonStandard(NonStandardParameter Value) : ServiceControlDescriptor;
    public sealed record CallCreditServiceControl(H225.CallCreditServiceControl Value) : ServiceControlDescriptor;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ServiceControlDescriptor;

    public static ServiceControlDescriptor Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ServiceControlDescriptor", root: 4);
        ServiceControlDescriptor value = choice.Index switch
        {
            0 => new Url(reader.String(PerAlphabet.Ia5, 0, 512)),
            1 => new Signal(reader.OctetString()),
            2 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            3 => new CallCreditServiceControl(H225.CallCreditServiceControl.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case Url chosen: choice.Select(ref writer, 0); writer.String(chosen.Value, PerAlphabet.Ia5, 0, 512); break;
            case Signal chosen: choice.Select(ref writer, 1); writer.OctetString(chosen.Value); break;
            case NonStandard chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case CallCreditServiceControl chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

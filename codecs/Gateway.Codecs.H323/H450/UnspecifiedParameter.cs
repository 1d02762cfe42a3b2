using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.H450;

/// <summary>Parameter of the error unspecified (H.450.2 (02/1998) 9, H.450.3 (02/1998) 9).</summary>
public abstract record UnspecifiedParameter : IPerType<UnspecifiedParameter>
{
    private UnspecifiedParameter()
    {
    }

    public sealed record Extension(H450.Extension Value) : UnspecifiedParameter;

    public sealed record NonStandard(NonStandardParameter Value) : UnspecifiedParameter;

    public static UnspecifiedParameter Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("PAR-unspecified", root: 2);
        UnspecifiedParameter value = choice.Index switch
        {
            0 => new Extension(H450.Extension.Decode(ref reader)),
            _ => new NonStandard(NonStandardParameter.Decode(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Extension extension: writer.PlainChoice(0, root: 2); extension.Value.Encode(ref writer); break;
            case NonStandard nonStandard: writer.PlainChoice(1, root: 2); nonStandard.Value.Encode(ref writer); break;
        }
    }
}

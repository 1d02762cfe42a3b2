using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.H450;

/// <summary>MixedExtension (H.450.4 (05/1999) 9): the manufacturer extension of H.450.4 and later services.</summary>
public abstract record MixedExtension : IPerType<MixedExtension>
{
    private MixedExtension()
    {
    }

    public sealed record Extension(H450.Extension Value) : MixedExtension;

    public sealed record NonStandardData(NonStandardParameter Value) : MixedExtension;

    public static MixedExtension Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("MixedExtension", root: 2);
        MixedExtension value = choice.Index switch
        {
            0 => new Extension(H450.Extension.Decode(ref reader)),
            _ => new NonStandardData(NonStandardParameter.Decode(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Extension extension: writer.PlainChoice(0, root: 2); extension.Value.Encode(ref writer); break;
            case NonStandardData nonStandardData: writer.PlainChoice(1, root: 2); nonStandardData.Value.Encode(ref writer); break;
        }
    }
}

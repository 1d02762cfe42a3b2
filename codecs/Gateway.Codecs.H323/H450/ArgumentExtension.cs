using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// The manufacturer extension of an argument or result, also DummyArg and DummyRes where nothing else is carried
/// (H.450.2 (02/1998) 9, H.450.3 (02/1998) 9).
/// </summary>
public abstract record ArgumentExtension : IPerType<ArgumentExtension>
{
    private ArgumentExtension()
    {
    }

    public sealed record ExtensionSeq(IReadOnlyList<Extension> Value) : ArgumentExtension;

    public sealed record NonStandardData(NonStandardParameter Value) : ArgumentExtension;

    public static ArgumentExtension Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("ArgumentExtension", root: 2);
        ArgumentExtension value = choice.Index switch
        {
            0 => new ExtensionSeq(reader.SequenceOf<Extension>()),
            _ => new NonStandardData(NonStandardParameter.Decode(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case ExtensionSeq extensionSeq: writer.PlainChoice(0, root: 2); writer.SequenceOf(extensionSeq.Value); break;
            case NonStandardData nonStandardData: writer.PlainChoice(1, root: 2); nonStandardData.Value.Encode(ref writer); break;
        }
    }
}

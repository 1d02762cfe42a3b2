using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>ROS (H.450.1 (02/1998) 8.4): one remote operations component, not extensible.</summary>
public abstract record Ros : IPerType<Ros>
{
    private protected Ros()
    {
    }

    public static Ros Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("ROS", root: 4);
        Ros value = choice.Index switch
        {
            0 => Invoke.DecodeComponents(ref reader),
            1 => ReturnResult.DecodeComponents(ref reader),
            2 => ReturnError.DecodeComponents(ref reader),
            _ => Reject.DecodeComponents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Invoke invoke: writer.PlainChoice(0, root: 4); invoke.EncodeComponents(ref writer); break;
            case ReturnResult result: writer.PlainChoice(1, root: 4); result.EncodeComponents(ref writer); break;
            case ReturnError error: writer.PlainChoice(2, root: 4); error.EncodeComponents(ref writer); break;
            case Reject reject: writer.PlainChoice(3, root: 4); reject.EncodeComponents(ref writer); break;
        }
    }
}

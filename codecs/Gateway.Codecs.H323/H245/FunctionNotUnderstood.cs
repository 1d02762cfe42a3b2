using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A).</summary>
public abstract record FunctionNotUnderstood : IPerType<FunctionNotUnderstood>
{
    private FunctionNotUnderstood() { }

    public sealed record Request(RequestMessage Value) : FunctionNotUnderstood;

    public sealed record Response(ResponseMessage Value) : FunctionNotUnderstood;

    public sealed record Command(CommandMessage Value) : FunctionNotUnderstood;

    public static FunctionNotUnderstood Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("FunctionNotUnderstood", root: 3);
        FunctionNotUnderstood value = choice.Index switch
        {
            0 => new Request(RequestMessage.Decode(ref reader)),
            1 => new Response(ResponseMessage.Decode(ref reader)),
            _ => new Command(CommandMessage.Decode(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Request alternative:
                writer.PlainChoice(0, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Response alternative:
                writer.PlainChoice(1, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Command alternative:
                writer.PlainChoice(2, 3);
                alternative.Value.Encode(ref writer);
                break;
        }
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>The root of every H.245 PDU. CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultimediaSystemControlMessage : IPerType<MultimediaSystemControlMessage>
{
    private MultimediaSystemControlMessage() { }

    public sealed record Request(RequestMessage Value) : MultimediaSystemControlMessage;

    public sealed record Response(ResponseMessage Value) : MultimediaSystemControlMessage;

    public sealed record Command(CommandMessage Value) : MultimediaSystemControlMessage;

    public sealed record Indication(IndicationMessage Value) : MultimediaSystemControlMessage;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultimediaSystemControlMessage;

    public static MultimediaSystemControlMessage Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultimediaSystemControlMessage", root: 4);
        MultimediaSystemControlMessage value = choice.Index switch
        {
            0 => new Request(RequestMessage.Decode(ref reader)),
            1 => new Response(ResponseMessage.Decode(ref reader)),
            2 => new Command(CommandMessage.Decode(ref reader)),
            3 => new Indication(IndicationMessage.Decode(ref reader)),
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
            case Request alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Response alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Command alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Indication alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

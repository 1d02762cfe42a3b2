using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record RemoteMCResponse : IPerType<RemoteMCResponse>
{
    private RemoteMCResponse() { }

    public sealed record Accept : RemoteMCResponse;

    public sealed record Reject(RemoteMCResponseReject Value) : RemoteMCResponse;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RemoteMCResponse;

    public static RemoteMCResponse Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RemoteMCResponse", root: 2);
        RemoteMCResponse value = choice.Index switch
        {
            0 => new Accept(),
            1 => new Reject((RemoteMCResponseReject)NullChoice.Decode(ref reader, "RemoteMCResponseReject", 2)),
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
            case Accept:
                choice.Select(ref writer, 0);
                break;
            case Reject alternative:
                choice.Select(ref writer, 1);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RemoteMCResponse).</summary>
public enum RemoteMCResponseReject
{
    Unspecified,
    FunctionNotSupported,
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record CommunicationModeResponse : IPerType<CommunicationModeResponse>
{
    private CommunicationModeResponse() { }

    public sealed record CommunicationModeTable(IReadOnlyList<CommunicationModeTableEntry> Value) : CommunicationModeResponse;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CommunicationModeResponse;

    public static CommunicationModeResponse Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CommunicationModeResponse", root: 1);
        CommunicationModeResponse value = choice.Index switch
        {
            0 => new CommunicationModeTable(reader.SequenceOf<CommunicationModeTableEntry>(1, 256)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 1);
        switch (this)
        {
            case CommunicationModeTable alternative:
                choice.Select(ref writer, 0);
                writer.SequenceOf(alternative.Value, 1, 256);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

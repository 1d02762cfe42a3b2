using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record H223MultiplexReconfiguration : IPerType<H223MultiplexReconfiguration>
{
    private H223MultiplexReconfiguration() { }

    public sealed record H223ModeChange(H223MultiplexReconfigurationH223ModeChange Value) : H223MultiplexReconfiguration;

    public sealed record H223AnnexADoubleFlag(H223MultiplexReconfigurationH223AnnexADoubleFlag Value) : H223MultiplexReconfiguration;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H223MultiplexReconfiguration;

    public static H223MultiplexReconfiguration Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H223MultiplexReconfiguration", root: 2);
        H223MultiplexReconfiguration value = choice.Index switch
        {
            0 => new H223ModeChange((H223MultiplexReconfigurationH223ModeChange)NullChoice.Decode(ref reader, "H223MultiplexReconfigurationH223ModeChange", 4)),
            1 => new H223AnnexADoubleFlag((H223MultiplexReconfigurationH223AnnexADoubleFlag)NullChoice.Decode(ref reader, "H223MultiplexReconfigurationH223AnnexADoubleFlag", 2)),
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
            case H223ModeChange alternative:
                choice.Select(ref writer, 0);
                NullChoice.Encode(ref writer, (int)alternative.Value, 4);
                break;
            case H223AnnexADoubleFlag alternative:
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

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223MultiplexReconfiguration).</summary>
public enum H223MultiplexReconfigurationH223ModeChange
{
    ToLevel0,
    ToLevel1,
    ToLevel2,
    ToLevel2withOptionalHeader,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223MultiplexReconfiguration).</summary>
public enum H223MultiplexReconfigurationH223AnnexADoubleFlag
{
    Start,
    Stop,
}

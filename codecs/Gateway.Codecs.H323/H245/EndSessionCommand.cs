using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record EndSessionCommand : IPerType<EndSessionCommand>
{
    private EndSessionCommand() { }

    public sealed record NonStandard(NonStandardParameter Value) : EndSessionCommand;

    public sealed record Disconnect : EndSessionCommand;

    public sealed record GstnOptions(EndSessionCommandGstnOptions Value) : EndSessionCommand;

    public sealed record IsdnOptions(EndSessionCommandIsdnOptions Value) : EndSessionCommand;

    public sealed record GenericInformation(IReadOnlyList<GenericMessage> Value) : EndSessionCommand;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : EndSessionCommand;

    public static EndSessionCommand Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("EndSessionCommand", root: 3, additions: 2);
        EndSessionCommand value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new Disconnect(),
            2 => new GstnOptions((EndSessionCommandGstnOptions)NullChoice.Decode(ref reader, "EndSessionCommandGstnOptions", 5)),
            3 => new IsdnOptions((EndSessionCommandIsdnOptions)NullChoice.Decode(ref reader, "EndSessionCommandIsdnOptions", 3)),
            4 => new GenericInformation(reader.SequenceOf<GenericMessage>()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Disconnect:
                choice.Select(ref writer, 1);
                break;
            case GstnOptions alternative:
                choice.Select(ref writer, 2);
                NullChoice.Encode(ref writer, (int)alternative.Value, 5);
                break;
            case IsdnOptions alternative:
                choice.Select(ref writer, 3);
                NullChoice.Encode(ref writer, (int)alternative.Value, 3);
                break;
            case GenericInformation alternative:
                choice.Select(ref writer, 4);
                writer.SequenceOf(alternative.Value);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, EndSessionCommand).</summary>
public enum EndSessionCommandGstnOptions
{
    TelephonyMode,
    V8bis,
    V34DSVD,
    V34DuplexFAX,
    V34H324,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, EndSessionCommand).</summary>
public enum EndSessionCommandIsdnOptions
{
    TelephonyMode,
    V140,
    TerminalOnHold,
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ConferenceCommand : IPerType<ConferenceCommand>
{
    private ConferenceCommand() { }

    public sealed record BroadcastMyLogicalChannel(int Value) : ConferenceCommand;

    public sealed record CancelBroadcastMyLogicalChannel(int Value) : ConferenceCommand;

    public sealed record MakeTerminalBroadcaster(TerminalLabel Value) : ConferenceCommand;

    public sealed record CancelMakeTerminalBroadcaster : ConferenceCommand;

    public sealed record SendThisSource(TerminalLabel Value) : ConferenceCommand;

    public sealed record CancelSendThisSource : ConferenceCommand;

    public sealed record DropConference : ConferenceCommand;

    public sealed record SubstituteConferenceIDCommand(H245.Conferences.SubstituteConferenceIDCommand Value) : ConferenceCommand;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ConferenceCommand;

    public static ConferenceCommand Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ConferenceCommand", root: 7, additions: 1);
        ConferenceCommand value = choice.Index switch
        {
            0 => new BroadcastMyLogicalChannel(reader.Integer(1, 65535)),
            1 => new CancelBroadcastMyLogicalChannel(reader.Integer(1, 65535)),
            2 => new MakeTerminalBroadcaster(TerminalLabel.Decode(ref reader)),
            3 => new CancelMakeTerminalBroadcaster(),
            4 => new SendThisSource(TerminalLabel.Decode(ref reader)),
            5 => new CancelSendThisSource(),
            6 => new DropConference(),
            7 => new SubstituteConferenceIDCommand(H245.Conferences.SubstituteConferenceIDCommand.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 7);
        switch (this)
        {
            case BroadcastMyLogicalChannel alternative:
                choice.Select(ref writer, 0);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case CancelBroadcastMyLogicalChannel alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case MakeTerminalBroadcaster alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case CancelMakeTerminalBroadcaster:
                choice.Select(ref writer, 3);
                break;
            case SendThisSource alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case CancelSendThisSource:
                choice.Select(ref writer, 5);
                break;
            case DropConference:
                choice.Select(ref writer, 6);
                break;
            case SubstituteConferenceIDCommand alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

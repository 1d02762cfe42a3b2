using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ConferenceIndication : IPerType<ConferenceIndication>
{
    private ConferenceIndication() { }

    public sealed record SbeNumber(int Value) : ConferenceIndication;

    public sealed record TerminalNumberAssign(TerminalLabel Value) : ConferenceIndication;

    public sealed record TerminalJoinedConference(TerminalLabel Value) : ConferenceIndication;

    public sealed record TerminalLeftConference(TerminalLabel Value) : ConferenceIndication;

    public sealed record SeenByAtLeastOneOther : ConferenceIndication;

    public sealed record CancelSeenByAtLeastOneOther : ConferenceIndication;

    public sealed record SeenByAll : ConferenceIndication;

    public sealed record CancelSeenByAll : ConferenceIndication;

    public sealed record TerminalYouAreSeeing(TerminalLabel Value) : ConferenceIndication;

    public sealed record RequestForFloor : ConferenceIndication;

    public sealed record WithdrawChairToken : ConferenceIndication;

    public sealed record FloorRequested(TerminalLabel Value) : ConferenceIndication;

    public sealed record TerminalYouAreSeeingInSubPictureNumber(H245.Conferences.TerminalYouAreSeeingInSubPictureNumber Value) : ConferenceIndication;

    public sealed record VideoIndicateCompose(H245.Conferences.VideoIndicateCompose Value) : ConferenceIndication;

    public sealed record MasterMCU : ConferenceIndication;

    public sealed record CancelMasterMCU : ConferenceIndication;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ConferenceIndication;

    public static ConferenceIndication Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ConferenceIndication", root: 10, additions: 6);
        ConferenceIndication value = choice.Index switch
        {
            0 => new SbeNumber(reader.Integer(0, 9)),
            1 => new TerminalNumberAssign(TerminalLabel.Decode(ref reader)),
            2 => new TerminalJoinedConference(TerminalLabel.Decode(ref reader)),
            3 => new TerminalLeftConference(TerminalLabel.Decode(ref reader)),
            4 => new SeenByAtLeastOneOther(),
            5 => new CancelSeenByAtLeastOneOther(),
            6 => new SeenByAll(),
            7 => new CancelSeenByAll(),
            8 => new TerminalYouAreSeeing(TerminalLabel.Decode(ref reader)),
            9 => new RequestForFloor(),
            10 => new WithdrawChairToken(),
            11 => new FloorRequested(TerminalLabel.Decode(ref reader)),
            12 => new TerminalYouAreSeeingInSubPictureNumber(H245.Conferences.TerminalYouAreSeeingInSubPictureNumber.Decode(ref reader)),
            13 => new VideoIndicateCompose(H245.Conferences.VideoIndicateCompose.Decode(ref reader)),
            14 => new MasterMCU(),
            15 => new CancelMasterMCU(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 10);
        switch (this)
        {
            case SbeNumber alternative:
                choice.Select(ref writer, 0);
                writer.Integer(alternative.Value, 0, 9);
                break;
            case TerminalNumberAssign alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalJoinedConference alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalLeftConference alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case SeenByAtLeastOneOther:
                choice.Select(ref writer, 4);
                break;
            case CancelSeenByAtLeastOneOther:
                choice.Select(ref writer, 5);
                break;
            case SeenByAll:
                choice.Select(ref writer, 6);
                break;
            case CancelSeenByAll:
                choice.Select(ref writer, 7);
                break;
            case TerminalYouAreSeeing alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case RequestForFloor:
                choice.Select(ref writer, 9);
                break;
            case WithdrawChairToken:
                choice.Select(ref writer, 10);
                break;
            case FloorRequested alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case TerminalYouAreSeeingInSubPictureNumber alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case VideoIndicateCompose alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case MasterMCU:
                choice.Select(ref writer, 14);
                break;
            case CancelMasterMCU:
                choice.Select(ref writer, 15);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

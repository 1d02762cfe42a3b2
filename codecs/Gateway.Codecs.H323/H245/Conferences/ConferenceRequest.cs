using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ConferenceRequest : IPerType<ConferenceRequest>
{
    private ConferenceRequest() { }

    public sealed record TerminalListRequest : ConferenceRequest;

    public sealed record MakeMeChair : ConferenceRequest;

    public sealed record CancelMakeMeChair : ConferenceRequest;

    public sealed record DropTerminal(TerminalLabel Value) : ConferenceRequest;

    public sealed record RequestTerminalID(TerminalLabel Value) : ConferenceRequest;

    public sealed record EnterH243Password : ConferenceRequest;

    public sealed record EnterH243TerminalID : ConferenceRequest;

    public sealed record EnterH243ConferenceID : ConferenceRequest;

    public sealed record EnterExtensionAddress : ConferenceRequest;

    public sealed record RequestChairTokenOwner : ConferenceRequest;

    public sealed record RequestTerminalCertificate : ConferenceRequest
    {
        public TerminalLabel? TerminalLabel { get; init; }

        public IReadOnlyList<Criteria>? CertSelectionCriteria { get; init; }

        public uint? SRandom { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static RequestTerminalCertificate DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceRequest.requestTerminalCertificate", optionals: 3);
            return new RequestTerminalCertificate
            {
                TerminalLabel = sequence.Optional() ? TerminalLabel.Decode(ref reader) : null,
                CertSelectionCriteria = sequence.Optional() ? reader.SequenceOf<Criteria>(1, 16) : null,
                SRandom = sequence.Optional() ? reader.Integer(1u, 4294967295u) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
            if (sequence.Optional(ref writer, TerminalLabel))
                TerminalLabel.Encode(ref writer);
            if (sequence.Optional(ref writer, CertSelectionCriteria))
                writer.SequenceOf(CertSelectionCriteria, 1, 16);
            if (sequence.Optional(ref writer, SRandom))
                writer.Integer(SRandom.Value, 1, 4294967295);
            sequence.End(ref writer);
        }
    }

    public sealed record BroadcastMyLogicalChannel(int Value) : ConferenceRequest;

    public sealed record MakeTerminalBroadcaster(TerminalLabel Value) : ConferenceRequest;

    public sealed record SendThisSource(TerminalLabel Value) : ConferenceRequest;

    public sealed record RequestAllTerminalIDs : ConferenceRequest;

    public sealed record RemoteMCRequest(H245.Conferences.RemoteMCRequest Value) : ConferenceRequest;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ConferenceRequest;

    public static ConferenceRequest Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ConferenceRequest", root: 8, additions: 8);
        ConferenceRequest value = choice.Index switch
        {
            0 => new TerminalListRequest(),
            1 => new MakeMeChair(),
            2 => new CancelMakeMeChair(),
            3 => new DropTerminal(TerminalLabel.Decode(ref reader)),
            4 => new RequestTerminalID(TerminalLabel.Decode(ref reader)),
            5 => new EnterH243Password(),
            6 => new EnterH243TerminalID(),
            7 => new EnterH243ConferenceID(),
            8 => new EnterExtensionAddress(),
            9 => new RequestChairTokenOwner(),
            10 => RequestTerminalCertificate.DecodeContents(ref reader),
            11 => new BroadcastMyLogicalChannel(reader.Integer(1, 65535)),
            12 => new MakeTerminalBroadcaster(TerminalLabel.Decode(ref reader)),
            13 => new SendThisSource(TerminalLabel.Decode(ref reader)),
            14 => new RequestAllTerminalIDs(),
            15 => new RemoteMCRequest((H245.Conferences.RemoteMCRequest)NullChoice.Decode(ref reader, "RemoteMCRequest", 3)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case TerminalListRequest:
                choice.Select(ref writer, 0);
                break;
            case MakeMeChair:
                choice.Select(ref writer, 1);
                break;
            case CancelMakeMeChair:
                choice.Select(ref writer, 2);
                break;
            case DropTerminal alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case RequestTerminalID alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case EnterH243Password:
                choice.Select(ref writer, 5);
                break;
            case EnterH243TerminalID:
                choice.Select(ref writer, 6);
                break;
            case EnterH243ConferenceID:
                choice.Select(ref writer, 7);
                break;
            case EnterExtensionAddress:
                choice.Select(ref writer, 8);
                break;
            case RequestChairTokenOwner:
                choice.Select(ref writer, 9);
                break;
            case RequestTerminalCertificate alternative:
                choice.Select(ref writer, 10);
                alternative.EncodeContents(ref writer);
                break;
            case BroadcastMyLogicalChannel alternative:
                choice.Select(ref writer, 11);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case MakeTerminalBroadcaster alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case SendThisSource alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case RequestAllTerminalIDs:
                choice.Select(ref writer, 14);
                break;
            case RemoteMCRequest alternative:
                choice.Select(ref writer, 15);
                NullChoice.Encode(ref writer, (int)alternative.Value, 3);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

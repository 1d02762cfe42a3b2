using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.H323.H245.Data;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CommunicationModeTableEntry : IPerType<CommunicationModeTableEntry>
{
    public IReadOnlyList<NonStandardParameter>? NonStandard { get; init; }

    public required int SessionID { get; init; }

    public int? AssociatedSessionID { get; init; }

    public TerminalLabel? TerminalLabel { get; init; }

    public required string SessionDescription { get; init; }

    public required CommunicationModeTableEntryDataType DataType { get; init; }

    public TransportAddress? MediaChannel { get; init; }

    public bool? MediaGuaranteedDelivery { get; init; }

    public TransportAddress? MediaControlChannel { get; init; }

    public bool? MediaControlGuaranteedDelivery { get; init; }

    public RedundancyEncoding? RedundancyEncoding { get; init; }

    public int? SessionDependency { get; init; }

    public TerminalLabel? Destination { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CommunicationModeTableEntry Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CommunicationModeTableEntry", optionals: 7);
        return new CommunicationModeTableEntry
        {
            NonStandard = sequence.Optional() ? reader.SequenceOf<NonStandardParameter>() : null,
            SessionID = reader.Integer(1, 255),
            AssociatedSessionID = sequence.Optional() ? reader.Integer(1, 255) : null,
            TerminalLabel = sequence.Optional() ? TerminalLabel.Decode(ref reader) : null,
            SessionDescription = reader.String(PerAlphabet.Bmp, 1, 128),
            DataType = CommunicationModeTableEntryDataType.Decode(ref reader),
            MediaChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            MediaGuaranteedDelivery = sequence.Optional() ? reader.Boolean() : null,
            MediaControlChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            MediaControlGuaranteedDelivery = sequence.Optional() ? reader.Boolean() : null,
            RedundancyEncoding = sequence.Addition(ref reader) ? RedundancyEncoding.Decode(ref reader) : null,
            SessionDependency = sequence.Addition(ref reader) ? reader.Integer(1, 255) : null,
            Destination = sequence.Addition(ref reader) ? TerminalLabel.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, additions: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            writer.SequenceOf(NonStandard);
        writer.Integer(SessionID, 1, 255);
        if (sequence.Optional(ref writer, AssociatedSessionID))
            writer.Integer(AssociatedSessionID.Value, 1, 255);
        if (sequence.Optional(ref writer, TerminalLabel))
            TerminalLabel.Encode(ref writer);
        writer.String(SessionDescription, PerAlphabet.Bmp, 1, 128);
        DataType.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaChannel))
            MediaChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaGuaranteedDelivery))
            writer.Boolean(MediaGuaranteedDelivery.Value);
        if (sequence.Optional(ref writer, MediaControlChannel))
            MediaControlChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaControlGuaranteedDelivery))
            writer.Boolean(MediaControlGuaranteedDelivery.Value);
        if (sequence.Addition(ref writer, RedundancyEncoding))
            RedundancyEncoding.Encode(ref writer);
        if (sequence.Addition(ref writer, SessionDependency))
            writer.Integer(SessionDependency.Value, 1, 255);
        if (sequence.Addition(ref writer, Destination))
            Destination.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, CommunicationModeTableEntry).</summary>
public abstract record CommunicationModeTableEntryDataType : IPerType<CommunicationModeTableEntryDataType>
{
    private CommunicationModeTableEntryDataType() { }

    public sealed record VideoData(VideoCapability Value) : CommunicationModeTableEntryDataType;

    public sealed record AudioData(AudioCapability Value) : CommunicationModeTableEntryDataType;

    public sealed record Data(DataApplicationCapability Value) : CommunicationModeTableEntryDataType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CommunicationModeTableEntryDataType;

    public static CommunicationModeTableEntryDataType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CommunicationModeTableEntryDataType", root: 3);
        CommunicationModeTableEntryDataType value = choice.Index switch
        {
            0 => new VideoData(VideoCapability.Decode(ref reader)),
            1 => new AudioData(AudioCapability.Decode(ref reader)),
            2 => new Data(DataApplicationCapability.Decode(ref reader)),
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
            case VideoData alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case AudioData alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Data alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

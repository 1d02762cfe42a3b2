using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// H323-UU-PDU: the message body and what rides along with it, H.450 APDUs and tunnelled H.245 above all (H.225.0 (12/2009) 7.6, Annex H).
/// </summary>
public sealed record H323UuPdu : IPerType<H323UuPdu>
{
    public required H323MessageBody H323MessageBody { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }

    /// <summary>Each is one complete H4501SupplementaryService APDU.</summary>
    public IReadOnlyList<CompleteEncoding>? H4501SupplementaryService { get; init; }

    /// <summary>False from either side in any message ends tunnelling for the call. Absent before version 2.</summary>
    public bool? H245Tunnelling { get; init; }

    /// <summary>Each is one complete MultimediaSystemControlMessage.</summary>
    public IReadOnlyList<CompleteEncoding>? H245Control { get; init; }

    public IReadOnlyList<NonStandardParameter>? NonStandardControl { get; init; }
    public CallLinkage? CallLinkage { get; init; }
    public TunnelledSignallingMessage? TunnelledSignallingMessage { get; init; }
    public Null? ProvisionalRespToH245Tunnelling { get; init; }
    public StimulusControl? StimulusControl { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static H323UuPdu Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H323-UU-PDU", optionals: 1);
        return new H323UuPdu
        {
            H323MessageBody = H323MessageBody.Decode(ref reader),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            H4501SupplementaryService = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            H245Tunnelling = sequence.Addition(ref reader) ? reader.Boolean() : null,
            H245Control = sequence.Addition(ref reader) ? reader.SequenceOf(static (ref r) => r.CompleteEncoding()) : null,
            NonStandardControl = sequence.Addition(ref reader) ? reader.SequenceOf<NonStandardParameter>() : null,
            CallLinkage = sequence.Addition(ref reader) ? CallLinkage.Decode(ref reader) : null,
            TunnelledSignallingMessage = sequence.Addition(ref reader) ? TunnelledSignallingMessage.Decode(ref reader) : null,
            ProvisionalRespToH245Tunnelling = sequence.Addition(ref reader) ? new Null() : null,
            StimulusControl = sequence.Addition(ref reader) ? StimulusControl.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 9, Extensions);
        H323MessageBody.Encode(ref writer);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, H4501SupplementaryService))
            writer.SequenceOf(H4501SupplementaryService, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, H245Tunnelling)) writer.Boolean(H245Tunnelling.Value);
        if (sequence.Addition(ref writer, H245Control)) writer.SequenceOf(H245Control, static (ref w, v) => w.CompleteEncoding(v));
        if (sequence.Addition(ref writer, NonStandardControl)) writer.SequenceOf(NonStandardControl);
        if (sequence.Addition(ref writer, CallLinkage)) CallLinkage.Encode(ref writer);
        if (sequence.Addition(ref writer, TunnelledSignallingMessage)) TunnelledSignallingMessage.Encode(ref writer);
        sequence.Addition(ref writer, ProvisionalRespToH245Tunnelling);
        if (sequence.Addition(ref writer, StimulusControl)) StimulusControl.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

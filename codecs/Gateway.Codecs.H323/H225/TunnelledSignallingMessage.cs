using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// tunnelledSignallingMessage: whole messages of another signalling protocol (QSIG, ISUP; H.323 (12/2009) Annex M) (H.225.0 (12/2009) Annex H).
/// </summary>
public sealed record TunnelledSignallingMessage : IPerType<TunnelledSignallingMessage>
{
    public required TunnelledProtocol TunnelledProtocolID { get; init; }

    /// <summary>Each is one complete message of the tunnelled protocol.</summary>
    public required IReadOnlyList<byte[]> MessageContent { get; init; }

    public Null? TunnellingRequired { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TunnelledSignallingMessage Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("tunnelledSignallingMessage", optionals: 2);
        return new TunnelledSignallingMessage
        {
            TunnelledProtocolID = TunnelledProtocol.Decode(ref reader),
            MessageContent = reader.SequenceOf(static (ref r) => r.OctetString()),
            TunnellingRequired = sequence.Optional() ? new Null() : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        TunnelledProtocolID.Encode(ref writer);
        writer.SequenceOf(MessageContent, static (ref w, v) => w.OctetString(v));
        sequence.Optional(ref writer, TunnellingRequired);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}

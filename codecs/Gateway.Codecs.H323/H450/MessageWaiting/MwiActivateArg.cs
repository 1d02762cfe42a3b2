using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.MessageWaiting;

/// <summary>MWIActivateArg (H.450.7 (05/1999) 9).</summary>
public sealed record MwiActivateArg : IPerType<MwiActivateArg>
{
    public required EndpointAddress ServedUserNr { get; init; }
    public required MessageService BasicService { get; init; }
    public MsgCentreId? MsgCentreId { get; init; }
    public int? NbOfMessages { get; init; }
    public EndpointAddress? OriginatingNr { get; init; }
    /// <summary>YYYYMMDDHHMM[SS] and Z or a difference from UTC, as ISO 8601.</summary>
    public string? Timestamp { get; init; }
    /// <summary>0 is the highest.</summary>
    public int? Priority { get; init; }
    public IReadOnlyList<MixedExtension>? ExtensionArg { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static MwiActivateArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MwiActivateArg", optionals: 6);
        return new MwiActivateArg
        {
            ServedUserNr = EndpointAddress.Decode(ref reader),
            BasicService = (MessageService)reader.PlainEnumerated(root: 40),
            MsgCentreId = sequence.Optional() ? MsgCentreId.Decode(ref reader) : null,
            NbOfMessages = sequence.Optional() ? reader.Integer(0, 65535) : null,
            OriginatingNr = sequence.Optional() ? EndpointAddress.Decode(ref reader) : null,
            Timestamp = sequence.Optional() ? reader.String(PerAlphabet.Visible, 12, 19) : null,
            Priority = sequence.Optional() ? reader.Integer(0, 9) : null,
            ExtensionArg = sequence.Optional() ? reader.SequenceOf<MixedExtension>(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        ServedUserNr.Encode(ref writer);
        writer.PlainEnumerated((int)BasicService, root: 40);
        if (sequence.Optional(ref writer, MsgCentreId))
            MsgCentreId.Encode(ref writer);
        if (sequence.Optional(ref writer, NbOfMessages))
            writer.Integer(NbOfMessages.Value, 0, 65535);
        if (sequence.Optional(ref writer, OriginatingNr))
            OriginatingNr.Encode(ref writer);
        if (sequence.Optional(ref writer, Timestamp))
            writer.String(Timestamp, PerAlphabet.Visible, 12, 19);
        if (sequence.Optional(ref writer, Priority))
            writer.Integer(Priority.Value, 0, 9);
        if (sequence.Optional(ref writer, ExtensionArg))
            writer.SequenceOf(ExtensionArg, 0, 255);
        sequence.End(ref writer);
    }
}

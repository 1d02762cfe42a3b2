using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.MessageWaiting;

/// <summary>MWIInterrogateResElt (H.450.7 (05/1999) 9): the messages of one kind in the result of mwiInterrogate.</summary>
public sealed record MwiInterrogateResElt : IPerType<MwiInterrogateResElt>
{
    public required MessageService BasicService { get; init; }
    public MsgCentreId? MsgCentreId { get; init; }
    public int? NbOfMessages { get; init; }
    public EndpointAddress? OriginatingNr { get; init; }
    public string? Timestamp { get; init; }
    public int? Priority { get; init; }
    public IReadOnlyList<MixedExtension>? ExtensionArg { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static MwiInterrogateResElt Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MwiInterrogateResElt", optionals: 6);
        return new MwiInterrogateResElt
        {
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

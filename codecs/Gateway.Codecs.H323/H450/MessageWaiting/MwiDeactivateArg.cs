using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450.MessageWaiting;

/// <summary>MWIDeactivateArg (H.450.7 (05/1999) 9).</summary>
public sealed record MwiDeactivateArg : IPerType<MwiDeactivateArg>
{
    public required EndpointAddress ServedUserNr { get; init; }
    public required MessageService BasicService { get; init; }
    public MsgCentreId? MsgCentreId { get; init; }
    public bool? CallbackReq { get; init; }
    public IReadOnlyList<MixedExtension>? ExtensionArg { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static MwiDeactivateArg Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MwiDeactivateArg", optionals: 3);
        return new MwiDeactivateArg
        {
            ServedUserNr = EndpointAddress.Decode(ref reader),
            BasicService = (MessageService)reader.PlainEnumerated(root: 40),
            MsgCentreId = sequence.Optional() ? MsgCentreId.Decode(ref reader) : null,
            CallbackReq = sequence.Optional() ? reader.Boolean() : null,
            ExtensionArg = sequence.Optional() ? reader.SequenceOf<MixedExtension>(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        ServedUserNr.Encode(ref writer);
        writer.PlainEnumerated((int)BasicService, root: 40);
        if (sequence.Optional(ref writer, MsgCentreId))
            MsgCentreId.Encode(ref writer);
        if (sequence.Optional(ref writer, CallbackReq))
            writer.Boolean(CallbackReq.Value);
        if (sequence.Optional(ref writer, ExtensionArg))
            writer.SequenceOf(ExtensionArg, 0, 255);
        sequence.End(ref writer);
    }
}

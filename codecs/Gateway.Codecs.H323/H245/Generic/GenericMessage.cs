using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Generic;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record GenericMessage : IPerType<GenericMessage>
{
    public required CapabilityIdentifier MessageIdentifier { get; init; }

    public int? SubMessageIdentifier { get; init; }

    public IReadOnlyList<GenericParameter>? MessageContent { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static GenericMessage Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GenericMessage", optionals: 2);
        return new GenericMessage
        {
            MessageIdentifier = CapabilityIdentifier.Decode(ref reader),
            SubMessageIdentifier = sequence.Optional() ? reader.Integer(0, 127) : null,
            MessageContent = sequence.Optional() ? reader.SequenceOf<GenericParameter>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        MessageIdentifier.Encode(ref writer);
        if (sequence.Optional(ref writer, SubMessageIdentifier))
            writer.Integer(SubMessageIdentifier.Value, 0, 127);
        if (sequence.Optional(ref writer, MessageContent))
            writer.SequenceOf(MessageContent);
        sequence.End(ref writer);
    }
}

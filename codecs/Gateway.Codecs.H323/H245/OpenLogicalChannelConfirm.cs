using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record OpenLogicalChannelConfirm : IPerType<OpenLogicalChannelConfirm>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static OpenLogicalChannelConfirm Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("OpenLogicalChannelConfirm");
        return new OpenLogicalChannelConfirm
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalCapabilitySetRelease : IPerType<TerminalCapabilitySetRelease>
{
    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalCapabilitySetRelease Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalCapabilitySetRelease");
        return new TerminalCapabilitySetRelease
        {
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

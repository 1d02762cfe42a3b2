using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Generic;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record GenericParameter : IPerType<GenericParameter>
{
    public required ParameterIdentifier ParameterIdentifier { get; init; }

    public required ParameterValue ParameterValue { get; init; }

    public IReadOnlyList<ParameterIdentifier>? Supersedes { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static GenericParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GenericParameter", optionals: 1);
        return new GenericParameter
        {
            ParameterIdentifier = ParameterIdentifier.Decode(ref reader),
            ParameterValue = ParameterValue.Decode(ref reader),
            Supersedes = sequence.Optional() ? reader.SequenceOf<ParameterIdentifier>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        ParameterIdentifier.Encode(ref writer);
        ParameterValue.Encode(ref writer);
        if (sequence.Optional(ref writer, Supersedes))
            writer.SequenceOf(Supersedes);
        sequence.End(ref writer);
    }
}

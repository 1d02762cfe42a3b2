using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record IntegrityCapability : IPerType<IntegrityCapability>
{
    public NonStandardParameter? NonStandard { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static IntegrityCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IntegrityCapability", optionals: 1);
        return new IntegrityCapability
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            NonStandard.Encode(ref writer);
        sequence.End(ref writer);
    }
}

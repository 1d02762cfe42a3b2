using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record AuthenticationCapability : IPerType<AuthenticationCapability>
{
    public NonStandardParameter? NonStandard { get; init; }

    public ObjectIdentifier? AntiSpamAlgorithm { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static AuthenticationCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AuthenticationCapability", optionals: 1);
        return new AuthenticationCapability
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AntiSpamAlgorithm = sequence.Addition(ref reader) ? reader.ObjectIdentifier() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            NonStandard.Encode(ref writer);
        if (sequence.Addition(ref writer, AntiSpamAlgorithm))
            writer.ObjectIdentifier(AntiSpamAlgorithm.Value);
        sequence.End(ref writer);
    }
}

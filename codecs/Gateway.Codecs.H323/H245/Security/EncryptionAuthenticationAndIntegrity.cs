using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EncryptionAuthenticationAndIntegrity : IPerType<EncryptionAuthenticationAndIntegrity>
{
    public IReadOnlyList<MediaEncryptionAlgorithm>? EncryptionCapability { get; init; }

    public AuthenticationCapability? AuthenticationCapability { get; init; }

    public IntegrityCapability? IntegrityCapability { get; init; }

    public GenericCapability? GenericH235SecurityCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EncryptionAuthenticationAndIntegrity Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EncryptionAuthenticationAndIntegrity", optionals: 3);
        return new EncryptionAuthenticationAndIntegrity
        {
            EncryptionCapability = sequence.Optional() ? reader.SequenceOf<MediaEncryptionAlgorithm>(1, 256) : null,
            AuthenticationCapability = sequence.Optional() ? AuthenticationCapability.Decode(ref reader) : null,
            IntegrityCapability = sequence.Optional() ? IntegrityCapability.Decode(ref reader) : null,
            GenericH235SecurityCapability = sequence.Addition(ref reader) ? GenericCapability.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, EncryptionCapability))
            writer.SequenceOf(EncryptionCapability, 1, 256);
        if (sequence.Optional(ref writer, AuthenticationCapability))
            AuthenticationCapability.Encode(ref writer);
        if (sequence.Optional(ref writer, IntegrityCapability))
            IntegrityCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericH235SecurityCapability))
            GenericH235SecurityCapability.Encode(ref writer);
        sequence.End(ref writer);
    }
}

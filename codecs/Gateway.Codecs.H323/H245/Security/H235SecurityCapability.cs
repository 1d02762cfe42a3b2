using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H235SecurityCapability : IPerType<H235SecurityCapability>
{
    public required EncryptionAuthenticationAndIntegrity EncryptionAuthenticationAndIntegrity { get; init; }

    public required int MediaCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H235SecurityCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H235SecurityCapability");
        return new H235SecurityCapability
        {
            EncryptionAuthenticationAndIntegrity = EncryptionAuthenticationAndIntegrity.Decode(ref reader),
            MediaCapability = reader.Integer(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        EncryptionAuthenticationAndIntegrity.Encode(ref writer);
        writer.Integer(MediaCapability, 1, 65535);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record KeyProtectionMethod : IPerType<KeyProtectionMethod>
{
    public required bool SecureChannel { get; init; }

    public required bool SharedSecret { get; init; }

    public required bool CertProtectedKey { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static KeyProtectionMethod Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("KeyProtectionMethod");
        return new KeyProtectionMethod
        {
            SecureChannel = reader.Boolean(),
            SharedSecret = reader.Boolean(),
            CertProtectedKey = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(SecureChannel);
        writer.Boolean(SharedSecret);
        writer.Boolean(CertProtectedKey);
        sequence.End(ref writer);
    }
}

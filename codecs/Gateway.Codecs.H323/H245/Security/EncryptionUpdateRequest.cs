using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EncryptionUpdateRequest : IPerType<EncryptionUpdateRequest>
{
    public KeyProtectionMethod? KeyProtectionMethod { get; init; }

    public int? SynchFlag { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EncryptionUpdateRequest Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EncryptionUpdateRequest", optionals: 1);
        return new EncryptionUpdateRequest
        {
            KeyProtectionMethod = sequence.Optional() ? KeyProtectionMethod.Decode(ref reader) : null,
            SynchFlag = sequence.Addition(ref reader) ? reader.Integer(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, KeyProtectionMethod))
            KeyProtectionMethod.Encode(ref writer);
        if (sequence.Addition(ref writer, SynchFlag))
            writer.Integer(SynchFlag.Value, 0, 255);
        sequence.End(ref writer);
    }
}

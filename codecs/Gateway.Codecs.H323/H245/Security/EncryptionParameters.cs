using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EncryptionParameters : IPerType<EncryptionParameters>
{
    public byte[]? Iv8 { get; init; }

    public byte[]? Iv16 { get; init; }

    public byte[]? Iv { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EncryptionParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EncryptionParameters", optionals: 3);
        return new EncryptionParameters
        {
            Iv8 = sequence.Optional() ? reader.OctetString(8) : null,
            Iv16 = sequence.Optional() ? reader.OctetString(16) : null,
            Iv = sequence.Optional() ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, Iv8))
            writer.OctetString(Iv8, 8);
        if (sequence.Optional(ref writer, Iv16))
            writer.OctetString(Iv16, 16);
        if (sequence.Optional(ref writer, Iv))
            writer.OctetString(Iv);
        sequence.End(ref writer);
    }
}

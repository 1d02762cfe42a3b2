using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>TypedCertificate (H.235.0 (01/2014) Annex A).</summary>
public sealed record TypedCertificate : IPerType<TypedCertificate>
{
    public required ObjectIdentifier Type { get; init; }
    public required byte[] Certificate { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TypedCertificate Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TypedCertificate");
        return new TypedCertificate
        {
            Type = reader.ObjectIdentifier(),
            Certificate = reader.OctetString(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.ObjectIdentifier(Type);
        writer.OctetString(Certificate);
        sequence.End(ref writer);
    }
}

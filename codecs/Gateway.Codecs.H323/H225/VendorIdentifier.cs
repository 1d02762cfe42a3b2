using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>VendorIdentifier (H.225.0 (12/2009) 7.6, Annex H). Peers differ in whether productId and versionId end in a zero octet.</summary>
public sealed record VendorIdentifier : IPerType<VendorIdentifier>
{
    public required H221NonStandard Vendor { get; init; }
    public byte[]? ProductId { get; init; }
    public byte[]? VersionId { get; init; }
    public ObjectIdentifier? EnterpriseNumber { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static VendorIdentifier Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VendorIdentifier", optionals: 2);
        return new VendorIdentifier
        {
            Vendor = H221NonStandard.Decode(ref reader),
            ProductId = sequence.Optional() ? reader.OctetString(1, 256) : null,
            VersionId = sequence.Optional() ? reader.OctetString(1, 256) : null,
            EnterpriseNumber = sequence.Addition(ref reader) ? reader.ObjectIdentifier() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, Extensions);
        Vendor.Encode(ref writer);
        if (sequence.Optional(ref writer, ProductId)) writer.OctetString(ProductId, 1, 256);
        if (sequence.Optional(ref writer, VersionId)) writer.OctetString(VersionId, 1, 256);
        if (sequence.Addition(ref writer, EnterpriseNumber)) writer.ObjectIdentifier(EnterpriseNumber.Value);
        sequence.End(ref writer);
    }
}

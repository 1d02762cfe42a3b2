using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record VendorIdentification : IPerType<VendorIdentification>
{
    public required NonStandardIdentifier Vendor { get; init; }

    public byte[]? ProductNumber { get; init; }

    public byte[]? VersionNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VendorIdentification Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VendorIdentification", optionals: 2);
        return new VendorIdentification
        {
            Vendor = NonStandardIdentifier.Decode(ref reader),
            ProductNumber = sequence.Optional() ? reader.OctetString(1, 256) : null,
            VersionNumber = sequence.Optional() ? reader.OctetString(1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        Vendor.Encode(ref writer);
        if (sequence.Optional(ref writer, ProductNumber))
            writer.OctetString(ProductNumber, 1, 256);
        if (sequence.Optional(ref writer, VersionNumber))
            writer.OctetString(VersionNumber, 1, 256);
        sequence.End(ref writer);
    }
}

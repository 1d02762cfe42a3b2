using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>H221NonStandard: country, extension and manufacturer (T.35) (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record H221NonStandard : IPerType<H221NonStandard>
{
    public required int T35CountryCode { get; init; }
    public required int T35Extension { get; init; }
    public required int ManufacturerCode { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static H221NonStandard Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H221NonStandard");
        return new H221NonStandard
        {
            T35CountryCode = reader.Integer(0, 255),
            T35Extension = reader.Integer(0, 255),
            ManufacturerCode = reader.Integer(0, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(T35CountryCode, 0, 255);
        writer.Integer(T35Extension, 0, 255);
        writer.Integer(ManufacturerCode, 0, 65535);
        sequence.End(ref writer);
    }
}

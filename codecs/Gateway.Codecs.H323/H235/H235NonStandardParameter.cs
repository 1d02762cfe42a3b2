using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>NonStandardParameter of H.235.0, identified by an object identifier alone (H.235.0 (01/2014) Annex A).</summary>
public sealed record H235NonStandardParameter : IPerType<H235NonStandardParameter>
{
    public required ObjectIdentifier NonStandardIdentifier { get; init; }
    public required byte[] Data { get; init; }

    public static H235NonStandardParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("NonStandardParameter");
        var value = new H235NonStandardParameter
        {
            NonStandardIdentifier = reader.ObjectIdentifier(),
            Data = reader.OctetString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.ObjectIdentifier(NonStandardIdentifier);
        writer.OctetString(Data);
    }
}

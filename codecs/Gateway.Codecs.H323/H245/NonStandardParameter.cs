using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>Unlike its H.225.0 namesake, neither it nor its identifier is extensible. SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NonStandardParameter : IPerType<NonStandardParameter>
{
    public required NonStandardIdentifier NonStandardIdentifier { get; init; }

    public required byte[] Data { get; init; }

    public static NonStandardParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("NonStandardParameter");
        var value = new NonStandardParameter
        {
            NonStandardIdentifier = NonStandardIdentifier.Decode(ref reader),
            Data = reader.OctetString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        NonStandardIdentifier.Encode(ref writer);
        writer.OctetString(Data);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>HASHED (H.235.0 (01/2014) Annex A).</summary>
public sealed record Hashed : IPerType<Hashed>
{
    public required ObjectIdentifier AlgorithmOID { get; init; }
    public required Params ParamS { get; init; }
    public required BitString Hash { get; init; }

    public static Hashed Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("HASHED");
        var value = new Hashed
        {
            AlgorithmOID = reader.ObjectIdentifier(),
            ParamS = Params.Decode(ref reader),
            Hash = reader.BitString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.ObjectIdentifier(AlgorithmOID);
        ParamS.Encode(ref writer);
        writer.BitString(Hash);
    }
}

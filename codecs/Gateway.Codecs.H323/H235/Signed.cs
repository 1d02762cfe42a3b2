using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>
/// SIGNED (H.235.0 (01/2014) Annex A). What is signed is an open type in every use within H.225.0 and is kept as its complete encoding.
/// </summary>
public sealed record Signed : IPerType<Signed>
{
    public required byte[] ToBeSigned { get; init; }
    public required ObjectIdentifier AlgorithmOID { get; init; }
    public required Params ParamS { get; init; }
    public required BitString Signature { get; init; }

    public static Signed Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("SIGNED");
        var value = new Signed
        {
            ToBeSigned = reader.OpenType(),
            AlgorithmOID = reader.ObjectIdentifier(),
            ParamS = Params.Decode(ref reader),
            Signature = reader.BitString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.OpenType(ToBeSigned);
        writer.ObjectIdentifier(AlgorithmOID);
        ParamS.Encode(ref writer);
        writer.BitString(Signature);
    }
}

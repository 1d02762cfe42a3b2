using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>ICV: keyed hash of the whole message, computed with this value zeroed (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record IntegrityCheckValue : IPerType<IntegrityCheckValue>
{
    public required ObjectIdentifier AlgorithmOID { get; init; }
    public required BitString Icv { get; init; }

    public static IntegrityCheckValue Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("ICV");
        var value = new IntegrityCheckValue
        {
            AlgorithmOID = reader.ObjectIdentifier(),
            Icv = reader.BitString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.ObjectIdentifier(AlgorithmOID);
        writer.BitString(Icv);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>ENCRYPTED (H.235.0 (01/2014) Annex A).</summary>
public sealed record Encrypted : IPerType<Encrypted>
{
    public required ObjectIdentifier AlgorithmOID { get; init; }
    public required Params ParamS { get; init; }
    public required byte[] EncryptedData { get; init; }

    public static Encrypted Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("ENCRYPTED");
        var value = new Encrypted
        {
            AlgorithmOID = reader.ObjectIdentifier(),
            ParamS = Params.Decode(ref reader),
            EncryptedData = reader.OctetString(),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        writer.ObjectIdentifier(AlgorithmOID);
        ParamS.Encode(ref writer);
        writer.OctetString(EncryptedData);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Security;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EscrowData : IPerType<EscrowData>
{
    public required ObjectIdentifier EscrowID { get; init; }

    public required BitString EscrowValue { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EscrowData Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EscrowData");
        return new EscrowData
        {
            EscrowID = reader.ObjectIdentifier(),
            EscrowValue = reader.BitString(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.ObjectIdentifier(EscrowID);
        writer.BitString(EscrowValue, 1, 65535);
        sequence.End(ref writer);
    }
}

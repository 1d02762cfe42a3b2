using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>Params: run-time parameters of an algorithm (H.235.0 (01/2014) Annex A).</summary>
public sealed record Params : IPerType<Params>
{
    public long? RanInt { get; init; }
    public byte[]? Iv8 { get; init; }
    public byte[]? Iv16 { get; init; }
    public byte[]? Iv { get; init; }
    public byte[]? ClearSalt { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static Params Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Params", optionals: 2);
        return new Params
        {
            RanInt = sequence.Optional() ? reader.Integer() : null,
            Iv8 = sequence.Optional() ? reader.OctetString(8) : null,
            Iv16 = sequence.Addition(ref reader) ? reader.OctetString(16) : null,
            Iv = sequence.Addition(ref reader) ? reader.OctetString() : null,
            ClearSalt = sequence.Addition(ref reader) ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 3, Extensions);
        if (sequence.Optional(ref writer, RanInt)) writer.Integer(RanInt.Value);
        if (sequence.Optional(ref writer, Iv8)) writer.OctetString(Iv8, 8);
        if (sequence.Addition(ref writer, Iv16)) writer.OctetString(Iv16, 16);
        if (sequence.Addition(ref writer, Iv)) writer.OctetString(Iv);
        if (sequence.Addition(ref writer, ClearSalt)) writer.OctetString(ClearSalt);
        sequence.End(ref writer);
    }
}

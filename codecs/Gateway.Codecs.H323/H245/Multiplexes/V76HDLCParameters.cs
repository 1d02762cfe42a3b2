using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V76HDLCParameters : IPerType<V76HDLCParameters>
{
    public required CRCLength CrcLength { get; init; }

    public required int N401 { get; init; }

    public required bool LoopbackTestProcedure { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V76HDLCParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V76HDLCParameters");
        return new V76HDLCParameters
        {
            CrcLength = (CRCLength)NullChoice.Decode(ref reader, "CRCLength", 3),
            N401 = reader.Integer(1, 4095),
            LoopbackTestProcedure = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)CrcLength, 3);
        writer.Integer(N401, 1, 4095);
        writer.Boolean(LoopbackTestProcedure);
        sequence.End(ref writer);
    }
}

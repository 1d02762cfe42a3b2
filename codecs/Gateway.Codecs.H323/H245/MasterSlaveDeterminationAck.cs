using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MasterSlaveDeterminationAck : IPerType<MasterSlaveDeterminationAck>
{
    public required MasterSlaveDecision Decision { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MasterSlaveDeterminationAck Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MasterSlaveDeterminationAck");
        return new MasterSlaveDeterminationAck
        {
            Decision = (MasterSlaveDecision)NullChoice.DecodePlain(ref reader, "MasterSlaveDecision", 2),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.EncodePlain(ref writer, (int)Decision, 2);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, MasterSlaveDeterminationAck).</summary>
public enum MasterSlaveDecision
{
    Master,
    Slave,
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MasterSlaveDeterminationReject : IPerType<MasterSlaveDeterminationReject>
{
    public required MasterSlaveDeterminationRejectCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MasterSlaveDeterminationReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MasterSlaveDeterminationReject");
        return new MasterSlaveDeterminationReject
        {
            Cause = (MasterSlaveDeterminationRejectCause)NullChoice.Decode(ref reader, "MasterSlaveDeterminationRejectCause", 1),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)Cause, 1);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MasterSlaveDeterminationReject).</summary>
public enum MasterSlaveDeterminationRejectCause
{
    IdenticalNumbers,
}

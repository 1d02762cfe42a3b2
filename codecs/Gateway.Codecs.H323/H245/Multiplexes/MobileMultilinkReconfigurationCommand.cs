using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MobileMultilinkReconfigurationCommand : IPerType<MobileMultilinkReconfigurationCommand>
{
    public required int SampleSize { get; init; }

    public required int SamplesPerFrame { get; init; }

    public required MobileMultilinkReconfigurationCommandStatus Status { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MobileMultilinkReconfigurationCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MobileMultilinkReconfigurationCommand");
        return new MobileMultilinkReconfigurationCommand
        {
            SampleSize = reader.Integer(1, 255),
            SamplesPerFrame = reader.Integer(1, 255),
            Status = (MobileMultilinkReconfigurationCommandStatus)NullChoice.Decode(ref reader, "MobileMultilinkReconfigurationCommandStatus", 2),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SampleSize, 1, 255);
        writer.Integer(SamplesPerFrame, 1, 255);
        NullChoice.Encode(ref writer, (int)Status, 2);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MobileMultilinkReconfigurationCommand).</summary>
public enum MobileMultilinkReconfigurationCommandStatus
{
    Synchronized,
    Reconfiguration,
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H261VideoCapability : IPerType<H261VideoCapability>
{
    /// <summary>In units of 1/29.</summary>
    public int? QcifMPI { get; init; }

    /// <summary>In units of 1/29.</summary>
    public int? CifMPI { get; init; }

    public required bool TemporalSpatialTradeOffCapability { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public required int MaxBitRate { get; init; }

    public required bool StillImageTransmission { get; init; }

    public bool? VideoBadMBsCap { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H261VideoCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H261VideoCapability", optionals: 2);
        return new H261VideoCapability
        {
            QcifMPI = sequence.Optional() ? reader.Integer(1, 4) : null,
            CifMPI = sequence.Optional() ? reader.Integer(1, 4) : null,
            TemporalSpatialTradeOffCapability = reader.Boolean(),
            MaxBitRate = reader.Integer(1, 19200),
            StillImageTransmission = reader.Boolean(),
            VideoBadMBsCap = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, QcifMPI))
            writer.Integer(QcifMPI.Value, 1, 4);
        if (sequence.Optional(ref writer, CifMPI))
            writer.Integer(CifMPI.Value, 1, 4);
        writer.Boolean(TemporalSpatialTradeOffCapability);
        writer.Integer(MaxBitRate, 1, 19200);
        writer.Boolean(StillImageTransmission);
        if (sequence.Addition(ref writer, VideoBadMBsCap))
            writer.Boolean(VideoBadMBsCap.Value);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263VideoCapability : IPerType<H263VideoCapability>
{
    /// <summary>In units of 1/29.</summary>
    public int? SqcifMPI { get; init; }

    /// <summary>In units of 1/29.</summary>
    public int? QcifMPI { get; init; }

    /// <summary>In units of 1/29.</summary>
    public int? CifMPI { get; init; }

    /// <summary>In units of 1/29.</summary>
    public int? Cif4MPI { get; init; }

    /// <summary>In units of 1/29.</summary>
    public int? Cif16MPI { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public required int MaxBitRate { get; init; }

    public required bool UnrestrictedVector { get; init; }

    public required bool ArithmeticCoding { get; init; }

    public required bool AdvancedPrediction { get; init; }

    public required bool PbFrames { get; init; }

    public required bool TemporalSpatialTradeOffCapability { get; init; }

    /// <summary>In units of 128 bits.</summary>
    public int? HrdB { get; init; }

    /// <summary>In units of 1024 bits.</summary>
    public int? BppMaxKb { get; init; }

    /// <summary>In seconds/frame.</summary>
    public int? SlowSqcifMPI { get; init; }

    /// <summary>In seconds/frame.</summary>
    public int? SlowQcifMPI { get; init; }

    /// <summary>In seconds/frame.</summary>
    public int? SlowCifMPI { get; init; }

    /// <summary>In seconds/frame.</summary>
    public int? SlowCif4MPI { get; init; }

    /// <summary>In seconds/frame.</summary>
    public int? SlowCif16MPI { get; init; }

    public bool? ErrorCompensation { get; init; }

    public EnhancementLayerInfo? EnhancementLayerInfo { get; init; }

    public H263Options? H263Options { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263VideoCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263VideoCapability", optionals: 7);
        return new H263VideoCapability
        {
            SqcifMPI = sequence.Optional() ? reader.Integer(1, 32) : null,
            QcifMPI = sequence.Optional() ? reader.Integer(1, 32) : null,
            CifMPI = sequence.Optional() ? reader.Integer(1, 32) : null,
            Cif4MPI = sequence.Optional() ? reader.Integer(1, 32) : null,
            Cif16MPI = sequence.Optional() ? reader.Integer(1, 32) : null,
            MaxBitRate = reader.Integer(1, 192400),
            UnrestrictedVector = reader.Boolean(),
            ArithmeticCoding = reader.Boolean(),
            AdvancedPrediction = reader.Boolean(),
            PbFrames = reader.Boolean(),
            TemporalSpatialTradeOffCapability = reader.Boolean(),
            HrdB = sequence.Optional() ? reader.Integer(0, 524287) : null,
            BppMaxKb = sequence.Optional() ? reader.Integer(0, 65535) : null,
            SlowSqcifMPI = sequence.Addition(ref reader) ? reader.Integer(1, 3600) : null,
            SlowQcifMPI = sequence.Addition(ref reader) ? reader.Integer(1, 3600) : null,
            SlowCifMPI = sequence.Addition(ref reader) ? reader.Integer(1, 3600) : null,
            SlowCif4MPI = sequence.Addition(ref reader) ? reader.Integer(1, 3600) : null,
            SlowCif16MPI = sequence.Addition(ref reader) ? reader.Integer(1, 3600) : null,
            ErrorCompensation = sequence.Addition(ref reader) ? reader.Boolean() : null,
            EnhancementLayerInfo = sequence.Addition(ref reader) ? EnhancementLayerInfo.Decode(ref reader) : null,
            H263Options = sequence.Addition(ref reader) ? H263Options.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, additions: 8, tail: Extensions);
        if (sequence.Optional(ref writer, SqcifMPI))
            writer.Integer(SqcifMPI.Value, 1, 32);
        if (sequence.Optional(ref writer, QcifMPI))
            writer.Integer(QcifMPI.Value, 1, 32);
        if (sequence.Optional(ref writer, CifMPI))
            writer.Integer(CifMPI.Value, 1, 32);
        if (sequence.Optional(ref writer, Cif4MPI))
            writer.Integer(Cif4MPI.Value, 1, 32);
        if (sequence.Optional(ref writer, Cif16MPI))
            writer.Integer(Cif16MPI.Value, 1, 32);
        writer.Integer(MaxBitRate, 1, 192400);
        writer.Boolean(UnrestrictedVector);
        writer.Boolean(ArithmeticCoding);
        writer.Boolean(AdvancedPrediction);
        writer.Boolean(PbFrames);
        writer.Boolean(TemporalSpatialTradeOffCapability);
        if (sequence.Optional(ref writer, HrdB))
            writer.Integer(HrdB.Value, 0, 524287);
        if (sequence.Optional(ref writer, BppMaxKb))
            writer.Integer(BppMaxKb.Value, 0, 65535);
        if (sequence.Addition(ref writer, SlowSqcifMPI))
            writer.Integer(SlowSqcifMPI.Value, 1, 3600);
        if (sequence.Addition(ref writer, SlowQcifMPI))
            writer.Integer(SlowQcifMPI.Value, 1, 3600);
        if (sequence.Addition(ref writer, SlowCifMPI))
            writer.Integer(SlowCifMPI.Value, 1, 3600);
        if (sequence.Addition(ref writer, SlowCif4MPI))
            writer.Integer(SlowCif4MPI.Value, 1, 3600);
        if (sequence.Addition(ref writer, SlowCif16MPI))
            writer.Integer(SlowCif16MPI.Value, 1, 3600);
        if (sequence.Addition(ref writer, ErrorCompensation))
            writer.Boolean(ErrorCompensation.Value);
        if (sequence.Addition(ref writer, EnhancementLayerInfo))
            EnhancementLayerInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, H263Options))
            H263Options.Encode(ref writer);
        sequence.End(ref writer);
    }
}

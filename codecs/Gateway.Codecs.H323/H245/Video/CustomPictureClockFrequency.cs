using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CustomPictureClockFrequency : IPerType<CustomPictureClockFrequency>
{
    public required int ClockConversionCode { get; init; }

    public required int ClockDivisor { get; init; }

    public int? SqcifMPI { get; init; }

    public int? QcifMPI { get; init; }

    public int? CifMPI { get; init; }

    public int? Cif4MPI { get; init; }

    public int? Cif16MPI { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CustomPictureClockFrequency Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CustomPictureClockFrequency", optionals: 5);
        return new CustomPictureClockFrequency
        {
            ClockConversionCode = reader.Integer(1000, 1001),
            ClockDivisor = reader.Integer(1, 127),
            SqcifMPI = sequence.Optional() ? reader.Integer(1, 2048) : null,
            QcifMPI = sequence.Optional() ? reader.Integer(1, 2048) : null,
            CifMPI = sequence.Optional() ? reader.Integer(1, 2048) : null,
            Cif4MPI = sequence.Optional() ? reader.Integer(1, 2048) : null,
            Cif16MPI = sequence.Optional() ? reader.Integer(1, 2048) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, tail: Extensions);
        writer.Integer(ClockConversionCode, 1000, 1001);
        writer.Integer(ClockDivisor, 1, 127);
        if (sequence.Optional(ref writer, SqcifMPI))
            writer.Integer(SqcifMPI.Value, 1, 2048);
        if (sequence.Optional(ref writer, QcifMPI))
            writer.Integer(QcifMPI.Value, 1, 2048);
        if (sequence.Optional(ref writer, CifMPI))
            writer.Integer(CifMPI.Value, 1, 2048);
        if (sequence.Optional(ref writer, Cif4MPI))
            writer.Integer(Cif4MPI.Value, 1, 2048);
        if (sequence.Optional(ref writer, Cif16MPI))
            writer.Integer(Cif16MPI.Value, 1, 2048);
        sequence.End(ref writer);
    }
}

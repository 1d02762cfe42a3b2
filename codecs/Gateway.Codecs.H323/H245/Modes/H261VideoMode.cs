using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H261VideoMode : IPerType<H261VideoMode>
{
    public required H261VideoModeResolution Resolution { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public required int BitRate { get; init; }

    public required bool StillImageTransmission { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H261VideoMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H261VideoMode");
        return new H261VideoMode
        {
            Resolution = (H261VideoModeResolution)NullChoice.DecodePlain(ref reader, "H261VideoModeResolution", 2),
            BitRate = reader.Integer(1, 19200),
            StillImageTransmission = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.EncodePlain(ref writer, (int)Resolution, 2);
        writer.Integer(BitRate, 1, 19200);
        writer.Boolean(StillImageTransmission);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, H261VideoMode).</summary>
public enum H261VideoModeResolution
{
    Qcif,
    Cif,
}

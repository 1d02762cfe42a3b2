using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223AL1MParameters : IPerType<H223AL1MParameters>
{
    public required H223AL1MParametersTransferMode TransferMode { get; init; }

    public required H223AL1MParametersHeaderFEC HeaderFEC { get; init; }

    public required H223AL1MParametersCrcLength CrcLength { get; init; }

    public required int RcpcCodeRate { get; init; }

    public required H223AL1MParametersArqType ArqType { get; init; }

    public required bool AlpduInterleaving { get; init; }

    public required bool AlsduSplitting { get; init; }

    public int? RsCodeCorrection { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223AL1MParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223AL1MParameters");
        return new H223AL1MParameters
        {
            TransferMode = (H223AL1MParametersTransferMode)NullChoice.Decode(ref reader, "H223AL1MParametersTransferMode", 2),
            HeaderFEC = (H223AL1MParametersHeaderFEC)NullChoice.Decode(ref reader, "H223AL1MParametersHeaderFEC", 2),
            CrcLength = (H223AL1MParametersCrcLength)NullChoice.Decode(ref reader, "H223AL1MParametersCrcLength", 4, 4),
            RcpcCodeRate = reader.Integer(8, 32),
            ArqType = H223AL1MParametersArqType.Decode(ref reader),
            AlpduInterleaving = reader.Boolean(),
            AlsduSplitting = reader.Boolean(),
            RsCodeCorrection = sequence.Addition(ref reader) ? reader.Integer(0, 127) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        NullChoice.Encode(ref writer, (int)TransferMode, 2);
        NullChoice.Encode(ref writer, (int)HeaderFEC, 2);
        NullChoice.Encode(ref writer, (int)CrcLength, 4);
        writer.Integer(RcpcCodeRate, 8, 32);
        ArqType.Encode(ref writer);
        writer.Boolean(AlpduInterleaving);
        writer.Boolean(AlsduSplitting);
        if (sequence.Addition(ref writer, RsCodeCorrection))
            writer.Integer(RsCodeCorrection.Value, 0, 127);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223AL1MParameters).</summary>
public enum H223AL1MParametersTransferMode
{
    Framed,
    Unframed,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223AL1MParameters).</summary>
public enum H223AL1MParametersHeaderFEC
{
    Sebch167,
    Golay2412,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223AL1MParameters).</summary>
public enum H223AL1MParametersCrcLength
{
    Crc4bit,
    Crc12bit,
    Crc20bit,
    Crc28bit,
    Crc8bit,
    Crc16bit,
    Crc32bit,
    CrcNotUsed,
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H223AL1MParameters).</summary>
public abstract record H223AL1MParametersArqType : IPerType<H223AL1MParametersArqType>
{
    private H223AL1MParametersArqType() { }

    public sealed record NoArq : H223AL1MParametersArqType;

    public sealed record TypeIArq(H223AnnexCArqParameters Value) : H223AL1MParametersArqType;

    public sealed record TypeIIArq(H223AnnexCArqParameters Value) : H223AL1MParametersArqType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H223AL1MParametersArqType;

    public static H223AL1MParametersArqType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H223AL1MParametersArqType", root: 3);
        H223AL1MParametersArqType value = choice.Index switch
        {
            0 => new NoArq(),
            1 => new TypeIArq(H223AnnexCArqParameters.Decode(ref reader)),
            2 => new TypeIIArq(H223AnnexCArqParameters.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NoArq:
                choice.Select(ref writer, 0);
                break;
            case TypeIArq alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case TypeIIArq alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

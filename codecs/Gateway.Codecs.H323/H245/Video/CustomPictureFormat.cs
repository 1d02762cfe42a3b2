using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CustomPictureFormat : IPerType<CustomPictureFormat>
{
    /// <summary>In units of 4 pixels.</summary>
    public required int MaxCustomPictureWidth { get; init; }

    /// <summary>In units of 4 pixels.</summary>
    public required int MaxCustomPictureHeight { get; init; }

    /// <summary>In units of 4 pixels.</summary>
    public required int MinCustomPictureWidth { get; init; }

    /// <summary>In units of 4 pixels.</summary>
    public required int MinCustomPictureHeight { get; init; }

    public required CustomPictureFormatMPI MPI { get; init; }

    public required CustomPictureFormatPixelAspectInformation PixelAspectInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CustomPictureFormat Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CustomPictureFormat");
        return new CustomPictureFormat
        {
            MaxCustomPictureWidth = reader.Integer(1, 2048),
            MaxCustomPictureHeight = reader.Integer(1, 2048),
            MinCustomPictureWidth = reader.Integer(1, 2048),
            MinCustomPictureHeight = reader.Integer(1, 2048),
            MPI = CustomPictureFormatMPI.Decode(ref reader),
            PixelAspectInformation = CustomPictureFormatPixelAspectInformation.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MaxCustomPictureWidth, 1, 2048);
        writer.Integer(MaxCustomPictureHeight, 1, 2048);
        writer.Integer(MinCustomPictureWidth, 1, 2048);
        writer.Integer(MinCustomPictureHeight, 1, 2048);
        MPI.Encode(ref writer);
        PixelAspectInformation.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, CustomPictureFormat).</summary>
public sealed record CustomPictureFormatMPI : IPerType<CustomPictureFormatMPI>
{
    public int? StandardMPI { get; init; }

    public IReadOnlyList<CustomPictureFormatMPICustomPCFElement>? CustomPCF { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CustomPictureFormatMPI Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CustomPictureFormatMPI", optionals: 2);
        return new CustomPictureFormatMPI
        {
            StandardMPI = sequence.Optional() ? reader.Integer(1, 31) : null,
            CustomPCF = sequence.Optional() ? reader.SequenceOf<CustomPictureFormatMPICustomPCFElement>(1, 16) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, StandardMPI))
            writer.Integer(StandardMPI.Value, 1, 31);
        if (sequence.Optional(ref writer, CustomPCF))
            writer.SequenceOf(CustomPCF, 1, 16);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, CustomPictureFormat).</summary>
public sealed record CustomPictureFormatMPICustomPCFElement : IPerType<CustomPictureFormatMPICustomPCFElement>
{
    public required int ClockConversionCode { get; init; }

    public required int ClockDivisor { get; init; }

    public required int CustomMPI { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CustomPictureFormatMPICustomPCFElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CustomPictureFormatMPICustomPCFElement");
        return new CustomPictureFormatMPICustomPCFElement
        {
            ClockConversionCode = reader.Integer(1000, 1001),
            ClockDivisor = reader.Integer(1, 127),
            CustomMPI = reader.Integer(1, 2048),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ClockConversionCode, 1000, 1001);
        writer.Integer(ClockDivisor, 1, 127);
        writer.Integer(CustomMPI, 1, 2048);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, CustomPictureFormat).</summary>
public abstract record CustomPictureFormatPixelAspectInformation : IPerType<CustomPictureFormatPixelAspectInformation>
{
    private CustomPictureFormatPixelAspectInformation() { }

    public sealed record AnyPixelAspectRatio(bool Value) : CustomPictureFormatPixelAspectInformation;

    public sealed record PixelAspectCode(IReadOnlyList<int> Value) : CustomPictureFormatPixelAspectInformation;

    public sealed record ExtendedPAR(IReadOnlyList<CustomPictureFormatPixelAspectInformationExtendedPARElement> Value) : CustomPictureFormatPixelAspectInformation;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CustomPictureFormatPixelAspectInformation;

    public static CustomPictureFormatPixelAspectInformation Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CustomPictureFormatPixelAspectInformation", root: 3);
        CustomPictureFormatPixelAspectInformation value = choice.Index switch
        {
            0 => new AnyPixelAspectRatio(reader.Boolean()),
            1 => new PixelAspectCode(reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 14), 1, 14)),
            2 => new ExtendedPAR(reader.SequenceOf<CustomPictureFormatPixelAspectInformationExtendedPARElement>(1, 256)),
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
            case AnyPixelAspectRatio alternative:
                choice.Select(ref writer, 0);
                writer.Boolean(alternative.Value);
                break;
            case PixelAspectCode alternative:
                choice.Select(ref writer, 1);
                writer.SequenceOf(alternative.Value, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 14), 1, 14);
                break;
            case ExtendedPAR alternative:
                choice.Select(ref writer, 2);
                writer.SequenceOf(alternative.Value, 1, 256);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, CustomPictureFormat).</summary>
public sealed record CustomPictureFormatPixelAspectInformationExtendedPARElement : IPerType<CustomPictureFormatPixelAspectInformationExtendedPARElement>
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CustomPictureFormatPixelAspectInformationExtendedPARElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CustomPictureFormatPixelAspectInformationExtendedPARElement");
        return new CustomPictureFormatPixelAspectInformationExtendedPARElement
        {
            Width = reader.Integer(1, 255),
            Height = reader.Integer(1, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(Width, 1, 255);
        writer.Integer(Height, 1, 255);
        sequence.End(ref writer);
    }
}

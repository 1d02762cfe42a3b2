using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record FECMode : IPerType<FECMode>
{
    public required ModeElementType ProtectedElement { get; init; }

    public ObjectIdentifier? FecScheme { get; init; }

    public FECModeRfc2733Format? Rfc2733Format { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static FECMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("FECMode", optionals: 2);
        return new FECMode
        {
            ProtectedElement = ModeElementType.Decode(ref reader),
            FecScheme = sequence.Optional() ? reader.ObjectIdentifier() : null,
            Rfc2733Format = sequence.Optional() ? FECModeRfc2733Format.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        ProtectedElement.Encode(ref writer);
        if (sequence.Optional(ref writer, FecScheme))
            writer.ObjectIdentifier(FecScheme.Value);
        if (sequence.Optional(ref writer, Rfc2733Format))
            Rfc2733Format.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, FECMode).</summary>
public abstract record FECModeRfc2733Format : IPerType<FECModeRfc2733Format>
{
    private FECModeRfc2733Format() { }

    public sealed record Rfc2733rfc2198(long Value) : FECModeRfc2733Format;

    public sealed record Rfc2733sameport(long Value) : FECModeRfc2733Format;

    public sealed record Rfc2733diffport(long Value) : FECModeRfc2733Format;

    public static FECModeRfc2733Format Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("FECModeRfc2733Format", root: 3);
        FECModeRfc2733Format value = choice.Index switch
        {
            0 => new Rfc2733rfc2198(reader.SemiConstrainedInteger(1)),
            1 => new Rfc2733sameport(reader.SemiConstrainedInteger(1)),
            _ => new Rfc2733diffport(reader.SemiConstrainedInteger(1)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case Rfc2733rfc2198 alternative:
                writer.PlainChoice(0, 3);
                writer.SemiConstrainedInteger(alternative.Value, 1);
                break;
            case Rfc2733sameport alternative:
                writer.PlainChoice(1, 3);
                writer.SemiConstrainedInteger(alternative.Value, 1);
                break;
            case Rfc2733diffport alternative:
                writer.PlainChoice(2, 3);
                writer.SemiConstrainedInteger(alternative.Value, 1);
                break;
        }
    }
}

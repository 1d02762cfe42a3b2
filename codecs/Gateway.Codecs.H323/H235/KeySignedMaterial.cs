using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>KeySignedMaterial: what certProtectedKey of <see cref="H235Key"/> signs (H.235.0 (01/2014) Annex A).</summary>
public sealed record KeySignedMaterial : IPerType<KeySignedMaterial>
{
    /// <summary>The alias of the slave.</summary>
    public required string GeneralId { get; init; }

    /// <summary>The master's random value.</summary>
    public required long Mrandom { get; init; }

    /// <summary>The slave's random value.</summary>
    public long? Srandom { get; init; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public uint? TimeStamp { get; init; }

    public required Encrypted Encrptval { get; init; }

    public static KeySignedMaterial Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("KeySignedMaterial", optionals: 2);
        var value = new KeySignedMaterial
        {
            GeneralId = reader.String(PerAlphabet.Bmp, 1, 128),
            Mrandom = reader.Integer(),
            Srandom = sequence.Optional() ? reader.Integer() : null,
            TimeStamp = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            Encrptval = Encrypted.Decode(ref reader),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 2);
        writer.String(GeneralId, PerAlphabet.Bmp, 1, 128);
        writer.Integer(Mrandom);
        if (sequence.Optional(ref writer, Srandom)) writer.Integer(Srandom.Value);
        if (sequence.Optional(ref writer, TimeStamp)) writer.Integer(TimeStamp.Value, 1u, uint.MaxValue);
        Encrptval.Encode(ref writer);
        sequence.End(ref writer);
    }
}

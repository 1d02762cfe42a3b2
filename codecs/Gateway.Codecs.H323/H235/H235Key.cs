using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>H235Key: a media key (H.235.0 (01/2014) Annex A).</summary>
public abstract record H235Key : IPerType<H235Key>
{
    private H235Key()
    {
    }

    public sealed record SecureChannel(BitString Value) : H235Key;
    public sealed record SharedSecret(Encrypted Value) : H235Key;
    public sealed record CertProtectedKey(Signed Value) : H235Key;
    public sealed record SecureSharedSecret(V3KeySyncMaterial Value) : H235Key;
    public sealed record SecureChannelExt(BitString Value) : H235Key;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H235Key;

    public static H235Key Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H235Key", root: 3, additions: 2);
        H235Key value = choice.Index switch
        {
            0 => new SecureChannel(reader.BitString(1, 2048)),
            1 => new SharedSecret(Encrypted.Decode(ref reader)),
            2 => new CertProtectedKey(Signed.Decode(ref reader)),
            3 => new SecureSharedSecret(V3KeySyncMaterial.Decode(ref reader)),
            4 => new SecureChannelExt(reader.BitString(2049, 65536)),
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
            case SecureChannel chosen: choice.Select(ref writer, 0); writer.BitString(chosen.Value, 1, 2048); break;
            case SharedSecret chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case CertProtectedKey chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case SecureSharedSecret chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case SecureChannelExt chosen: choice.Select(ref writer, 4); writer.BitString(chosen.Value, 2049, 65536); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>V3KeySyncMaterial (H.235.0 (01/2014) Annex A).</summary>
public sealed record V3KeySyncMaterial : IPerType<V3KeySyncMaterial>
{
    public string? GeneralID { get; init; }
    public ObjectIdentifier? AlgorithmOID { get; init; }
    public required Params ParamS { get; init; }
    public byte[]? EncryptedSessionKey { get; init; }
    public byte[]? EncryptedSaltingKey { get; init; }
    public byte[]? ClearSaltingKey { get; init; }
    public Params? ParamSsalt { get; init; }
    public ObjectIdentifier? KeyDerivationOID { get; init; }
    public byte[]? GenericKeyMaterial { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static V3KeySyncMaterial Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V3KeySyncMaterial", optionals: 7);
        return new V3KeySyncMaterial
        {
            GeneralID = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            AlgorithmOID = sequence.Optional() ? reader.ObjectIdentifier() : null,
            ParamS = Params.Decode(ref reader),
            EncryptedSessionKey = sequence.Optional() ? reader.OctetString() : null,
            EncryptedSaltingKey = sequence.Optional() ? reader.OctetString() : null,
            ClearSaltingKey = sequence.Optional() ? reader.OctetString() : null,
            ParamSsalt = sequence.Optional() ? Params.Decode(ref reader) : null,
            KeyDerivationOID = sequence.Optional() ? reader.ObjectIdentifier() : null,
            GenericKeyMaterial = sequence.Addition(ref reader) ? reader.OctetString() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 7, additions: 1, Extensions);
        if (sequence.Optional(ref writer, GeneralID)) writer.String(GeneralID, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, AlgorithmOID)) writer.ObjectIdentifier(AlgorithmOID.Value);
        ParamS.Encode(ref writer);
        if (sequence.Optional(ref writer, EncryptedSessionKey)) writer.OctetString(EncryptedSessionKey);
        if (sequence.Optional(ref writer, EncryptedSaltingKey)) writer.OctetString(EncryptedSaltingKey);
        if (sequence.Optional(ref writer, ClearSaltingKey)) writer.OctetString(ClearSaltingKey);
        if (sequence.Optional(ref writer, ParamSsalt)) ParamSsalt.Encode(ref writer);
        if (sequence.Optional(ref writer, KeyDerivationOID)) writer.ObjectIdentifier(KeyDerivationOID.Value);
        if (sequence.Addition(ref writer, GenericKeyMaterial)) writer.OctetString(GenericKeyMaterial);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>TunnelledProtocol (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record TunnelledProtocol : IPerType<TunnelledProtocol>
{
    public required TunnelledProtocolIdentifier Id { get; init; }
    public string? SubIdentifier { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TunnelledProtocol Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TunnelledProtocol", optionals: 1);
        return new TunnelledProtocol
        {
            Id = TunnelledProtocolIdentifier.Decode(ref reader),
            SubIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Ia5, 1, 64) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        Id.Encode(ref writer);
        if (sequence.Optional(ref writer, SubIdentifier)) writer.String(SubIdentifier, PerAlphabet.Ia5, 1, 64);
        sequence.End(ref writer);
    }
}

/// <summary>
/// TunnelledProtocolAlternateIdentifier: a protocol by name, such as <c>isup</c> and its variant (H.225.0 (12/2009) Annex H).
/// </summary>
public sealed record TunnelledProtocolAlternateIdentifier : IPerType<TunnelledProtocolAlternateIdentifier>
{
    public required string ProtocolType { get; init; }
    public string? ProtocolVariant { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TunnelledProtocolAlternateIdentifier Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TunnelledProtocolAlternateIdentifier", optionals: 1);
        return new TunnelledProtocolAlternateIdentifier
        {
            ProtocolType = reader.String(PerAlphabet.Ia5, 1, 64),
            ProtocolVariant = sequence.Optional() ? reader.String(PerAlphabet.Ia5, 1, 64) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.String(ProtocolType, PerAlphabet.Ia5, 1, 64);
        if (sequence.Optional(ref writer, ProtocolVariant)) writer.String(ProtocolVariant, PerAlphabet.Ia5, 1, 64);
        sequence.End(ref writer);
    }
}

/// <summary>id of TunnelledProtocol (H.225.0 (12/2009) Annex H).</summary>
public abstract record TunnelledProtocolIdentifier : IPerType<TunnelledProtocolIdentifier>
{
    private TunnelledProtocolIdentifier()
    {
    }

    public sealed record TunnelledProtocolObjectID(ObjectIdentifier Value) : TunnelledProtocolIdentifier;
    public sealed record TunnelledProtocolAlternateID(TunnelledProtocolAlternateIdentifier Value) : TunnelledProtocolIdentifier;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : TunnelledProtocolIdentifier;

    public static TunnelledProtocolIdentifier Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("id", root: 2);
        TunnelledProtocolIdentifier value = choice.Index switch
        {
            0 => new TunnelledProtocolObjectID(reader.ObjectIdentifier()),
            1 => new TunnelledProtocolAlternateID(TunnelledProtocolAlternateIdentifier.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case TunnelledProtocolObjectID chosen: choice.Select(ref writer, 0); writer.ObjectIdentifier(chosen.Value); break;
            case TunnelledProtocolAlternateID chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

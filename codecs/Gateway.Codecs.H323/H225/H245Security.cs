using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>H245Security: how the H.245 channel is to be secured (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record H245Security : IPerType<H245Security>
{
    private H245Security()
    {
    }

    public sealed record NonStandard(NonStandardParameter Value) : H245Security;
    public sealed record NoSecurity : H245Security;
    public sealed record Tls(SecurityCapabilities Value) : H245Security;
    public sealed record Ipsec(SecurityCapabilities Value) : H245Security;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H245Security;

    public static H245Security Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H245Security", root: 4);
        H245Security value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new NoSecurity(),
            2 => new Tls(SecurityCapabilities.Decode(ref reader)),
            3 => new Ipsec(SecurityCapabilities.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case NonStandard chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case NoSecurity: choice.Select(ref writer, 1); break;
            case Tls chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case Ipsec chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>SecurityServiceMode (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record SecurityServiceMode : IPerType<SecurityServiceMode>
{
    private SecurityServiceMode()
    {
    }

    public sealed record NonStandard(NonStandardParameter Value) : SecurityServiceMode;
    public sealed record None : SecurityServiceMode;
    public sealed record Default : SecurityServiceMode;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : SecurityServiceMode;

    public static SecurityServiceMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("SecurityServiceMode", root: 3);
        SecurityServiceMode value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new None(),
            2 => new Default(),
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
            case NonStandard chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case None: choice.Select(ref writer, 1); break;
            case Default: choice.Select(ref writer, 2); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>SecurityCapabilities (H.225.0 (12/2009) 7.6, Annex H). The standard spells authenticaton so.</summary>
public sealed record SecurityCapabilities : IPerType<SecurityCapabilities>
{
    public NonStandardParameter? NonStandard { get; init; }
    public required SecurityServiceMode Encryption { get; init; }
    public required SecurityServiceMode Authenticaton { get; init; }
    public required SecurityServiceMode Integrity { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static SecurityCapabilities Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("SecurityCapabilities", optionals: 1);
        return new SecurityCapabilities
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Encryption = SecurityServiceMode.Decode(ref reader),
            Authenticaton = SecurityServiceMode.Decode(ref reader),
            Integrity = SecurityServiceMode.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard)) NonStandard.Encode(ref writer);
        Encryption.Encode(ref writer);
        Authenticaton.Encode(ref writer);
        Integrity.Encode(ref writer);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>AuthenticationMechanism (H.235.0 (01/2014) Annex A).</summary>
public abstract record AuthenticationMechanism : IPerType<AuthenticationMechanism>
{
    private AuthenticationMechanism()
    {
    }

    public sealed record DhExch : AuthenticationMechanism;
    public sealed record PwdSymEnc : AuthenticationMechanism;
    public sealed record PwdHash : AuthenticationMechanism;
    public sealed record CertSign : AuthenticationMechanism;
    public sealed record Ipsec : AuthenticationMechanism;
    public sealed record Tls : AuthenticationMechanism;
    public sealed record NonStandard(H235NonStandardParameter Value) : AuthenticationMechanism;
    public sealed record AuthenticationBES(H235.AuthenticationBES Value) : AuthenticationMechanism;
    public sealed record KeyExch(ObjectIdentifier Value) : AuthenticationMechanism;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AuthenticationMechanism;

    public static AuthenticationMechanism Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AuthenticationMechanism", root: 7, additions: 2);
        AuthenticationMechanism value = choice.Index switch
        {
            0 => new DhExch(),
            1 => new PwdSymEnc(),
            2 => new PwdHash(),
            3 => new CertSign(),
            4 => new Ipsec(),
            5 => new Tls(),
            6 => new NonStandard(H235NonStandardParameter.Decode(ref reader)),
            7 => new AuthenticationBES((H235.AuthenticationBES)NullChoice.Decode(ref reader, "AuthenticationBES", root: 2)),
            8 => new KeyExch(reader.ObjectIdentifier()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 7);
        switch (this)
        {
            case DhExch: choice.Select(ref writer, 0); break;
            case PwdSymEnc: choice.Select(ref writer, 1); break;
            case PwdHash: choice.Select(ref writer, 2); break;
            case CertSign: choice.Select(ref writer, 3); break;
            case Ipsec: choice.Select(ref writer, 4); break;
            case Tls: choice.Select(ref writer, 5); break;
            case NonStandard chosen: choice.Select(ref writer, 6); chosen.Value.Encode(ref writer); break;
            case AuthenticationBES chosen: choice.Select(ref writer, 7); NullChoice.Encode(ref writer, (int)chosen.Value, root: 2); break;
            case KeyExch chosen: choice.Select(ref writer, 8); writer.ObjectIdentifier(chosen.Value); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>AuthenticationBES: authentication by a back-end server (H.235.0 (01/2014) Annex A).</summary>
public enum AuthenticationBES
{
    Default,
    Radius,
}

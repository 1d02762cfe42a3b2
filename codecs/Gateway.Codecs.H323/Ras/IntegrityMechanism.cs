using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>IntegrityMechanism (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record IntegrityMechanism : IPerType<IntegrityMechanism>
{
    private IntegrityMechanism()
    {
    }

    public sealed record NonStandard(NonStandardParameter Value) : IntegrityMechanism;
    public sealed record DigSig : IntegrityMechanism;
    public sealed record Iso9797(ObjectIdentifier Value) : IntegrityMechanism;
    public sealed record NonIsoIM(NonIsoIntegrityMechanism Value) : IntegrityMechanism;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : IntegrityMechanism;

    public static IntegrityMechanism Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("IntegrityMechanism", root: 4);
        IntegrityMechanism value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new DigSig(),
            2 => new Iso9797(reader.ObjectIdentifier()),
            3 => new NonIsoIM(NonIsoIntegrityMechanism.Decode(ref reader)),
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
            case DigSig: choice.Select(ref writer, 1); break;
            case Iso9797 chosen: choice.Select(ref writer, 2); writer.ObjectIdentifier(chosen.Value); break;
            case NonIsoIM chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>EncryptIntAlg (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record EncryptIntAlg : IPerType<EncryptIntAlg>
{
    private EncryptIntAlg()
    {
    }

    public sealed record NonStandard(NonStandardParameter Value) : EncryptIntAlg;
    public sealed record IsoAlgorithm(ObjectIdentifier Value) : EncryptIntAlg;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : EncryptIntAlg;

    public static EncryptIntAlg Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("EncryptIntAlg", root: 2);
        EncryptIntAlg value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new IsoAlgorithm(reader.ObjectIdentifier()),
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
            case NonStandard chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case IsoAlgorithm chosen: choice.Select(ref writer, 1); writer.ObjectIdentifier(chosen.Value); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

/// <summary>NonIsoIntegrityMechanism (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record NonIsoIntegrityMechanism : IPerType<NonIsoIntegrityMechanism>
{
    private NonIsoIntegrityMechanism()
    {
    }

    public sealed record HMACMD5 : NonIsoIntegrityMechanism;
    public sealed record HMACIso101182S(EncryptIntAlg Value) : NonIsoIntegrityMechanism;
    public sealed record HMACIso101182L(EncryptIntAlg Value) : NonIsoIntegrityMechanism;
    public sealed record HMACIso101183(ObjectIdentifier Value) : NonIsoIntegrityMechanism;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NonIsoIntegrityMechanism;

    public static NonIsoIntegrityMechanism Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NonIsoIntegrityMechanism", root: 4);
        NonIsoIntegrityMechanism value = choice.Index switch
        {
            0 => new HMACMD5(),
            1 => new HMACIso101182S(EncryptIntAlg.Decode(ref reader)),
            2 => new HMACIso101182L(EncryptIntAlg.Decode(ref reader)),
            3 => new HMACIso101183(reader.ObjectIdentifier()),
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
            case HMACMD5: choice.Select(ref writer, 0); break;
            case HMACIso101182S chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case HMACIso101182L chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case HMACIso101183 chosen: choice.Select(ref writer, 3); writer.ObjectIdentifier(chosen.Value); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

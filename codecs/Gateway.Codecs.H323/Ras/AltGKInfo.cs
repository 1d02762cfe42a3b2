using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>AltGKInfo: gatekeepers to try in place of the rejecting one (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record AltGKInfo : IPerType<AltGKInfo>
{
    public required IReadOnlyList<AlternateGK> AlternateGatekeeper { get; init; }
    public required bool AltGKisPermanent { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static AltGKInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AltGKInfo");
        return new AltGKInfo
        {
            AlternateGatekeeper = reader.SequenceOf<AlternateGK>(),
            AltGKisPermanent = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(AlternateGatekeeper);
        writer.Boolean(AltGKisPermanent);
        sequence.End(ref writer);
    }
}

/// <summary>AlternateGK: a gatekeeper to turn to, lowest priority number first (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record AlternateGK : IPerType<AlternateGK>
{
    public required TransportAddress RasAddress { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public required bool NeedToRegister { get; init; }

    /// <summary>0 is tried first.</summary>
    public required int Priority { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static AlternateGK Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AlternateGK", optionals: 1);
        return new AlternateGK
        {
            RasAddress = TransportAddress.Decode(ref reader),
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            NeedToRegister = reader.Boolean(),
            Priority = reader.Integer(0, 127),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        RasAddress.Encode(ref writer);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        writer.Boolean(NeedToRegister);
        writer.Integer(Priority, 0, 127);
        sequence.End(ref writer);
    }
}

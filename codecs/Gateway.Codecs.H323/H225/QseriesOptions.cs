using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>QseriesOptions: Q.95x services that the sender supports (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record QseriesOptions : IPerType<QseriesOptions>
{
    public required bool Q932Full { get; init; }
    public required bool Q951Full { get; init; }
    public required bool Q952Full { get; init; }
    public required bool Q953Full { get; init; }
    public required bool Q955Full { get; init; }
    public required bool Q956Full { get; init; }
    public required bool Q957Full { get; init; }
    public required Q954Details Q954Info { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static QseriesOptions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("QseriesOptions");
        return new QseriesOptions
        {
            Q932Full = reader.Boolean(),
            Q951Full = reader.Boolean(),
            Q952Full = reader.Boolean(),
            Q953Full = reader.Boolean(),
            Q955Full = reader.Boolean(),
            Q956Full = reader.Boolean(),
            Q957Full = reader.Boolean(),
            Q954Info = Q954Details.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(Q932Full);
        writer.Boolean(Q951Full);
        writer.Boolean(Q952Full);
        writer.Boolean(Q953Full);
        writer.Boolean(Q955Full);
        writer.Boolean(Q956Full);
        writer.Boolean(Q957Full);
        Q954Info.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>Q954Details (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record Q954Details : IPerType<Q954Details>
{
    public required bool ConferenceCalling { get; init; }
    public required bool ThreePartyService { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static Q954Details Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Q954Details");
        return new Q954Details
        {
            ConferenceCalling = reader.Boolean(),
            ThreePartyService = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(ConferenceCalling);
        writer.Boolean(ThreePartyService);
        sequence.End(ref writer);
    }
}

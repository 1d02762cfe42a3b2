using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>connectionParameters of SETUP: how many circuits a gateway is to combine (H.225.0 (12/2009) Annex H).</summary>
public sealed record ConnectionParameters : IPerType<ConnectionParameters>
{
    public required ScnConnectionType ConnectionType { get; init; }
    public required int NumberOfScnConnections { get; init; }
    public required ScnConnectionAggregation ConnectionAggregation { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ConnectionParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("connectionParameters");
        return new ConnectionParameters
        {
            ConnectionType = (ScnConnectionType)NullChoice.Decode(ref reader, "ScnConnectionType", root: 7),
            NumberOfScnConnections = reader.Integer(0, 65535),
            ConnectionAggregation = (ScnConnectionAggregation)NullChoice.Decode(ref reader, "ScnConnectionAggregation", root: 6),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)ConnectionType, root: 7);
        writer.Integer(NumberOfScnConnections, 0, 65535);
        NullChoice.Encode(ref writer, (int)ConnectionAggregation, root: 6);
        sequence.End(ref writer);
    }
}

/// <summary>ScnConnectionType (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum ScnConnectionType
{
    Unknown,
    BChannel,
    Hybrid2x64,
    Hybrid384,
    Hybrid1536,
    Hybrid1920,
    Multirate,
}

/// <summary>ScnConnectionAggregation (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum ScnConnectionAggregation
{
    Auto,
    None,
    H221,
    BondedMode1,
    BondedMode2,
    BondedMode3,
}

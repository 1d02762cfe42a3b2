using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NetworkAccessParameters : IPerType<NetworkAccessParameters>
{
    public NetworkAccessParametersDistribution? Distribution { get; init; }

    public required NetworkAccessParametersNetworkAddress NetworkAddress { get; init; }

    public required bool AssociateConference { get; init; }

    public byte[]? ExternalReference { get; init; }

    public NetworkAccessParametersT120SetupProcedure? T120SetupProcedure { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NetworkAccessParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NetworkAccessParameters", optionals: 2);
        return new NetworkAccessParameters
        {
            Distribution = sequence.Optional() ? (NetworkAccessParametersDistribution)NullChoice.Decode(ref reader, "NetworkAccessParametersDistribution", 2) : null,
            NetworkAddress = NetworkAccessParametersNetworkAddress.Decode(ref reader),
            AssociateConference = reader.Boolean(),
            ExternalReference = sequence.Optional() ? reader.OctetString(1, 255) : null,
            T120SetupProcedure = sequence.Addition(ref reader) ? (NetworkAccessParametersT120SetupProcedure)NullChoice.Decode(ref reader, "NetworkAccessParametersT120SetupProcedure", 3) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, Distribution))
            NullChoice.Encode(ref writer, (int)Distribution.Value, 2);
        NetworkAddress.Encode(ref writer);
        writer.Boolean(AssociateConference);
        if (sequence.Optional(ref writer, ExternalReference))
            writer.OctetString(ExternalReference, 1, 255);
        if (sequence.Addition(ref writer, T120SetupProcedure))
            NullChoice.Encode(ref writer, (int)T120SetupProcedure.Value, 3);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NetworkAccessParameters).</summary>
public enum NetworkAccessParametersDistribution
{
    Unicast,
    Multicast,
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, NetworkAccessParameters).</summary>
public abstract record NetworkAccessParametersNetworkAddress : IPerType<NetworkAccessParametersNetworkAddress>
{
    private static readonly PerAlphabet DialledDigits = PerAlphabet.From("0123456789#*,");

    private NetworkAccessParametersNetworkAddress() { }

    public sealed record Q2931Address(H245.Multiplexes.Q2931Address Value) : NetworkAccessParametersNetworkAddress;

    public sealed record E164Address(string Value) : NetworkAccessParametersNetworkAddress;

    public sealed record LocalAreaAddress(TransportAddress Value) : NetworkAccessParametersNetworkAddress;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : NetworkAccessParametersNetworkAddress;

    public static NetworkAccessParametersNetworkAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("NetworkAccessParametersNetworkAddress", root: 3);
        NetworkAccessParametersNetworkAddress value = choice.Index switch
        {
            0 => new Q2931Address(H245.Multiplexes.Q2931Address.Decode(ref reader)),
            1 => new E164Address(reader.String(DialledDigits, 1, 128)),
            2 => new LocalAreaAddress(TransportAddress.Decode(ref reader)),
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
            case Q2931Address alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case E164Address alternative:
                choice.Select(ref writer, 1);
                writer.String(alternative.Value, DialledDigits, 1, 128);
                break;
            case LocalAreaAddress alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, NetworkAccessParameters).</summary>
public enum NetworkAccessParametersT120SetupProcedure
{
    OriginateCall,
    WaitForCall,
    IssueQuery,
}

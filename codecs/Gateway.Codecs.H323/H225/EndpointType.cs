using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>EndpointType: what an endpoint is (H.225.0 (12/2009) 7.6, Annex H). A gateway that is a terminal too fills both.</summary>
public sealed record EndpointType : IPerType<EndpointType>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public VendorIdentifier? Vendor { get; init; }
    public GatekeeperInfo? Gatekeeper { get; init; }
    public GatewayInfo? Gateway { get; init; }
    public McuInfo? Mcu { get; init; }
    public TerminalInfo? Terminal { get; init; }

    /// <summary>Has a multipoint controller.</summary>
    public required bool Mc { get; init; }

    public required bool UndefinedNode { get; init; }

    /// <summary>Simple endpoint types of H.323 (12/2009) Annex F, one bit each.</summary>
    public BitString? Set { get; init; }

    public IReadOnlyList<TunnelledProtocol>? SupportedTunnelledProtocols { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static EndpointType Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EndpointType", optionals: 6);
        return new EndpointType
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Vendor = sequence.Optional() ? VendorIdentifier.Decode(ref reader) : null,
            Gatekeeper = sequence.Optional() ? GatekeeperInfo.Decode(ref reader) : null,
            Gateway = sequence.Optional() ? GatewayInfo.Decode(ref reader) : null,
            Mcu = sequence.Optional() ? McuInfo.Decode(ref reader) : null,
            Terminal = sequence.Optional() ? TerminalInfo.Decode(ref reader) : null,
            Mc = reader.Boolean(),
            UndefinedNode = reader.Boolean(),
            Set = sequence.Addition(ref reader) ? reader.BitString(32) : null,
            SupportedTunnelledProtocols = sequence.Addition(ref reader) ? reader.SequenceOf<TunnelledProtocol>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, additions: 2, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, Vendor)) Vendor.Encode(ref writer);
        if (sequence.Optional(ref writer, Gatekeeper)) Gatekeeper.Encode(ref writer);
        if (sequence.Optional(ref writer, Gateway)) Gateway.Encode(ref writer);
        if (sequence.Optional(ref writer, Mcu)) Mcu.Encode(ref writer);
        if (sequence.Optional(ref writer, Terminal)) Terminal.Encode(ref writer);
        writer.Boolean(Mc);
        writer.Boolean(UndefinedNode);
        if (sequence.Addition(ref writer, Set)) writer.BitString(Set.Value, 32);
        if (sequence.Addition(ref writer, SupportedTunnelledProtocols)) writer.SequenceOf(SupportedTunnelledProtocols);
        sequence.End(ref writer);
    }
}

/// <summary>GatewayInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record GatewayInfo : IPerType<GatewayInfo>
{
    public IReadOnlyList<SupportedProtocols>? Protocol { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static GatewayInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GatewayInfo", optionals: 2);
        return new GatewayInfo
        {
            Protocol = sequence.Optional() ? reader.SequenceOf<SupportedProtocols>() : null,
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, Protocol)) writer.SequenceOf(Protocol);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>McuInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record McuInfo : IPerType<McuInfo>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<SupportedProtocols>? Protocol { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static McuInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("McuInfo", optionals: 1);
        return new McuInfo
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Protocol = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedProtocols>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, Protocol)) writer.SequenceOf(Protocol);
        sequence.End(ref writer);
    }
}

/// <summary>TerminalInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record TerminalInfo : IPerType<TerminalInfo>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static TerminalInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalInfo", optionals: 1);
        return new TerminalInfo
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>GatekeeperInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record GatekeeperInfo : IPerType<GatekeeperInfo>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static GatekeeperInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GatekeeperInfo", optionals: 1);
        return new GatekeeperInfo
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        sequence.End(ref writer);
    }
}

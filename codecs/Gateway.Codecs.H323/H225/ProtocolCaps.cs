using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// H310Caps, H320Caps, H321Caps, H322Caps, H323Caps, H324Caps, VoiceCaps, T120OnlyCaps: eight names of one layout (H.225.0 (12/2009) 7.6, Annex H).
/// </summary>
public sealed record ProtocolCaps : IPerType<ProtocolCaps>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<DataRate>? DataRatesSupported { get; init; }
    public IReadOnlyList<SupportedPrefix>? SupportedPrefixes { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ProtocolCaps Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Caps", optionals: 1);
        return new ProtocolCaps
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DataRatesSupported = sequence.Addition(ref reader) ? reader.SequenceOf<DataRate>() : null,
            SupportedPrefixes = sequence.Addition(ref reader) ? reader.SequenceOf<SupportedPrefix>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 2, Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, DataRatesSupported)) writer.SequenceOf(DataRatesSupported);
        if (sequence.Addition(ref writer, SupportedPrefixes)) writer.SequenceOf(SupportedPrefixes);
        sequence.End(ref writer);
    }
}

/// <summary>NonStandardProtocol (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record NonStandardProtocol : IPerType<NonStandardProtocol>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<DataRate>? DataRatesSupported { get; init; }
    public required IReadOnlyList<SupportedPrefix> SupportedPrefixes { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static NonStandardProtocol Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NonStandardProtocol", optionals: 2);
        return new NonStandardProtocol
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DataRatesSupported = sequence.Optional() ? reader.SequenceOf<DataRate>() : null,
            SupportedPrefixes = reader.SequenceOf<SupportedPrefix>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, DataRatesSupported)) writer.SequenceOf(DataRatesSupported);
        writer.SequenceOf(SupportedPrefixes);
        sequence.End(ref writer);
    }
}

/// <summary>T38FaxAnnexbOnlyCaps (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record T38FaxAnnexbOnlyCaps : IPerType<T38FaxAnnexbOnlyCaps>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<DataRate>? DataRatesSupported { get; init; }
    public required IReadOnlyList<SupportedPrefix> SupportedPrefixes { get; init; }
    public required H245.Data.DataProtocolCapability T38FaxProtocol { get; init; }
    public required H245.Data.T38FaxProfile T38FaxProfile { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static T38FaxAnnexbOnlyCaps Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("T38FaxAnnexbOnlyCaps", optionals: 2);
        return new T38FaxAnnexbOnlyCaps
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DataRatesSupported = sequence.Optional() ? reader.SequenceOf<DataRate>() : null,
            SupportedPrefixes = reader.SequenceOf<SupportedPrefix>(),
            T38FaxProtocol = H245.Data.DataProtocolCapability.Decode(ref reader),
            T38FaxProfile = H245.Data.T38FaxProfile.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, DataRatesSupported)) writer.SequenceOf(DataRatesSupported);
        writer.SequenceOf(SupportedPrefixes);
        T38FaxProtocol.Encode(ref writer);
        T38FaxProfile.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SIPCaps (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record SipCaps : IPerType<SipCaps>
{
    public NonStandardParameter? NonStandardData { get; init; }
    public IReadOnlyList<DataRate>? DataRatesSupported { get; init; }
    public IReadOnlyList<SupportedPrefix>? SupportedPrefixes { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static SipCaps Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("SIPCaps", optionals: 3);
        return new SipCaps
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            DataRatesSupported = sequence.Optional() ? reader.SequenceOf<DataRate>() : null,
            SupportedPrefixes = sequence.Optional() ? reader.SequenceOf<SupportedPrefix>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, DataRatesSupported)) writer.SequenceOf(DataRatesSupported);
        if (sequence.Optional(ref writer, SupportedPrefixes)) writer.SequenceOf(SupportedPrefixes);
        sequence.End(ref writer);
    }
}

using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>GatekeeperReject, GRJ (H.225.0 (12/2009) 7.8.3, Annex H).</summary>
public sealed record GatekeeperReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required ObjectIdentifier ProtocolIdentifier { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public string? GatekeeperIdentifier { get; init; }
    public required GatekeeperRejectReason RejectReason { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public FeatureSet? FeatureSet { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static GatekeeperReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GatekeeperReject", optionals: 2);
        return new GatekeeperReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            GatekeeperIdentifier = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            RejectReason = GatekeeperRejectReason.Decode(ref reader),
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            FeatureSet = sequence.Addition(ref reader) ? FeatureSet.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 6, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Optional(ref writer, GatekeeperIdentifier)) writer.String(GatekeeperIdentifier, PerAlphabet.Bmp, 1, 128);
        RejectReason.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, FeatureSet)) FeatureSet.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>GatekeeperRejectReason (H.225.0 (12/2009) 7.8.3, Annex H).</summary>
public abstract record GatekeeperRejectReason : IPerType<GatekeeperRejectReason>
{
    private GatekeeperRejectReason()
    {
    }

    public sealed record ResourceUnavailable : GatekeeperRejectReason;
    public sealed record TerminalExcluded : GatekeeperRejectReason;
    public sealed record InvalidRevision : GatekeeperRejectReason;
    public sealed record UndefinedReason : GatekeeperRejectReason;
    public sealed record SecurityDenial : GatekeeperRejectReason;
    public sealed record GenericDataReason : GatekeeperRejectReason;
    public sealed record NeededFeatureNotSupported : GatekeeperRejectReason;
    public sealed record SecurityError(SecurityErrors Value) : GatekeeperRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : GatekeeperRejectReason;

    public static GatekeeperRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("GatekeeperRejectReason", root: 4, additions: 4);
        GatekeeperRejectReason value = choice.Index switch
        {
            0 => new ResourceUnavailable(),
            1 => new TerminalExcluded(),
            2 => new InvalidRevision(),
            3 => new UndefinedReason(),
            4 => new SecurityDenial(),
            5 => new GenericDataReason(),
            6 => new NeededFeatureNotSupported(),
            7 => new SecurityError((SecurityErrors)NullChoice.Decode(ref reader, "SecurityErrors", root: 16)),
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
            case ResourceUnavailable: choice.Select(ref writer, 0); break;
            case TerminalExcluded: choice.Select(ref writer, 1); break;
            case InvalidRevision: choice.Select(ref writer, 2); break;
            case UndefinedReason: choice.Select(ref writer, 3); break;
            case SecurityDenial: choice.Select(ref writer, 4); break;
            case GenericDataReason: choice.Select(ref writer, 5); break;
            case NeededFeatureNotSupported: choice.Select(ref writer, 6); break;
            case SecurityError chosen: choice.Select(ref writer, 7); NullChoice.Encode(ref writer, (int)chosen.Value, root: 16); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

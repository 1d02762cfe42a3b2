using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>BandwidthReject, BRJ (H.225.0 (12/2009) 7.12.3, Annex H).</summary>
public sealed record BandwidthReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required BandRejectReason RejectReason { get; init; }

    /// <summary>Units of 100 bit/s, both directions together.</summary>
    public required uint AllowedBandWidth { get; init; }

    public NonStandardParameter? NonStandardData { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static BandwidthReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("BandwidthReject", optionals: 1);
        return new BandwidthReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            RejectReason = BandRejectReason.Decode(ref reader),
            AllowedBandWidth = reader.Integer(0u, uint.MaxValue),
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            AltGKInfo = sequence.Addition(ref reader) ? AltGKInfo.Decode(ref reader) : null,
            Tokens = sequence.Addition(ref reader) ? reader.SequenceOf<ClearToken>() : null,
            CryptoTokens = sequence.Addition(ref reader) ? reader.SequenceOf<CryptoH323Token>() : null,
            IntegrityCheckValue = sequence.Addition(ref reader) ? IntegrityCheckValue.Decode(ref reader) : null,
            GenericData = sequence.Addition(ref reader) ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    private protected override void EncodeContents(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 5, Extensions);
        writer.Integer(RequestSeqNum, 1, 65535);
        RejectReason.Encode(ref writer);
        writer.Integer(AllowedBandWidth, 0u, uint.MaxValue);
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>BandRejectReason (H.225.0 (12/2009) 7.12.3, Annex H).</summary>
public abstract record BandRejectReason : IPerType<BandRejectReason>
{
    private BandRejectReason()
    {
    }

    public sealed record NotBound : BandRejectReason;
    public sealed record InvalidConferenceID : BandRejectReason;
    public sealed record InvalidPermission : BandRejectReason;
    public sealed record InsufficientResources : BandRejectReason;
    public sealed record InvalidRevision : BandRejectReason;
    public sealed record UndefinedReason : BandRejectReason;
    public sealed record SecurityDenial : BandRejectReason;
    public sealed record SecurityError(SecurityErrors2 Value) : BandRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : BandRejectReason;

    public static BandRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("BandRejectReason", root: 6, additions: 2);
        BandRejectReason value = choice.Index switch
        {
            0 => new NotBound(),
            1 => new InvalidConferenceID(),
            2 => new InvalidPermission(),
            3 => new InsufficientResources(),
            4 => new InvalidRevision(),
            5 => new UndefinedReason(),
            6 => new SecurityDenial(),
            7 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 6);
        switch (this)
        {
            case NotBound: choice.Select(ref writer, 0); break;
            case InvalidConferenceID: choice.Select(ref writer, 1); break;
            case InvalidPermission: choice.Select(ref writer, 2); break;
            case InsufficientResources: choice.Select(ref writer, 3); break;
            case InvalidRevision: choice.Select(ref writer, 4); break;
            case UndefinedReason: choice.Select(ref writer, 5); break;
            case SecurityDenial: choice.Select(ref writer, 6); break;
            case SecurityError chosen: choice.Select(ref writer, 7); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}

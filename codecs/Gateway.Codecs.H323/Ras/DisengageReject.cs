using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;

namespace Gateway.Codecs.H323.Ras;

/// <summary>DisengageReject, DRJ (H.225.0 (12/2009) 7.14.3, Annex H).</summary>
public sealed record DisengageReject : RasMessage
{
    public required int RequestSeqNum { get; init; }
    public required DisengageRejectReason RejectReason { get; init; }
    public NonStandardParameter? NonStandardData { get; init; }
    public AltGKInfo? AltGKInfo { get; init; }
    public IReadOnlyList<ClearToken>? Tokens { get; init; }
    public IReadOnlyList<CryptoH323Token>? CryptoTokens { get; init; }
    public IntegrityCheckValue? IntegrityCheckValue { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    internal static DisengageReject DecodeContents(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DisengageReject", optionals: 1);
        return new DisengageReject
        {
            RequestSeqNum = reader.Integer(1, 65535),
            RejectReason = DisengageRejectReason.Decode(ref reader),
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
        if (sequence.Optional(ref writer, NonStandardData)) NonStandardData.Encode(ref writer);
        if (sequence.Addition(ref writer, AltGKInfo)) AltGKInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, Tokens)) writer.SequenceOf(Tokens);
        if (sequence.Addition(ref writer, CryptoTokens)) writer.SequenceOf(CryptoTokens);
        if (sequence.Addition(ref writer, IntegrityCheckValue)) IntegrityCheckValue.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>DisengageRejectReason (H.225.0 (12/2009) 7.14.3, Annex H).</summary>
public abstract record DisengageRejectReason : IPerType<DisengageRejectReason>
{
    private DisengageRejectReason()
    {
    }

    public sealed record NotRegistered : DisengageRejectReason;
    public sealed record RequestToDropOther : DisengageRejectReason;
    public sealed record SecurityDenial : DisengageRejectReason;
    public sealed record SecurityError(SecurityErrors2 Value) : DisengageRejectReason;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DisengageRejectReason;

    public static DisengageRejectReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DisengageRejectReason", root: 2, additions: 2);
        DisengageRejectReason value = choice.Index switch
        {
            0 => new NotRegistered(),
            1 => new RequestToDropOther(),
            2 => new SecurityDenial(),
            3 => new SecurityError((SecurityErrors2)NullChoice.Decode(ref reader, "SecurityErrors2", root: 6)),
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
            case NotRegistered: choice.Select(ref writer, 0); break;
            case RequestToDropOther: choice.Select(ref writer, 1); break;
            case SecurityDenial: choice.Select(ref writer, 2); break;
            case SecurityError chosen: choice.Select(ref writer, 3); NullChoice.Encode(ref writer, (int)chosen.Value, root: 6); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
